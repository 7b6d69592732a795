// Search without a server: what is typed is compared with an index in this page and goes nowhere else.
//
// The index is a script, because a page opened from a disk may fetch nothing else. It is loaded when the box is first
// used, and calls signpostSearch(); docs/search.md describes what is in it. There is no form to send, the box has no
// name under which a browser would remember it, and the page is empty again when it is left.
(() => {
  "use strict";
  const box = document.querySelector("[data-signpost-search]");
  if (!box) return;
  const input = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const list = box.querySelector("ul");

  const MOST_SHOWN = 30;
  const PAUSE = 500; // before the number of pages is read out, so that it is not read out after each letter

  // ---- Words

  // Spellings of one letter. Accents, alef with its hamzas and the like fall apart below and lose their marks.
  const LETTERS = { ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", "ٱ": "ا", "ى": "ی",
    "ي": "ی", "ك": "ک", "ة": "ه", "ہ": "ه", "ۃ": "ه", "ە": "ه" };
  const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  // Marks of Latin and Arabic, joiners, tatweel, soft hyphen, apostrophes. Never the vowel signs of Indic scripts:
  // a word without them is another word.
  const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d\u0640\u00ad'’ʼ]/g;
  const WORD = /[\p{L}\p{M}\p{N}'’ʼ\u00ad\u200c\u200d]+/gu;
  const fold = (text) =>
    text.toLowerCase().normalize("NFKD").replace(MARKS, "").replace(LETTER, (letter) => LETTERS[letter]);
  // The index has no single letters: "a" and "I" lead to no page.
  const wordsOf = (text) => (text.match(WORD) || []).map(fold).filter((word) => word && !/^[a-z]$/.test(word));

  // How near a word is to a spelling: 1 for the same, less for what begins with it or is another form of it, 0 for
  // any other word. Forms are told as in Majumder et al., "YASS: Yet another suffix stripper" (ACM TOIS 25(4), 2007):
  // a long common beginning and short endings. It needs no grammar, so it serves every language of a site.
  function nearness(spelling, word, mayContinue) {
    let shared = 0;
    while (shared < spelling.length && spelling[shared] === word[shared]) shared += 1;
    const longer = Math.max(spelling.length, word.length);
    if (shared === longer) return 1;
    if (shared === spelling.length && mayContinue) return 0.5 + (0.4 * shared) / longer;
    const isForm = shared >= 4 || (shared === 3 && Math.min(spelling.length, word.length) === 3);
    return isForm && 4 * (longer - shared) <= 3 * shared ? (0.6 * shared) / longer : 0;
  }

  // How many slips lead from one word to the other: a letter too many, missing, wrong, or two swapped (optimal string
  // alignment: Damerau, CACM 7(3), 1964). More than `most` are not counted.
  function slips(typed, word, most) {
    if (Math.abs(typed.length - word.length) > most) return most + 1;
    let before, last, row = Array.from({ length: word.length + 1 }, (_, place) => place);
    for (let i = 1; i <= typed.length; i += 1) {
      [before, last, row] = [last, row, [i]];
      let fewest = i;
      for (let j = 1; j <= word.length; j += 1) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] !== word[j - 1]));
        const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
        if (row[j] < fewest) fewest = row[j];
      }
      if (fewest > most) return most + 1;
    }
    return row[word.length];
  }

  // Welsh changes the first letters of words: plant, blant, phlant, mhlant. Each line is a sound and what it becomes.
  const MUTATIONS = "p b mh ph,t d nh th,c g ngh ch,b f m,d dd n,g  ng,m f,ll l,rh r".split(",").map((l) => l.split(" "));
  const mutated = (typed) =>
    MUTATIONS.flatMap((sounds) =>
      sounds.filter((sound) => typed.startsWith(sound)).flatMap((sound) =>
        sounds.filter((other) => other !== sound).map((other) => other + typed.slice(sound.length))));

  // ---- The index

  let index;

  // Words are written with the number of letters they share with the word before; see docs/search.md.
  function unpack({ language, pages, words, hits }) {
    let word = "";
    const vocabulary = words.split(" ").map((rest) => {
      word = word.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
      return fold(word);
    });
    return { language, pages, vocabulary, hits: hits.split(" ") };
  }

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  // Calls back with each page a word is on, and how much the word says about it: 1, 2, 4 or 8.
  function eachHit(text, call) {
    let page = -1, number = 0, shift = 0;
    for (const digit of text) {
      const value = DIGITS.indexOf(digit);
      number += (value & 31) << shift;
      shift += 5;
      if (value < 32) {
        page += 1 + (number >> 2);
        call(page, 1 << (number & 3));
        number = shift = 0;
      }
    }
  }

  // The pages for one typed word, with how well each fits, and the spellings that were looked for. A word that stands
  // on no page may be a form of one that does, or a slip, or look like both: "statrs" is near to "state" and "starts".
  function lookUp(typed, mayContinue) {
    const spellings = [typed].concat(index.language === "cy" ? mutated(typed) : []);
    const found = pagesWith(spellings, mayContinue, 1);
    const isKnown = index.vocabulary.some((word) => spellings.some((spelling) => word.startsWith(spelling)));
    const most = isKnown || /\d/.test(typed) ? 0 : typed.length >= 8 && !found.size ? 2 : typed.length >= 4 ? 1 : 0;
    if (!most) return { word: typed, spellings, found };
    const corrected = corrections(typed, most);
    for (const [page, fit] of pagesWith(corrected, true, 0.5)) found.set(page, Math.max(found.get(page) || 0, fit));
    return { word: typed, spellings: spellings.concat(corrected), found };
  }

  // The words of the index that the fewest slips lead to.
  function corrections(typed, most) {
    let fewest = most, nearest = [];
    for (const word of index.vocabulary) {
      const count = slips(typed, word, fewest);
      if (count < fewest) [fewest, nearest] = [count, []];
      if (count === fewest) nearest.push(word);
    }
    return nearest;
  }

  function pagesWith(spellings, mayContinue, share) {
    const found = new Map();
    index.vocabulary.forEach((word, place) => {
      const near = share * Math.max(0, ...spellings.map((spelling) => nearness(spelling, word, mayContinue)));
      if (near) eachHit(index.hits[place], (page, impact) =>
        found.set(page, Math.max(found.get(page) || 0, near * impact)));
    });
    return found;
  }

  // The best pages, and the spellings to mark in them. Rare words count for more than common ones (inverse document
  // frequency: Spärck Jones, Journal of Documentation 28(1), 1972) and very short ones for less: so no language needs a
  // list of words to leave out. A page must have at least half of what was meant.
  function search(text) {
    const typed = wordsOf(text);
    const terms = typed.map((word, place) => lookUp(word, word.length > 2 || place === typed.length - 1));
    let all = 0;
    const scores = new Map();
    for (const { word, found } of terms) {
      if (!found.size) continue;
      const meaning = Math.log(1 + index.pages.length / found.size) * Math.min(word.length, 6);
      all += meaning;
      for (const [page, fit] of found) {
        const score = scores.get(page) || { page, fit: 0, share: 0 };
        score.fit += fit * meaning;
        score.share += meaning;
        scores.set(page, score);
      }
    }
    // Who types a whole title wants that page.
    const isTitle = (page) => wordsOf(index.pages[page][1]).join(" ") === typed.join(" ");
    const rank = ({ page, fit, share }) => (fit * share * index.pages[page][3] * (isTitle(page) ? 4 : 1)) / all;
    const best = [...scores.values()].filter(({ share }) => 2 * share >= all).sort((a, b) => rank(b) - rank(a) || a.page - b.page);
    return { pages: best.map(({ page }) => index.pages[page]), spellings: terms.flatMap(({ spellings }) => spellings) };
  }

  // ---- The page

  // Text with the words that were found inside <mark>.
  function marked(tag, text, spellings) {
    const element = document.createElement(tag);
    let done = 0;
    for (const match of text.matchAll(WORD)) {
      const word = fold(match[0]);
      if (!spellings.some((spelling) => nearness(spelling, word, spelling.length > 2))) continue;
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      element.append(text.slice(done, match.index), mark);
      done = match.index + match[0].length;
    }
    element.append(text.slice(done));
    return element;
  }

  function result([url, title, summary], spellings) {
    const item = document.createElement("li");
    const link = marked("a", title, spellings);
    link.href = url;
    item.append(link, marked("p", summary, spellings));
    return item;
  }

  let timer, count = 0;
  function announce(words, pause) {
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = words; }, pause);
  }

  function message() {
    if (!wordsOf(input.value).length) return "";
    if (!count) return box.dataset.none;
    const text = count > MOST_SHOWN ? box.dataset.best : box.dataset.found;
    return text.replace("{count}", count).replace("{shown}", MOST_SHOWN);
  }

  function show() {
    if (!index) return load();
    const { pages, spellings } = search(input.value);
    count = pages.length;
    list.replaceChildren(...pages.slice(0, MOST_SHOWN).map((page) => result(page, spellings)));
    list.hidden = !pages.length;
    announce(message(), PAUSE);
  }

  function clear() {
    input.value = status.textContent = "";
    list.replaceChildren();
    list.hidden = true;
    clearTimeout(timer);
  }

  let isLoading = false;
  function load() {
    if (isLoading) return;
    isLoading = true;
    window.signpostSearch = (data) => {
      index = unpack(data);
      if (input.value) show();
    };
    const script = document.createElement("script");
    script.src = box.dataset.index;
    if (box.dataset.integrity) script.integrity = box.dataset.integrity;
    script.onerror = () => announce(box.dataset.failed, 0);
    document.head.append(script);
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    if (event.key === "Enter" && index) announce(message(), 0);
  });
  // Whoever comes back, or looks over a shoulder, finds the page as if it had never been used.
  addEventListener("pagehide", clear);
  box.hidden = false;
})();
