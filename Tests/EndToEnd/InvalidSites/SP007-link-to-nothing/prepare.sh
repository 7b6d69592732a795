ln -s nowhere.md content/lost.md
