"""Search without a server: what it finds, in which languages, by keyboard, and that nothing typed leaves the page.

The site's own search page is judged with its own titles; the site's script also with a small index of words in the
languages of boards, from file://, in Chromium and in Firefox. `write_index` writes the format of docs/search.md.
"""
from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Browser, Page

from .browser import chromium
from .firefox import firefox
from .report import CannotRun, Report
from .site import Site

ABOUT = "search: finds titles, other forms and slips; keyboard; nothing typed is kept or sent; no JavaScript; file://"
SHARES = ("site", "languages", "firefox")

BOX = "[data-signpost-search]"
INPUT = f"{BOX} input"
PAGES = 12
MOST_SHOWN = 30
NEAR_THE_TOP = 3
PAUSE = 1000  # milliseconds within which the number of pages must be announced

# What a board's readers must find first, on sites that have such a page.
FACTS = (("hotl", "say-something/hotels/index.html"), ("TAXI", "say-something/taxis/index.html"),
         ("help", "directory/contacts/index.html"), ("chidline", "directory/contacts/index.html"))

# language, word on the page, what is typed; each must lead to the page
SAME = (
    ("en", "hotel", "hotl"), ("en", "exploitation", "exploited"), ("en", "exploited", "exploitation"),
    ("en", "worry", "worried"), ("en", "Childline", "CHILDLINE"), ("en", "child’s", "child"), ("en", "don’t", "dont"),
    ("en", "safeguarding", "safegaurding"), ("en", "trafficking", "trafiking"), ("en", "999", "999"),
    ("cy", "phlant", "plant"), ("cy", "gamfanteisio", "camfanteisio"), ("cy", "waith", "gwaith"), ("cy", "tŷ", "ty"),
    ("pl", "Łódź", "lodz"), ("pl", "dziecka", "dziecko"), ("ro", "școală", "scoala"), ("ro", "şcoli", "școli"),
    ("ar", "أطفال", "اطفال"), ("ar", "مَدْرَسَة", "مدرسه"), ("ar", "مـساعدة", "مساعدة"),
    ("ur", "پولیس", "پوليس"), ("ur", "ہسپتال", "هسپتال"), ("ur", "بچے", "بچے"),
    ("bn", "শিশু", "শিশু"), ("pa", "ਪੁਲਿਸ", "ਪੁਲਿਸ"), ("de", "Straße", "strasse"),
)
# and what must not: a vowel sign makes another word, and so do three letters with one changed
OTHER = (("bn", "কাল", "কিল"), ("pa", "ਕਾਰ", "ਕੀਰ"), ("en", "101", "999"), ("en", "map", "cap"), ("en", "police", "parents"))

FOUND = f"() => [...document.querySelectorAll('{BOX} li')].map(item => [item.querySelector('a')?.href, item.querySelectorAll('mark').length])"
TYPE = """text => { const box = document.querySelector('%s'); box.value = text; box.dispatchEvent(new Event('input')) }""" % INPUT


def check(site: Site, share: str) -> Report:
    report = Report()
    name = search_page(site)
    if name is None:
        if share == "site":
            report.add("search-missing", "site", f"no page has a box {BOX}")
        return report
    if share == "site":
        _check_markup(site, name, report)
        with chromium() as browser:
            _check_site(browser, site, name, report)
    elif share == "languages":
        with chromium() as browser, word_pages(script_of(site, name)) as pages:
            _check_words(browser, pages, report)
    else:
        with word_pages(script_of(site, name)) as pages:
            _check_firefox(pages, report)
    return report


def search_page(site: Site) -> str | None:
    return next((name for name in site.pages if site.document(name).xpath("//*[@data-signpost-search]")), None)


def script_of(site: Site, name: str) -> Path:
    """The script of the search page: the one that stands behind the box."""
    sources = site.document(name).xpath("//*[@data-signpost-search]/following::script/@src")
    file = site.file_at(urljoin(site.url(name), sources[0])) if sources else None
    if file is None:
        raise CannotRun(f"{name} has no script behind its search box")
    return file


def address(site: Site, name: str) -> str:
    """Copies for disks are judged from the disk."""
    return (site.root / name).as_uri() if site.limits.offline else site.url(name)


