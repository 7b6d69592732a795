"""A walk through a page with the Tab key."""
from __future__ import annotations

from playwright.sync_api import Page

from .report import Report

# Remember how every tabbable element looks without focus, so that its focused look can be compared.
START = """() => {
  const outline = s => s.outlineStyle === 'none' || s.outlineWidth === '0px' ? 'none' : [s.outlineStyle, s.outlineWidth, s.outlineColor];
  const own = s => [outline(s), s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.color,
    s.textDecoration, s.textDecorationThickness].join('|');
  const look = e => [null, '::before', '::after'].map(part => own(getComputedStyle(e, part))).join('/');
  const tabbable = 'a[href],button,input,select,textarea,summary,[tabindex],audio[controls],video[controls],iframe';
  const controls = [...document.querySelectorAll(tabbable)].filter(e => e.tabIndex >= 0 && !e.disabled
    && e.checkVisibility({visibilityProperty: true}) && !e.closest('[inert]')
    && !(e.type === 'radio' && e.name && !e.checked));  // a radio group is one stop
  window.__walk = {look, before: new Map(controls.map(e => [e, look(e)])), seen: new Set()};
  return controls.length;
}"""

# What has focus now: null when focus has left the page. A link may wrap over lines, so every box it has counts.
STEP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const walk = window.__walk, again = walk.seen.has(e);
  walk.seen.add(e);
  const hit = (x, y) => x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight && document.elementFromPoint(
    Math.min(x, innerWidth - 1), Math.min(y, innerHeight - 1));
  const own = top => top && (e.contains(top) || top.contains(e));
  const boxes = [...e.getClientRects()].filter(r => r.width >= 1 && r.height >= 1);
  const seen = boxes.some(r => own(hit(r.left + r.width / 2, r.top + r.height / 2)));
  const corners = r => [[r.left + 2, r.top + 2], [r.right - 2, r.top + 2], [r.left + 2, r.bottom - 2], [r.right - 2, r.bottom - 2]];
  const covering = boxes.filter(r => r.height < innerHeight / 3).flatMap(corners).map(([x, y]) => hit(x, y))
    .some(top => top && !own(top) && top.closest('[data-signpost-exit]'));
  return {html: e.outerHTML.slice(0, 90), again, hidden: !seen, covered: seen && covering,
    plain: walk.before.has(e) && walk.before.get(e) === walk.look(e)};
}"""

LEFT = """() => [...window.__walk.before.keys()].filter(e => e.isConnected && !window.__walk.seen.has(e)
  && e.checkVisibility({visibilityProperty: true})).map(e => e.outerHTML.slice(0, 90))"""

FAULTS = {
    "hidden": ("focus-hidden", "the focused control is off screen or covered (WCAG 2.4.11)"),
    "covered": ("focus-covered", "the exit button covers part of the focused control"),
    "plain": ("focus-style", "focus changes nothing that can be seen (WCAG 2.4.7)"),
}


def walk(page: Page, where: str, report: Report) -> None:
    """Press Tab from the top until focus leaves the page, looking at each stop on the way."""
    controls = page.evaluate(START)
    last = None
    for _ in range(controls * 2 + 20):
        page.keyboard.press("Tab")
        step = page.evaluate(STEP)
        if step is None or (step["again"] and not page.evaluate(LEFT)):
            break
        if not step["again"]:
            _judge(step, where, report)
        last = step
    else:
        if last is not None:
            report.add("keyboard-trap", where, f"Tab never leaves these controls (WCAG 2.1.2): {last['html']}")
    for control in page.evaluate(LEFT):
        report.add("unreachable", where, f"Tab never reaches this control (WCAG 2.1.1): {control}")


def _judge(step: dict, where: str, report: Report) -> None:
    for key, (rule, text) in FAULTS.items():
        if step[key]:
            report.add(rule, where, f"{text}: {step['html']}")
