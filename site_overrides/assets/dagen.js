// The day that a page speaks of (`data-laget`, ÅÅÅÅ-MM-DD) held against the reader's own: what has passed since (`data-till`) is
// marked in the words that the page brings (`data-efter`), and a page older than two days says so.
(() => {
  "use strict";
  const said = document.querySelector("[data-laget]");
  if (!said) return;
  const made = said.dataset.laget;
  // Days are the municipality's, wherever the reader is; this locale writes them as ISO dates.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(new Date());

  for (const place of document.querySelectorAll("[data-till]")) {
    const last = place.dataset.till;
    if (last < made || last >= today) continue;
    const mark = document.createElement("span");
    mark.className = "k-lage k-lage--passerat";
    mark.textContent = place.dataset.efter;
    place.append(" ", mark);
  }

  for (const place of document.querySelectorAll("[data-kvar]")) {
    const left = Math.round((Date.parse(place.dataset.kvar) - Date.parse(today)) / 86400000);
    place.textContent = left > 0 ? `· ${left} ${left === 1 ? "dag" : "dagar"} kvar` : left === 0 ? "· sista dagen" : "";
  }

  const age = Math.round((Date.parse(today) - Date.parse(made)) / 86400000);
  if (age <= 2) return;
  const warning = document.createElement("strong");
  warning.textContent = `Sidan är ${age} dagar gammal: det kan ha hänt mer sedan dess.`;
  said.append(". ", warning);
})();
