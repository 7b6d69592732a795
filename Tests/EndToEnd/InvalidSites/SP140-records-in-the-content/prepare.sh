sed -i '/records_are_fictional/d' content/signpost.yaml
