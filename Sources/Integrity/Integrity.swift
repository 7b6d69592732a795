// The room for Integrity.
