echo 'languages: [cy]' >> content/signpost.yaml
