// The search page: an exact diarienummer is looked up in our own list first, then Pagefind is asked.
// A large archive's index is in parts, newest first: as many are fetched as it takes to fill a page of results, and the reader is
// told which years that was and can go on to the others. Each part has an engine of its own: an engine asks all that it has been given.
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
        script.onload = () => resolve(window.klubbatMotor);
        script.onerror = reject;
        document.head.append(script);
      }),
  );
  const folder = (name) => new URL(`pagefind/${name}`, root).href;
  const engines = once(async () => {
    const script = folder("pagefind.js");
    const { createInstance } = await (fromDisk ? (await disk())(script) : import(script));
    const made = () => createInstance({ basePath: folder(""), noWorker: fromDisk });
    // All engines work in the memory that the first one makes: made together, each would make its own and lose the others'.
    await made().filters();
    return made;
  });
  const json = (address) =>
    once(async () => {
      if (fromDisk) await disk();
      const response = await fetch(new URL(address, root));
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
    // The index calls a page by its address and what is shown beside it.
    const page = new URL(data.raw_url, root);
    const shown = page.searchParams;
    const parts = [...shown.getAll("slag"), ...shown.getAll("organ"), swedishDay(data.meta?.datum)];
    page.search = "";
    if (fromDisk) page.pathname = page.pathname.replace(/\/$/, "/index.html");
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

  const mayHold = (part) => filters.every((field) => !field.value || part.val[field.dataset.filter]?.includes(field.value));
  const engineOf = async ({ namn }) => {
    const engine = (await engines())();
    await engine.mergeIndex(folder(`${namn}/`), { excerptLength: excerptWords, ranking });
    return engine;
  };
  // What our own list says of each page, by what the engine calls it. The list is in the order of the pages' places, and in that
  // order the engine gives them when it is asked for the word that is on every page.
  const everyPage = "‿";
  const pagesOf = async (part) => {
    const all = engine(part).then((asked) => asked.search(everyPage, { sort: { plats: "asc" } }));
    const [{ val, sidor }, { results }] = await Promise.all([json(`pagefind/${part.namn}/sidor.json`)(), all]);
    return new Map(results.map((result, place) => [result.id, { result, day: sidor[place][0], choices: val[sidor[place][1]] }]));
  };
  const oncePerPart = (load) => {
    const loads = new Map();
    return (part) => loads.set(part, loads.get(part) ?? once(() => load(part))).get(part)();
  };
  const engine = oncePerPart(engineOf);
  const pages = oncePerPart(pagesOf);
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

  const askPart = async (text, part) => {
    const results = text ? (await (await engine(part)).search(text)).results : [];
    const wanted = Object.entries(chosen());
    if (text && !wanted.length && !order.value) return results.map((result) => ({ result }));
    const known = await pages(part);
    const found = text ? results.map((result) => ({ ...known.get(result.id), result })) : [...known.values()];
    return found.filter(({ choices }) =>
      wanted.every(([name, value]) => choices.some((choice) => choice[0] === name && choice[1] === value)),
    );
  };
  // The best first, or in the order of their days; pages without a day are put last.
  const askOnce = async (text, parts) => {
    const found = (await Promise.all(parts.map((part) => askPart(text, part)))).flat();
    found.sort((a, b) => b.result.score - a.result.score);
    const direction = orders[order.value];
    if (direction) found.sort((a, b) => !a.day - !b.day || (a.day < b.day ? -direction : a.day > b.day ? direction : 0));
    return found.map(({ result }) => result);
  };

  // Asks the parts that may hold something, newest first and twice as many each time, until `found`, which is told of the results,
  // has a page of them. Sorted by date nothing may be missing, so then all are asked at once. Gives the parts asked and those left.
  const ask = async (text, everywhere, found) => {
    const all = (await directory()).delar;
    const may = all.filter(mayHold);
    // The site's own pages are no municipality's, and asked together with the newest part.
    const own = may.filter((part) => !part.kommun);
    const rest = may.filter((part) => part.kommun);
    several = new Set(all.map((part) => part.kommun).filter(Boolean)).size > 1;
    const done = order.value ? rest.splice(0) : rest.splice(0, 1);
    let goesOn = await found(await askOnce(text, [...own, ...done]));
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
    let count = 0;
    const found = async (results) => {
      await known;
      if (run !== latest) throw new Error("another search has begun");
      const shown = count - waiting.length;
      count += results.length;
      waiting.push(...results);
      if (results.length) begin();
      await showMore(false, Math.max(0, pageSize - shown));
      return count < pageSize;
    };
    try {
      const answer = await ask(forEngine(text), everywhere, found);
      if (run !== latest) return;
      begin();
      more.hidden = !waiting.length;
      status.textContent = sentence(count, cases.length, text, answer);
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
      await engines();
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
