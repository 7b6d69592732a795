echo 'languages: [cy, en]' >> content/signpost.yaml
