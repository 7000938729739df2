// The resources of this library are its content; it has no code of its own.
