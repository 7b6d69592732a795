echo 'languages: [cy]' >> content/signpost.yaml
sed -i 's/^online:/onlin:/' themes/plain/strings/cy.yaml
echo 'online: Ar-lein' >> themes/plain/strings/cy.yaml