def _check_markup(site: Site, name: str, report: Report) -> None:
    box = site.document(name).xpath("//*[@data-signpost-search]")[0]
    inputs = box.xpath(".//input")
    if len(inputs) != 1 or box.xpath("ancestor-or-self::form | .//form"):
        report.add("search-remembered", name, "the box needs one input and no form around it")
    for field in inputs:
        wrong = [key for key, value in (("autocomplete", "off"), ("spellcheck", "false"), ("name", None))
                 if field.get(key) != value]
        if wrong:
            report.add("search-remembered", name, f"a browser may keep or send what is typed: {', '.join(wrong)}")


def _check_site(browser: Browser, site: Site, name: str, report: Report) -> None:
    requests: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address(site, name), wait_until="load")
    index = page.eval_on_selector(BOX, "box => new URL(box.dataset.index, location).href")
    if index in requests:
        report.add("search-eager", name, "the index is loaded before anybody searches")
    if not _tab_to(page, INPUT):
        report.add("search-keyboard", name, "Tab does not reach the box")
        page.locator(INPUT).focus()
    page.wait_for_timeout(PAUSE)
    before = page.evaluate("[location.href, history.length]")
    requests.clear()
    for title, url in _indexed(site, name, index):
        _check_title(page, title, url, report)
    for typed, wanted in FACTS:
        if wanted in site.pages and _place(page, typed, address(site, wanted)) != 0:
            report.add("search-rank", wanted, f"is not the first result for {typed!r}")
    _check_keyboard(page, name, report)
    if requests or page.evaluate("[location.href, history.length]") != before:
        report.add("search-typed", name, f"typing changes the address or the history, or asks for {requests[:3]}")
    _check_left(page, name, report)
    _check_without_script(browser, site, name, report)


def _tab_to(page: Page, selector: str) -> bool:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return True
    return False


