"""A walk through a page with the Tab key."""
from __future__ import annotations

from playwright.sync_api import CDPSession, Page

from .report import Report

# The page keeps the diary of the walk: before each press of Tab it notes what the press before has reached. Asking
# after every press would take three times as long.
START = """() => {
  // Start from the top, wherever an earlier walk ended: what still has focus would be noted as looking so without it.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);

  const outline = s => s.outlineStyle === 'none' || s.outlineWidth === '0px' ? 'none' : [s.outlineStyle, s.outlineWidth, s.outlineColor];
  const own = s => [outline(s), s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.color,
    s.textDecoration, s.textDecorationThickness].join('|');
  const look = e => [null, '::before', '::after'].map(part => own(getComputedStyle(e, part))).join('/');
  const short = e => e.outerHTML.slice(0, 90);
  const tabbable = 'a[href],button,input,select,textarea,summary,[tabindex],audio[controls],video[controls],iframe';
  const controls = [...document.querySelectorAll(tabbable)].filter(e => e.tabIndex >= 0 && !e.disabled
    && e.checkVisibility({visibilityProperty: true}) && !e.closest('[inert]')
    && !(e.type === 'radio' && e.name && !e.checked));  // a radio group is one stop
  const before = new Map(controls.map(e => [e, look(e)]));  // without focus
  const seen = new Set();

  const hit = (x, y) => x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight && document.elementFromPoint(
    Math.min(x, innerWidth - 1), Math.min(y, innerHeight - 1));
  // Points all over the part of a box that is in the window: a region may be taller than the window.
  const points = r => {
    const left = Math.max(r.left, 0), right = Math.min(r.right, innerWidth);
    const top = Math.max(r.top, 0), bottom = Math.min(r.bottom, innerHeight);
    const parts = [.5, .1, .9];
    return left < right && top < bottom
      ? parts.flatMap(x => parts.map(y => [left + (right - left) * x, top + (bottom - top) * y])) : [];
  };
  const corners = r => [[r.left + 2, r.top + 2], [r.right - 2, r.top + 2], [r.left + 2, r.bottom - 2], [r.right - 2, r.bottom - 2]];
  const judge = e => {
    const mine = top => top && (e.contains(top) || top.contains(e));
    const boxes = [...e.getClientRects()].filter(r => r.width >= 1 && r.height >= 1);  // a link may wrap over lines
    const shown = boxes.some(r => points(r).some(([x, y]) => mine(hit(x, y))));
    const covering = boxes.filter(r => r.height < innerHeight / 3).flatMap(corners).map(([x, y]) => hit(x, y))
      .some(top => top && !mine(top) && top.closest('[data-signpost-exit]'));
    return {html: short(e), hidden: !shown, covered: shown && covering, plain: before.has(e) && before.get(e) === look(e)};
  };

  const walk = window.__walk = {
    controls: controls.length, stops: [], left: false, last: '',
    note() {
      const e = document.activeElement;
      if (!e || e === document.body || e === document.documentElement) { walk.left = seen.size > 0; return }
      walk.last = short(e);
      if (seen.has(e)) return;
      seen.add(e);
      walk.stops.push(judge(e));
    },
    missed: () => [...before.keys()].filter(e => e.isConnected && !seen.has(e)
      && e.checkVisibility({visibilityProperty: true})).map(short),
  };
  window.__walkNote ??= addEventListener('keydown', e => { if (e.key === 'Tab' && !window.__walk.left) window.__walk.note() }, true) ?? true;

  return walk.controls;
}"""

STATE = "() => { const w = window.__walk; if (!w.left) w.note(); return {left: w.left, last: w.last, missed: w.missed()} }"
STOPS = "() => window.__walk.stops"

TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
PRESSES = 12  # between two looks at the diary

FAULTS = {
    "hidden": ("focus-hidden", "the focused control is off screen or covered (WCAG 2.4.11)"),
    "covered": ("focus-covered", "the exit button covers part of the focused control"),
    "plain": ("focus-style", "focus changes nothing that can be seen (WCAG 2.4.7)"),
}


def walk(page: Page, keys: CDPSession, where: str, report: Report) -> None:
    """Press Tab from the top until focus leaves the page or has been everywhere."""
    controls = page.evaluate(START)
    for _ in range(0, controls * 2 + 20, PRESSES):
        for _ in range(PRESSES):
            keys.send("Input.dispatchKeyEvent", TAB)
        state = page.evaluate(STATE)
        if state["left"] or not state["missed"]:
            break
    else:
        report.add("keyboard-trap", where, f"Tab never leaves these controls (WCAG 2.1.2): {state['last']}")
    for stop in page.evaluate(STOPS):
        for key, (rule, text) in FAULTS.items():
            if stop[key]:
                report.add(rule, where, f"{text}: {stop['html']}")
    for control in state["missed"]:
        report.add("unreachable", where, f"Tab never reaches this control (WCAG 2.1.1): {control}")
