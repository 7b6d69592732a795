// The room for YAMLData.
