// The search page: an exact diarienummer is looked up in our own list first, then Pagefind is asked.
// State lives in the address (?q=&organ=&ar=&slag=&enhet=&ordning=), so that a search can be sent to somebody.
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const form = document.getElementById("sok-formular");
  const query = document.getElementById("sok-q");
  const filterBox = document.getElementById("sok-filter");
  const status = document.getElementById("sok-status");
  const list = document.getElementById("sok-traffar");
  const more = document.getElementById("sok-fler");
  const filters = [...form.querySelectorAll("select[data-filter]")];
  const order = form.elements.ordning;
  const fields = [query, ...filters, order];
  const pageSize = 10;
  const orders = { nyast: { datum: "desc" }, aldst: { datum: "asc" } };
  const collator = new Intl.Collator("sv", { numeric: true });
  const failed =
    "Sökningen kunde inte laddas. Läs in sidan på nytt, eller leta i kalendern och nämndernas egna listor.";

  // What failed to load is asked for again next time: the reader may have come back to a network.
  const once = (load) => {
    let promise;
    return () => (promise ??= load().catch((error) => ((promise = undefined), Promise.reject(error))));
  };
  const engine = once(async () => {
    const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
    await pagefind.options({ excerptLength: 28 });
    await pagefind.init();
    return pagefind;
  });
  const caseNumbers = once(async () => {
    const response = await fetch(new URL("sok/diarienummer.json", root));
    if (!response.ok) throw new Error(`diarienummer.json: ${response.status}`);
    return response.json();
  });
  const fillFilters = once(async () => {
    const available = await (await engine()).filters();
    const wanted = new URLSearchParams(location.search);
    for (const select of filters) {
      const values = Object.keys(available[select.dataset.filter] ?? {}).sort(collator.compare);
      if (select.name === "ar") values.reverse();
      select.append(...values.map((value) => new Option(value, value)));
      select.parentElement.hidden = !values.length;
      // The address may carry a filter that could not be chosen before the options were here.
      select.value = values.includes(wanted.get(select.name)) ? wanted.get(select.name) : "";
    }
    filterBox.hidden = false;
  });

  const element = (name, className, ...children) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.append(...children);
    return node;
  };

  // Parsed in a document of its own and rebuilt as text and <mark> only: nothing else of an excerpt reaches the page.
  const excerptNodes = (html) =>
    [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((node) =>
      node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent,
    );

  const swedishDay = (iso) =>
    /^\d{4}-\d{2}-\d{2}$/.test(iso ?? "")
      ? new Date(`${iso}T12:00:00Z`).toLocaleDateString("sv-SE", {
          day: "numeric",
          month: "long",
          year: "numeric",
          timeZone: "UTC",
        })
      : (iso ?? "");

  const entry = (href, title, meta, excerpt) => {
    const link = element("a", "k-lista__titel", title);
    link.href = href;
    const item = element("li", "", link);
    if (meta) item.append(element("span", "k-lista__meta", meta));
    if (excerpt) item.append(element("p", "", ...excerptNodes(excerpt)));
    return item;
  };

  const hit = (data) => {
    const parts = [...(data.filters?.slag ?? []), ...(data.filters?.organ ?? []), swedishDay(data.meta?.datum)];
    return entry(data.url, data.meta?.title || data.url, parts.filter(Boolean).join(" · "), data.excerpt);
  };

  // "AVUX/2017:43" is a key of the list; "2017:43" is what follows a separator in one or more of them.
  const casesFor = async (text) => {
    const wanted = text.toLowerCase().replace(/\s+/g, "");
    if (!/\d/.test(wanted)) return [];
    const known = await caseNumbers().catch(() => ({}));
    const numbers = Object.keys(known);
    const isBareNumber = /^\d+[:/-]\d/.test(wanted);
    const endsWith = (number) =>
      number.endsWith(wanted) && /[^\p{L}\p{N}]/u.test(number.charAt(number.length - wanted.length - 1));
    const found = Object.hasOwn(known, wanted) ? [wanted] : isBareNumber ? numbers.filter(endsWith) : [];
    return found
      .sort(collator.compare)
      .map((number) =>
        entry(new URL(known[number], root).href, `Ärendet ${number.toUpperCase()}`, "Allt med det diarienumret"),
      );
  };

  const chosen = () =>
    Object.fromEntries(filters.filter((field) => field.value).map((field) => [field.dataset.filter, field.value]));

  const address = () => {
    const url = new URL(location.href);
    url.search = "";
    for (const field of fields) if (field.value.trim()) url.searchParams.set(field.name, field.value.trim());
    return url;
  };

  const sentence = (count, cases, text) => {
    const about = text ? ` på ”${text}”` : "";
    if (!count && !cases) return `Inga träffar${about}. Pröva ett annat ord, eller ta bort något filter.`;
    const hits = count === 1 ? "1 träff" : `${count} träffar`;
    if (cases) return count ? `Diarienumret finns. Dessutom ${hits} i texterna.` : "Diarienumret finns.";
    return `${hits}${about}.`;
  };

  let latest = 0;
  let waiting = [];

  const showMore = async (focus) => {
    const run = latest;
    const batch = waiting.splice(0, pageSize);
    const items = (await Promise.all(batch.map((result) => result.data()))).map(hit);
    if (run !== latest) return;
    list.append(...items);
    more.hidden = !waiting.length;
    more.textContent = `Visa fler (${waiting.length} kvar)`;
    if (focus) items[0]?.querySelector("a").focus();
  };

  // Pagefind leaves out what has no date when it sorts by date: those pages are put last instead of lost.
  const ask = async (text) => {
    const pagefind = await engine();
    const { results } = await pagefind.search(text || null, { filters: chosen() });
    if (!order.value) return results;
    const dated = await pagefind.search(text || null, { filters: chosen(), sort: orders[order.value] });
    const known = new Set(dated.results.map((result) => result.id));
    return [...dated.results, ...results.filter((result) => !known.has(result.id))];
  };

  const search = async () => {
    const run = ++latest;
    const text = query.value.trim();
    const filtering = Object.keys(chosen()).length > 0;
    waiting = [];
    if (!text && !filtering) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      return;
    }
    status.textContent = "Söker …";
    const cases = await casesFor(text);
    if (run !== latest) return;
    try {
      const found = await ask(text);
      if (run !== latest) return;
      waiting = [...found];
      list.replaceChildren(...cases);
      await showMore(false);
      if (run === latest) status.textContent = sentence(found.length, cases.length, text);
    } catch {
      if (run !== latest) return;
      list.replaceChildren(...cases);
      more.hidden = true;
      status.textContent = failed;
    }
  };

  let timer;
  const searchSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(null, "", address());
      search();
    }, 250);
  };
  const searchNow = () => {
    clearTimeout(timer);
    if (address().href !== location.href) history.pushState(null, "", address());
    search();
  };

  const readAddress = () => {
    const wanted = new URLSearchParams(location.search);
    for (const field of fields) field.value = wanted.get(field.name) ?? "";
  };

  const start = async () => {
    readAddress();
    if (!location.search) query.focus({ preventScroll: true });
    try {
      await fillFilters();
      await search();
    } catch {
      await search();
      status.textContent = failed;
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    searchNow();
  });
  query.addEventListener("input", searchSoon);
  [...filters, order].forEach((field) => field.addEventListener("change", searchNow));
  more.addEventListener("click", () => showMore(true));
  addEventListener("popstate", () => {
    readAddress();
    search();
  });
  start();
})();
