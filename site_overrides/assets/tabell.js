// Tables that can be sorted (`data-sorterbar`), and tables and lists that can be filtered (`data-filtrerbar`, its value is the label).
// A cell's value for sorting is its data-varde (number or ISO date), else its text in Swedish order.
(() => {
  "use strict";
  const collator = new Intl.Collator("sv", { numeric: true, sensitivity: "base" });
  const isNumber = (text) => /^[-−]?\d+([.,]\d+)?$/.test(text);
  const toNumber = (text) => Number(text.replace("−", "-").replace(",", "."));
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell ? (cell.dataset.varde ?? cell.textContent).trim() : "";
  };

  const comparison = (rows, column) => {
    const values = rows.map((row) => value(row, column)).filter(Boolean);
    if (values.length && values.every(isNumber)) return (a, b) => toNumber(a) - toNumber(b);
    return collator.compare;
  };

  // A row without a value stands last in both directions: "unknown" is neither first nor greatest.
  const sortRows = (body, column, direction) => {
    const rows = [...body.rows];
    const compare = comparison(rows, column);
    const ordered = rows
      .map((row) => ({ row, value: value(row, column) }))
      .sort((a, b) => !a.value - !b.value || direction * compare(a.value, b.value));
    body.append(...ordered.map((entry) => entry.row));
  };

  const makeSortable = (table, say) => {
    const headers = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
    headers.forEach((header, column) => {
      if (header.hasAttribute("data-osorterad") || !header.textContent.trim()) return;
      const name = header.textContent.trim();
      const button = document.createElement("button");
      button.type = "button";
      button.className = "k-sortera";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => {
        const ascending = header.getAttribute("aria-sort") !== "ascending";
        headers.forEach((other) => other.removeAttribute("aria-sort"));
        header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        for (const body of table.tBodies) sortRows(body, column, ascending ? 1 : -1);
        say(`Sorterad efter ${name}, ${ascending ? "stigande" : "fallande"}.`);
      });
    });
  };

  const makeFilterable = (filtered, place, say) => {
    const rows = filtered.tBodies ? [...filtered.tBodies].flatMap((body) => [...body.rows]) : [...filtered.children];
    const texts = rows.map((row) => row.textContent.replaceAll("\u00AD", "").toLocaleLowerCase("sv"));
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "search";
    input.autocomplete = "off";
    label.append(filtered.dataset.filtrerbar || "Filtrera raderna", input);
    place.prepend(label);
    input.addEventListener("input", () => {
      const words = input.value.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const match = words.every((word) => texts[index].includes(word));
        row.hidden = !match;
        shown += match;
      });
      say(words.length ? `Visar ${shown} av ${rows.length} rader.` : "");
    });
  };

  document.querySelectorAll("[data-sorterbar], [data-filtrerbar]").forEach((table) => {
    if (table.tBodies && !(table.tHead && table.tBodies.length)) return;
    // The page keeps room for a field, so that nothing moves when it comes.
    const whole = table.closest(".k-tabell") ?? table;
    const kept = whole.previousElementSibling;
    const place = kept?.matches(".k-filtrera:empty") ? kept : document.createElement("div");
    place.className = "k-filtrera";
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    place.append(status);
    const say = (text) => (status.textContent = text);
    if (table.hasAttribute("data-filtrerbar")) makeFilterable(table, place, say);
    if (table.hasAttribute("data-sorterbar")) makeSortable(table, say);
    if (place !== kept) whole.before(place);
  });
})();
