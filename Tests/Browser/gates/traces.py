"""Nothing that a visit leaves behind, and nobody else who hears of it."""
from __future__ import annotations

import lxml.html
from playwright.sync_api import Page

from .browser import chromium
from .report import Report
from .site import Site

ABOUT = "no cookies, no storage, no service worker, no other host, a strict Content-Security-Policy"
SHARES = ("",)

SEARCHES = 5  # boxes to type in: the box is the same component on every page
TYPED = "Zebra"

# Runs before the page's own scripts: remembers every attempt to keep something, even one undone at once.
WATCH = """(() => {
  const seen = [];
  Object.defineProperty(window, '__traces', {value: seen});
  const wrap = (owner, name, rule) => {
    const original = owner?.[name];
    if (original) owner[name] = function (...args) { seen.push([rule, `${name}(${String(args[0]).slice(0, 60)})`]); return original.apply(this, args) };
  };
  wrap(window.Storage?.prototype, 'setItem', 'storage');
  wrap(window.IDBFactory?.prototype, 'open', 'storage');
  wrap(window.CacheStorage?.prototype, 'open', 'storage');
  wrap(window.ServiceWorkerContainer?.prototype, 'register', 'service-worker');
  wrap(navigator, 'sendBeacon', 'beacon');
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {...cookie, set(value) {
    seen.push(['cookie', `document.cookie = ${String(value).slice(0, 60)}`]); cookie.set.call(this, value) }});
  document.addEventListener('securitypolicyviolation', e =>
    seen.push(['csp-violation', `${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile ?? ''}:${e.lineNumber}`]));
})()"""

# What is kept in the end, asked of the browser itself.
KEPT = """async () => {
  const kept = [...window.__traces];
  if (document.cookie) kept.push(['cookie', document.cookie]);
  for (const [name, store] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]])
    if (store.length) kept.push(['storage', `${name}: ${Object.keys(store)}`]);
  for (const base of await indexedDB.databases()) kept.push(['storage', `IndexedDB: ${base.name}`]);
  if (window.caches) for (const key of await caches.keys()) kept.push(['storage', `Cache: ${key}`]);
  if ((await navigator.serviceWorker?.getRegistrations())?.length) kept.push(['service-worker', 'registered']);
  return kept;
}"""

USE_PAGE = "() => { document.querySelectorAll('details').forEach(d => d.open = true); scrollTo(0, 1e6) }"
SEARCH_BOX = "input[type=search], [role=searchbox], [role=combobox]"

WEAK_SOURCES = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:", "blob:")
HINTS = {"preconnect", "dns-prefetch", "prefetch", "prerender", "preload", "modulepreload"}


def check(site: Site, share: str) -> Report:
    report = Report()
    for name in site.files:
        for rule, message in static_faults(site.document(name)):
            report.add(rule, name, message)
    visit_all(site, report)
    return report


def static_faults(document: lxml.html.HtmlElement) -> list[tuple[str, str]]:
    """What can be seen in the file: policies and hints to other hosts."""
    faults = [("csp", message) for message in policy_faults(document)]
    referrers = document.xpath("//meta[@name='referrer']/@content")
    if referrers != ["no-referrer"]:
        faults.append(("referrer", f'needs <meta name="referrer" content="no-referrer">, has {referrers}'))
    for link in document.iter("link"):
        if HINTS & set(link.get("rel", "").split()) and link.get("href", "").startswith(("http:", "https:", "//")):
            faults.append(("other-host", f"<link rel={link.get('rel')}> tells {link.get('href')} of the visit"))
    faults += [("other-host", f"<a ping={a.get('ping')}> reports the click") for a in document.xpath("//a[@ping]")]
    return faults


def policy_faults(document: lxml.html.HtmlElement) -> list[str]:
    """Faults of the Content-Security-Policy in the page itself, which must bind every script and style after it."""
    metas = [m for m in document.iter("meta") if m.get("http-equiv", "").lower() == "content-security-policy"]
    if len(metas) != 1:
        return [f"needs one <meta http-equiv=Content-Security-Policy>, has {len(metas)}"]
    faults = []
    if metas[0].xpath("preceding::script | preceding::style | preceding::link[contains(@rel, 'stylesheet')]"):
        faults.append("the policy must come before every script and style")
    policy = dict(_directives(metas[0].get("content", "")))
    if policy.get("default-src") not in (["'none'"], ["'self'"]):
        faults.append("default-src must be 'none' or 'self'")
    # These two do not fall back on default-src.
    faults += [f"needs {name}" for name in ("base-uri", "form-action") if name not in policy]
    for name, sources in policy.items():
        faults += [f"{name} allows {source}" for source in sources if _is_weak(source)]
    return faults


def _directives(text: str) -> list[tuple[str, list[str]]]:
    parts = (part.split() for part in text.split(";"))
    return [(part[0].lower(), part[1:]) for part in parts if part]


def _is_weak(source: str) -> bool:
    return source in WEAK_SOURCES or (not source.startswith("'") and "." in source)


def visit_all(site: Site, report: Report) -> None:
    """Open every page as a reader would, use it a little, and see what is left."""
    with chromium() as browser:
        context = browser.new_context()
        context.add_init_script(WATCH)
        page = context.new_page()
        searched, noise = 0, []
        page.on("request", lambda r: r.url.startswith((site.origin, "data:", "blob:")) or noise.append(("other-host", r.url)))
        page.on("websocket", lambda socket: noise.append(("other-host", f"WebSocket {socket.url}")))
        page.on("console", lambda m: "Content Security Policy" in m.text and noise.append(("csp-violation", m.text[:160])))
        for name in site.pages:
            page.goto(site.url(name), wait_until="load")
            page.evaluate(USE_PAGE)
            if searched < SEARCHES and page.locator(SEARCH_BOX).locator("visible=true").count():
                searched += 1
                noise += _search(page)
            noise += [tuple(kept) for kept in page.evaluate(KEPT)]
            noise += [("cookie", cookie["name"]) for cookie in context.cookies()]
            for rule, message in dict.fromkeys(noise):
                report.add(rule, name, message)
            noise.clear()
            context.clear_cookies()


def _search(page: Page) -> list[tuple[str, str]]:
    """Type in the search box and press Enter: the words must not reach the address, the history or a server."""
    before = page.evaluate("[location.href, history.length]")
    sent: list[str] = []
    listen = lambda request: TYPED in request.url and sent.append(request.url)
    page.on("request", listen)
    box = page.locator(SEARCH_BOX).locator("visible=true").first
    box.press_sequentially(TYPED)
    box.press("Enter")
    page.wait_for_timeout(300)
    page.remove_listener("request", listen)
    faults = [("typed", f"the words typed were sent to {url}") for url in sent]
    after = page.evaluate("[location.href, history.length]")
    if TYPED in after[0] or (before[0] == after[0] and before[1] != after[1]):
        faults.append(("typed", "the words typed entered the address or the history"))
    return faults
