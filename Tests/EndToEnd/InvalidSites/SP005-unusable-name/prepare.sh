mv content/about.md 'content/about?.md'