def _indexed(site: Site, name: str, index: str) -> list[tuple[str, str]]:
    """Title and address of some pages of the index, spread evenly over it."""
    path = Path(unquote(urlsplit(index).path)) if index.startswith("file:") else site.file_at(index)
    if path is None or not path.is_file():
        raise CannotRun(f"{name} names an index that is not there: {index}")
    pages = json.loads(path.read_text("utf-8").strip().removeprefix("signpostSearch(").removesuffix(");"))["pages"]
    return [(title, urljoin(address(site, name), url)) for url, title, *_ in pages[::max(1, len(pages) // PAGES)]]


def _check_title(page: Page, title: str, url: str, report: Report) -> None:
    """A page is found by its title, and by the longest word of it in capitals and with two letters swapped."""
    place = _place(page, title, url)
    if place is None or place >= NEAR_THE_TOP:
        report.add("search-rank", url, f"its title does not bring it among the first {NEAR_THE_TOP}")
    elif not page.evaluate(FOUND)[place][1]:
        report.add("search-mark", url, "none of the words found is marked")
    word = max(re.findall(r"[^\W\d_]+", title), key=len, default="")
    ways = [("search-found", word.upper())] + [("search-slip", word[:3] + word[4] + word[3] + word[5:])] * (len(word) > 5)
    for rule, typed in ways:
        if _place(page, typed, url) is None and len(page.evaluate(FOUND)) < MOST_SHOWN:
            report.add(rule, url, f"{typed!r} does not find it")


def _place(page: Page, typed: str, url: str) -> int | None:
    """Where the page stands among the results."""
    page.evaluate(TYPE, typed)
    urls = [found for found, _ in page.evaluate(FOUND)]
    return urls.index(url) if url in urls else None


def _check_keyboard(page: Page, name: str, report: Report) -> None:
    box, status = page.locator(INPUT), page.locator(f"{BOX} [role=status]")
    box.fill("")
    box.press_sequentially("help")
    page.wait_for_timeout(PAUSE)
    if not re.search(r"\d", status.inner_text()):
        report.add("search-status", name, "how many pages were found is not announced")
    box.press("Enter")
    if not page.evaluate("selector => document.activeElement.matches(selector)", INPUT):
        report.add("search-keyboard", name, "Enter takes the focus away from the box")
    page.keyboard.press("Tab")
    if not page.evaluate("selector => document.activeElement.matches(selector)", f"{BOX} li a[href]"):
        report.add("search-keyboard", name, "Tab does not lead from the box to the first result")
    box.focus()
    page.keyboard.press("Escape")
    if box.input_value() or page.evaluate(FOUND):
        report.add("search-keyboard", name, "Escape does not clear the box and the results")


def _check_left(page: Page, name: str, report: Report) -> None:
    """A page that comes back from the browser's memory must not show what was typed. The automated browser keeps none
    there, so the page is told that it is being left."""
    page.locator(INPUT).press_sequentially("help")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    if page.locator(INPUT).input_value() or page.evaluate(FOUND):
        report.add("search-left", name, "what was typed stays in the page when it is left")
    page.locator(INPUT).press_sequentially("help")
    page.reload(wait_until="load")
    if page.locator(INPUT).input_value():
        report.add("search-left", name, "what was typed is there again when the page is loaded again")


def _check_without_script(browser: Browser, site: Site, name: str, report: Report) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address(site, name), wait_until="load")
    if page.locator(INPUT).is_visible():
        report.add("search-nojs", name, "without JavaScript there is a box that does nothing")
    if not page.locator("main a[href]").locator("visible=true").count():
        report.add("search-nojs", name, "without JavaScript no link leads to the list of all pages")


# ---- The script with words of many languages

@contextmanager
def word_pages(script: Path) -> Iterator[dict[str, str]]:
    """A search page for each language of the tables, on disk: its address. Each word of a language is a page."""
    with tempfile.TemporaryDirectory() as folder:
        root, pages = Path(folder), {}
        (root / "search.js").write_bytes(script.read_bytes())
        for language in dict.fromkeys(language for language, *_ in SAME + OTHER):
            words = dict.fromkeys(word for other, word, _ in SAME + OTHER if other == language)
            (root / f"{language}.js").write_text(write_index(language, [(f"#{n}", w, w, 1) for n, w in enumerate(words)]), "utf-8")
            page = root / f"{language}.html"
            page.write_text(f"""<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>Words</title></head><body>
<div data-signpost-search data-index="{language}.js" data-found="{{count}}" data-best="{{count}}" data-none="0" data-failed="" hidden>
<input aria-label="Search"><p role="status"></p><ul hidden></ul></div><script src="search.js"></script></body></html>""", "utf-8")
            pages[language] = page.as_uri()
        yield pages


def write_index(language: str, pages: list[tuple[str, str, str, int]]) -> str:
    """The index of docs/search.md, without its savings: no letters shared between words. Title and summary count alike."""
    places: dict[str, set[int]] = {}
    for number, (_, title, summary, _) in enumerate(pages):
        for word in re.sub("['’]", "", f"{title} {summary}".lower()).translate(NO_WORDS).split():
            places.setdefault(word, set()).add(number)
    hits = []
    for word in sorted(places):
        last, code = -1, ""
        for number in sorted(places[word]):
            code, last = code + _digits((number - last - 1) << 2 | 3), number
        hits.append(code)
    value = {"language": language, "pages": pages, "words": " ".join("0" + word for word in sorted(places)), "hits": " ".join(hits)}
    return f"signpostSearch({json.dumps(value, ensure_ascii=False)});\n"


NO_WORDS = {ord(sign): " " for sign in "!?.,;:–-()“”\""}
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _digits(number: int) -> str:
    return DIGITS[number] if number < 32 else DIGITS[number & 31 | 32] + _digits(number >> 5)


FIND = f"""typed => new Promise(done => {{
  const box = document.querySelector('{INPUT}');
  box.focus();
  box.dispatchEvent(new Event('focus'));
  const look = tries => {{
    box.value = typed;
    box.dispatchEvent(new Event('input'));
    const found = [...document.querySelectorAll('{BOX} li a')].map(a => a.textContent);
    found.length || !tries ? done(JSON.stringify(found)) : setTimeout(look, 20, tries - 1);
  }};
  look(10);
}})"""


def _check_words(browser: Browser, pages: dict[str, str], report: Report) -> None:
    page = browser.new_page()
    for language, url in pages.items():
        page.goto(url)
        _judge_words(language, lambda typed: json.loads(page.evaluate(FIND, typed)), "search-words", report)


def _judge_words(language: str, find: Callable[[str], list[str]], rule: str, report: Report) -> None:
    for word, typed in [(word, typed) for other, word, typed in SAME if other == language]:
        if word not in find(typed):
            report.add(rule, language, f"{typed!r} does not find {word!r}")
    for word, typed in [(word, typed) for other, word, typed in OTHER if other == language]:
        if word in find(typed):
            report.add(rule, language, f"{typed!r} finds {word!r}, which is another word")


def _check_firefox(pages: dict[str, str], report: Report) -> None:
    with firefox() as browser:
        for language, url in pages.items():
            browser.open(url)
            find = lambda typed: json.loads(browser.evaluate(f"({FIND})({json.dumps(typed)})"))
            _judge_words(language, find, "search-firefox", report)
            for error in browser.errors:
                report.add("search-firefox", language, error[:160])
