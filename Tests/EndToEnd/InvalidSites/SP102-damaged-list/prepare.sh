echo more >> site/.signpost/manifest
