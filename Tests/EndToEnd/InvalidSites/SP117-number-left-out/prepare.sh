echo 'languages: [cy]' >> content/signpost.yaml
sed -i 's/^month_and_year:.*/month_and_year: "{month}"/' themes/plain/strings/cy.yaml
