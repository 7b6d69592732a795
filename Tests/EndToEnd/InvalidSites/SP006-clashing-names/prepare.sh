cp content/about.md content/About.md
