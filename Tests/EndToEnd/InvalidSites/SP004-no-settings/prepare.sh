rm content/signpost.yaml
