echo 'languages: [cy]' >> content/signpost.yaml
sed -i '/^online:/d' themes/plain/strings/cy.yaml
