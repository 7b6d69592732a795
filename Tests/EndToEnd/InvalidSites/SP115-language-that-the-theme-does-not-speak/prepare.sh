echo 'languages: [cy, so]' >> content/signpost.yaml
