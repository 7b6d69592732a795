printf -- '---\ntitle: Fault\nsummary: About it.\naudience: [everyone]\n---\n\nA caf\351.\n' > content/fault.md
