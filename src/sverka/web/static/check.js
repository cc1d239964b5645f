// Colours a claim in the text when its card arrives, and copies corrections. The page works without it.
"use strict";
(() => {
  const settle = (arrived) => {
    const { claim, verdict, symbol } = arrived.dataset;
    for (const mark of document.querySelectorAll(`#marked [data-claim="${claim}"]`)) {
      mark.classList.remove("waiting");
      mark.classList.add(verdict);
      if (mark.matches("a")) mark.textContent = symbol + claim;
    }
    arrived.removeAttribute("data-claim");
  };
  const look = () => {
    document.querySelectorAll(".arriving[data-claim]").forEach(settle);
    for (const button of document.querySelectorAll("button[data-copy][hidden]")) button.hidden = false;
  };
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  look();
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    button.textContent = button.dataset.copied;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const told = event.target.querySelector?.(".corrected");
    if (told && event.detail.requestConfig?.verb === "post") told.focus();
  });
})();
