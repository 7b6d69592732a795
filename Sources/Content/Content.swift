// The room for Content.
