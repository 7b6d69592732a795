=== data/contacts.cy.yaml
# What the contacts on translated pages say about themselves. Numbers and addresses stay in contacts.yaml.
# A sample: have it checked by a native speaker.
- id: police-emergency
  name: "Heddlu – argyfwng"
  summary: "Mae plentyn mewn perygl nawr, neu mae trosedd yn digwydd."
- id: police
  name: "Heddlu – dim argyfwng"
  summary: "Dywedwch wrth yr heddlu beth rydych chi'n ei wybod pan nad oes neb mewn perygl ar hyn o bryd."
- id: childline
  summary: "I blant a phobl ifanc. Siaradwch am unrhyw beth sy'n eich poeni."
- id: nspcc
  name: "Llinell gymorth yr NSPCC"
  summary: "I oedolion sy'n poeni am blentyn."
- id: front-door
  name: "Drws Blaen Northmere"
  summary: "Poeni am blentyn yn Northmere? Dechreuwch yma."
  hours: "Dydd Llun i ddydd Gwener, 8.30am i 5.30pm. Ffoniwch dîm y nos ar adegau eraill."
  relay: "Byddar, neu'n ei chael hi'n anodd siarad ar y ffôn? Defnyddiwch Relay UK: deialwch 18001 yn gyntaf."
