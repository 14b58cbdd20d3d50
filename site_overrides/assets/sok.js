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
  const fromDisk = location.protocol === "file:";
  const failed = fromDisk
    ? "Här finns ingen sökning. Den följer med på en disk när arkivet är byggt med klubbat bygg --från-disk."
    : "Sökningen kunde inte laddas. Läs in sidan på nytt, eller leta i kalendern och nämndernas egna listor.";

  // What failed to load is asked for again next time: the reader may have come back to a network.
  const once = (load) => {
    let promise;
    return () => (promise ??= load().catch((error) => ((promise = undefined), Promise.reject(error))));
  };
  const disk = once(
    () =>
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL("assets/fran-disk.js", root).href;
        script.onload = () => resolve(window.klubbatDisk);
        script.onerror = reject;
        document.head.append(script);
      }),
  );
  const engine = once(async () => {
    const pagefind = fromDisk
      ? await (await disk()).engine()
      : await import(new URL("pagefind/pagefind.js", root).href);
    await pagefind.options({ excerptLength: excerptWords, ranking, noWorker: fromDisk });
    await pagefind.init();
    return pagefind;
  });
  const json = (address) =>
    once(async () => {
      const url = new URL(address, root);
      const response = fromDisk ? await (await disk()).read(url) : await fetch(url);
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json();
    });
  const directory = json("pagefind/delar.json");
  // In ten files by the number's last digit, each read when it is asked for.
  const caseNumbers = Array.from({ length: 10 }, (_, digit) => json(`sok/diarienummer/${digit}.json`));
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
    // The index calls a folder's page by the folder's name.
    const page = new URL(data.raw_url.replace(/^\//, "").replace(/\.html$/, fromDisk ? "/index.html" : "/"), root);
    return entry(page.href, data.meta?.title || page.pathname, parts.filter(Boolean).join(" · "), excerpt);
  };

  // "AVUX/2017:43" is a key of the list; "2017:43" is what follows a separator in one or more of them.
  const casesFor = async (text) => {
    const wanted = text.toLowerCase().replace(/\s+/g, "");
    const lastDigit = wanted.match(/(\d)\D*$/)?.[1];
    if (!lastDigit) return [];
    const known = await caseNumbers[lastDigit]().catch(() => ({}));
    const numbers = Object.keys(known);
    const isBareNumber = /^\d+[:/-]\d/.test(wanted);
    const endsWith = (number) =>
      number.endsWith(wanted) && /[^\p{L}\p{N}]/u.test(number.charAt(number.length - wanted.length - 1));
    const found = Object.hasOwn(known, wanted) ? [wanted] : isBareNumber ? numbers.filter(endsWith) : [];
    return found
      .sort(collator.compare)
      .map((number) =>
        entry(new URL(known[number] + (fromDisk ? "index.html" : ""), root).href, `Ärendet ${number.toUpperCase()}`, "Allt med det diarienumret"),
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

  const sentence = (count, cases, text, { done, rest }) => {
    const about = text ? ` på ”${text}”` : "";
    const where = rest.length ? ` i ${spans(done)}` : "";
    if (!count && !cases) return `Inga träffar${about}${where}. Pröva ett annat ord, eller ta bort något filter.`;
    const hits = count === 1 ? "1 träff" : `${count} träffar`;
    if (cases) return count ? `Diarienumret finns. Dessutom ${hits} i texterna${where}.` : "Diarienumret finns.";
    return `${hits}${about}${where}.`;
  };

  // Parts of the index, each fetched once.
  const fetched = new Map();
  const mayHold = (part) => filters.every((field) => !field.value || part.val[field.dataset.filter]?.includes(field.value));
  const folder = (part) => new URL(`pagefind/${part.namn}/`, root).pathname;
  const fetchPart = async (part) => {
    const pagefind = await engine();
    if (!fetched.has(part)) fetched.set(part, pagefind.mergeIndex(folder(part), { excerptLength: excerptWords, ranking }));
    await fetched.get(part).catch((error) => (fetched.delete(part), Promise.reject(error)));
  };
  let several = false;
  const span = (part) => {
    const years = part.från === part.till ? part.från : `${part.från}–${part.till}`;
    const where = several ? part.kommun : "";
    return [where, part.från && years].filter(Boolean).join(" ");
  };
  const spans = (parts) => parts.map(span).join(", ");

  let latest = 0;
  let waiting = [];
  let asked = "";

  const showMore = async (focus, room = pageSize) => {
    const run = latest;
    const batch = waiting.splice(0, room);
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
  const askOnce = async (text, parts) => {
    const pagefind = await engine();
    await Promise.all(parts.map(fetchPart));
    const { results } = await pagefind.search(text || null, { filters: chosen(), only: parts.map(folder) });
    const direction = orders[order.value];
    if (!direction) return results;
    const days = await dates();
    const place = ({ id }) => days.get(id) ?? "";
    const compare = (a, b) => (place(a) < place(b) ? -direction : place(a) > place(b) ? direction : 0);
    return [...results.filter(place).sort(compare), ...results.filter((result) => !place(result))];
  };

  // Asks the parts that may hold something, newest first and twice as many each time, until `found`, which is told of the results,
  // has a page of them. Sorted by date nothing may be missing, so then all are asked at once. Gives the parts asked and those left.
  const ask = async (text, everywhere, found) => {
    const all = (await directory()).delar;
    several = new Set(all.map((part) => part.kommun)).size > 1;
    const rest = all.filter(mayHold);
    const done = order.value ? rest.splice(0) : rest.splice(0, 1);
    let goesOn = await found(await askOnce(text, done));
    while (rest.length && (goesOn || everywhere)) {
      const next = rest.splice(0, done.length);
      goesOn = await found(await askOnce(text, next));
      done.push(...next);
    }
    return { done, rest };
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
    asked = text;
    // The list is the search before this one's until there is something to show, and then only grows: nothing moves that is read.
    let cases = [];
    let begun = false;
    const begin = () => {
      if (!begun) list.replaceChildren(...cases);
      begun = true;
    };
    const known = casesFor(text).then((entries) => {
      cases = entries;
      if (run === latest && cases.length) begin();
    });
    // The site's own pages are found anew with every part.
    const listed = new Set();
    const found = async (results) => {
      await known;
      if (run !== latest) throw new Error("another search has begun");
      const shown = listed.size - waiting.length;
      const fresh = results.filter(({ id }) => !listed.has(id));
      fresh.forEach(({ id }) => listed.add(id));
      waiting.push(...fresh);
      if (fresh.length) begin();
      await showMore(false, Math.max(0, pageSize - shown));
      return listed.size < pageSize;
    };
    try {
      const answer = await ask(forEngine(text), everywhere, found);
      if (run !== latest) return;
      begin();
      more.hidden = !waiting.length;
      status.textContent = sentence(listed.size, cases.length, text, answer);
      further.hidden = !answer.rest.length;
      further.textContent = `Sök också i ${spans(answer.rest)}`;
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
