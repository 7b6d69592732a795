// The room for Theming.
