// The search page: an exact diarienummer is looked up in our own list first, then Pagefind is asked.
// A large archive's index is in parts, newest first: as many are fetched as it takes to fill a page of results, and the reader is
// told which years that was and can go on to the others.
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
  const orders = { nyast: -1, aldst: 1 };
  // Title and diarienummer weigh most; parts of compounds ("skjuts" in "skolskjuts") less than the word itself.
  const ranking = { metaWeights: { title: 8, nummer: 10, delar: 0.5 } };
  const excerptWords = 28;
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
    await pagefind.options({ excerptLength: excerptWords, ranking });
    await pagefind.init();
    return pagefind;
  });
  const json = (address) =>
    once(async () => {
      const response = await fetch(new URL(address, root));
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json();
    });
  const directory = json("pagefind/delar.json");
  const caseNumbers = json("sok/diarienummer.json");
  const fillFilters = once(async () => {
    const available = (await directory()).val;
    const wanted = new URLSearchParams(location.search);
    for (const select of filters) {
      const values = [...(available[select.dataset.filter] ?? [])].sort(collator.compare);
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

  const folded = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase();

  // A page that is found by a part of a compound: the words around the first compound that has it.
  const partExcerpt = (content, text) => {
    const stems = folded(text)
      .split(/\s+/)
      .filter((word) => word.length > 2)
      .map((word) => word.slice(0, Math.max(4, word.length - 3)));
    const words = content.split(/\s+/);
    const has = (word) => stems.some((stem) => folded(word).includes(stem));
    const first = words.findIndex(has);
    if (first < 0) return [];
    const start = Math.max(0, first - Math.floor(excerptWords / 3));
    return words
      .slice(start, start + excerptWords)
      .flatMap((word) => [has(word) ? element("mark", "", word) : word, " "]);
  };

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
    if (excerpt?.length) item.append(element("p", "", ...excerpt));
    return item;
  };

  const hit = (data, text) => {
    const part = data.excerpt.includes("<mark>") ? [] : partExcerpt(data.content, text);
    const excerpt = part.length ? part : excerptNodes(data.excerpt);
    const parts = [...(data.filters?.slag ?? []), ...(data.filters?.organ ?? []), swedishDay(data.meta?.datum)];
    return entry(data.url.replace(/\.html$/, "/"), data.meta?.title || data.url, parts.filter(Boolean).join(" · "), excerpt);
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

  const sentence = (count, cases, text, rest) => {
    const about = text ? ` på ”${text}”` : "";
    const where = rest.length ? ` ${searched(rest)}` : "";
    if (!count && !cases) return `Inga träffar${about}${where}. Pröva ett annat ord, eller ta bort något filter.`;
    const hits = count === 1 ? "1 träff" : `${count} träffar`;
    if (cases) return count ? `Diarienumret finns. Dessutom ${hits} i texterna${where}.` : "Diarienumret finns.";
    return `${hits}${about}${where}.`;
  };

  // Parts of the index: fetched ones are searched from then on.
  const fetched = new Map();
  const mayHold = (part) => filters.every((field) => !field.value || part.val[field.dataset.filter]?.includes(field.value));
  const fetchPart = async (part) => {
    const pagefind = await engine();
    const address = new URL(`pagefind/${part.namn}/`, root).pathname;
    if (!fetched.has(part)) fetched.set(part, pagefind.mergeIndex(address, { excerptLength: excerptWords, ranking }));
    await fetched.get(part).catch((error) => (fetched.delete(part), Promise.reject(error)));
  };
  const span = (part) => {
    const years = part.från === part.till ? part.från : `${part.från}–${part.till}`;
    const where = several ? part.kommun : "";
    return [where, part.från && years].filter(Boolean).join(" ");
  };
  let several = false;
  let all = [];
  const searched = (rest) => `i ${[...fetched.keys()].filter((part) => !rest.includes(part)).map(span).join(", ")}`;

  let latest = 0;
  let waiting = [];
  let asked = "";

  const showMore = async (focus) => {
    const run = latest;
    const batch = waiting.splice(0, pageSize);
    // The best result is there to read before the others are asked for.
    const best = focus ? [] : batch.splice(0, 1);
    for (const results of [best, batch]) {
      const items = (await Promise.all(results.map((result) => result.data()))).map((data) => hit(data, asked));
      if (run !== latest) return;
      list.append(...items);
      if (focus) items[0]?.querySelector("a").focus();
    }
    more.hidden = !waiting.length;
    more.textContent = `Visa fler (${waiting.length} kvar)`;
  };

  // The days of all pages of the index and of the parts that are fetched. Pages without a day are put last.
  const dated = new Map();
  const dates = async () => {
    const days = new Map();
    for (const folder of ["", ...[...fetched.keys()].map((part) => `${part.namn}/`)]) {
      if (!dated.has(folder)) dated.set(folder, json(`pagefind/${folder}ordning.json`));
      for (const [day, ids] of Object.entries(await dated.get(folder)())) for (const id of ids) days.set(id, day);
    }
    return days;
  };
  const askOnce = async (text) => {
    const pagefind = await engine();
    const { results } = await pagefind.search(text || null, { filters: chosen() });
    const direction = orders[order.value];
    if (!direction) return results;
    const days = await dates();
    const place = ({ id }) => days.get(id) ?? "";
    const compare = (a, b) => (place(a) < place(b) ? -direction : place(a) > place(b) ? direction : 0);
    return [...results.filter(place).sort(compare), ...results.filter((result) => !place(result))];
  };

  // Results, and the parts that may hold more. Sorted by date nothing may be missing, so then every part is fetched.
  const ask = async (text, everywhere) => {
    all = (await directory()).delar;
    several = new Set(all.map((part) => part.kommun)).size > 1;
    const rest = all.filter((part) => mayHold(part) && !fetched.has(part));
    if (everywhere || order.value) await Promise.all(rest.splice(0).map(fetchPart));
    else if (rest.length && !all.some((part) => mayHold(part) && fetched.has(part))) await fetchPart(rest.shift());
    let results = await askOnce(text);
    while (results.length < pageSize && rest.length) {
      await fetchPart(rest.shift());
      results = await askOnce(text);
    }
    return { results, rest };
  };

  // "§ 43" and "paragraf 43" stand in the index as one word. A number alone is meant to its last digit: 2017:43 is not 2017:430.
  const forEngine = (text) =>
    /^\d+[:/-]\d+$/.test(text)
      ? `"${text}"`
      : text.replace(/(?:§+|paragraf(?:en)?)\s*(\d+)/giu, "§$1").replace(/\s*\/\s*(?=\d)/g, "/");

  const further = more.cloneNode(false);
  further.id = "sok-vidare";
  more.after(" ", further);

  const search = async (everywhere = false) => {
    const run = ++latest;
    const text = query.value.trim();
    const filtering = Object.keys(chosen()).length > 0;
    waiting = [];
    if (!text && !filtering) {
      list.replaceChildren();
      more.hidden = further.hidden = true;
      status.textContent = "";
      return;
    }
    status.textContent = "Söker …";
    const found = casesFor(text);
    let cases = [];
    try {
      const answer = ask(forEngine(text), everywhere);
      answer.catch(() => {});
      cases = await found;
      const { results, rest } = await answer;
      if (run !== latest) return;
      waiting = [...results];
      asked = text;
      list.replaceChildren(...cases);
      await showMore(false);
      if (run !== latest) return;
      status.textContent = sentence(results.length, cases.length, text, rest);
      further.hidden = !rest.length;
      further.textContent = `Sök också i ${rest.map(span).join(", ")}`;
    } catch {
      if (run !== latest) return;
      list.replaceChildren(...cases);
      more.hidden = further.hidden = true;
      status.textContent = failed;
    }
  };

  let timer;
  const searchSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(null, "", address());
      search();
    }, 80);
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
      // Nobody comes here but to search: the first key press should not have to wait for the engine.
      await engine();
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
  further.addEventListener("click", () => search(true));
  addEventListener("popstate", () => {
    readAddress();
    search();
  });
  start();
})();
