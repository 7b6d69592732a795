// The room for Training.
