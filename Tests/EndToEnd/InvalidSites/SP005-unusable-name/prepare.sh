cp content/about.md 'content/where?.md'
