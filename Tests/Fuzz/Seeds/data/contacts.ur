=== data/contacts.ur.yaml
# What the contacts on translated pages say about themselves. Numbers and addresses stay in contacts.yaml.
# A sample: have it checked by a native speaker.
- id: police-emergency
  name: "پولیس – ہنگامی حالت"
  summary: "کوئی بچہ ابھی خطرے میں ہے، یا کوئی جرم ہو رہا ہے۔"
- id: police
  name: "پولیس – غیر ہنگامی"
  summary: "جب کوئی فوری خطرے میں نہ ہو تو پولیس کو بتائیں کہ آپ کیا جانتے ہیں۔"
- id: childline
  name: "چائلڈ لائن"
  summary: "بچوں اور نوجوانوں کے لیے۔ جو بات پریشان کرے اس پر بات کریں۔"
- id: nspcc
  name: "این ایس پی سی سی ہیلپ لائن"
  summary: "ان بڑوں کے لیے جو کسی بچے کے بارے میں فکرمند ہیں۔"
- id: front-door
  name: "نارتھ میئر فرنٹ ڈور"
  summary: "نارتھ میئر میں کسی بچے کے بارے میں فکرمند ہیں؟ یہاں سے شروع کریں۔"
  hours: "پیر سے جمعہ، صبح 8.30 سے شام 5.30 تک۔ دوسرے اوقات میں رات کی ٹیم کو فون کریں۔"
  relay: "سن نہیں سکتے یا فون پر بولنا مشکل ہے؟ Relay UK استعمال کریں: پہلے 18001 ملائیں۔"
