// Links that lead to a place (`data-kopiera`) copy its address when they are pressed; without scripts they are links.
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  for (const link of document.querySelectorAll("a[data-kopiera]")) {
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    link.textContent = link.dataset.kopiera;
    link.after(" ", said);
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      try {
        await navigator.clipboard.writeText(link.href);
        said.textContent = "Kopierad.";
      } catch {
        location.href = link.href;
      }
    });
  }
})();
