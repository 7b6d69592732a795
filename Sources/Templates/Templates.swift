// The room for Templates.
