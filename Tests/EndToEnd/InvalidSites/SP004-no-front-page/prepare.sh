rm content/index.md
