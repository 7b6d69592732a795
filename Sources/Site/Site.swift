// The room for Site.
