=== data/contacts.pl.yaml
# What the contacts on translated pages say about themselves. Numbers and addresses stay in contacts.yaml.
# A sample: have it checked by a native speaker.
- id: police-emergency
  name: "Policja – nagły wypadek"
  summary: "Dziecko jest teraz w niebezpieczeństwie albo trwa przestępstwo."
- id: police
  name: "Policja – sprawy mniej pilne"
  summary: "Powiedz policji, co wiesz, gdy nikt nie jest teraz w niebezpieczeństwie."
- id: childline
  summary: "Dla dzieci i młodzieży. Możesz mówić o wszystkim, co cię martwi."
- id: nspcc
  name: "Telefon NSPCC"
  summary: "Dla dorosłych, którzy martwią się o dziecko."
- id: front-door
  name: "Northmere Front Door"
  summary: "Martwisz się o dziecko w Northmere? Zacznij tutaj."
  hours: "Od poniedziałku do piątku, 8.30–17.30. W innych godzinach zadzwoń do zespołu nocnego."
  relay: "Nie słyszysz lub trudno ci mówić przez telefon? Skorzystaj z Relay UK: najpierw wybierz 18001."
