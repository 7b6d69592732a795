// Shows the "Print this page" buttons, which can do nothing without a script.
for (const button of document.querySelectorAll("[data-signpost-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
