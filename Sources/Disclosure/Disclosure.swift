// The room for Disclosure.
