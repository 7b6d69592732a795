// "Exit this page": leave at once, and leave nothing on the screen.
//
// Without this script the link is a plain link. With it, a click, or Shift pressed three times,
// empties the page first, so that a slow connection shows nothing, and then *replaces* it, so that
// Back does not return here. Nothing is stored. The behaviour is that of version 6 of the GOV.UK
// Design System's pattern: https://design-system.service.gov.uk/patterns/exit-a-page-quickly/
(() => {
  "use strict";
  const link = document.querySelector("[data-signpost-exit]");
  if (!link) return;

  // A reader's whole pause between two presses; each press starts it again.
  const WINDOW = 5000;
  const PRESSES = 3;

  // Screen readers announce changes to a live region that was there before the change.
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  link.parentNode.append(status);

  let presses = 0;
  let timer = 0;
  let shiftAlone = false;

  function leave() {
    const overlay = document.createElement("div");
    overlay.id = "exit-overlay";
    overlay.setAttribute("role", "alert");
    overlay.append(status);
    // Taking the content away, not only covering it: a screen reader, a print-out
    // and a page brought back from the browser's memory find nothing either.
    document.body.replaceChildren(overlay);
    document.title = link.hostname;
    status.textContent = link.dataset.leaving;
    location.replace(link.href);
  }

  function forget(message) {
    clearTimeout(timer);
    presses = 0;
    delete link.dataset.presses;
    status.textContent = message;
  }

  function countPress() {
    presses += 1;
    if (presses === PRESSES) return leave();
    link.dataset.presses = presses;
    status.textContent = presses === 1 ? link.dataset.once : link.dataset.twice;
    clearTimeout(timer);
    timer = setTimeout(() => forget(link.dataset.expired), WINDOW);
  }

  // Every exit link of the page, also those that a board adds to its own templates.
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-signpost-exit]")) return;
    event.preventDefault();
    leave();
  });

  // Shift counts when it goes up, unless another key went down meanwhile: a capital letter, Shift + Tab.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Shift") {
      shiftAlone ||= !event.repeat;
    } else {
      shiftAlone = false;
      if (presses > 0) forget("");
    }
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    if (shiftAlone) countPress();
    shiftAlone = false;
  });

  // The emptied page can come back from the back/forward cache only when its replacement failed
  // or the browser ignored `replace`. Someone left in a hurry: do not show the page, leave again.
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.getElementById("exit-overlay")) location.replace(link.href);
  });
})();
