// The room for Schemas.
