// The room for LocalServer.
