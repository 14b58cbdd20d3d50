// The search page: what is typed and chosen there, and what is asked and shown of it. An exact diarienummer is looked up in our own list
// first, then Pagefind is asked; where not all years were asked, the reader is told which they were and can go on to the others.
// State lives in the address (?q=&organ=&ar=&slag=&enhet=&ordning=), so that a search can be sent to somebody.
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const form = document.getElementById("sok-formular");
  const query = document.getElementById("sok-q");
  const filterBox = document.getElementById("sok-filter");
  const filters = [...form.querySelectorAll("select[data-filter]")];
  const order = form.elements.ordning;
  const status = document.getElementById("sok-status");
  const below = document.getElementById("sok-under");
  // The lists, for whoever cannot search.
  const without = document.getElementById("sok-utan");
  const fields = [query, ...filters, order];
  // Milliseconds.
  const EXPLAINED_WITHIN = 500;
  const collator = new Intl.Collator("sv", { numeric: true });
  const fromDisk = location.protocol === "file:";
  const failed = fromDisk
    ? "Här finns ingen sökning. Den följer med på en disk när arkivet är byggt med klubbat bygg --från-disk."
    : "Sökningen kunde inte laddas. Läs in sidan på nytt, eller leta i kalendern och nämndernas egna listor.";

  const fetching = window.klubbatHamta(root, fromDisk);
  const { directory, once, script } = fetching;
  const scripts = script("sokning.js");
  // All that answers a search, fetched when there is one.
  const answering = once(async () => {
    await scripts();
    const engine = window.klubbatMotorer(root, fromDisk, fetching);
    // Words and hits are understood with what the directory tells of them.
    const reading = once(async () => {
      const words = window.klubbatOrd((await directory()).ord);
      return { ...words, ...window.klubbatTraff(root, fromDisk, words) };
    });
    const shown = window.klubbatSvar(root, fromDisk ? undefined : form.dataset.ordlista, once, reading);
    shown.further.addEventListener("click", () => search(true));
    const asking = window.klubbatFraga(engine, reading, filters, order);
    return { ...asking, ...window.klubbatNamn(engine, reading), engines: engine.engines, reading, shown };
  });

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
    filterBox.open = matchMedia("(min-width: 45rem)").matches || fields.some((field) => field !== query && field.value);
    filterBox.hidden = false;
  });

  const address = () => {
    const url = new URL(location.href);
    url.search = "";
    for (const field of fields) if (field.value.trim()) url.searchParams.set(field.name, field.value.trim());
    return url;
  };

  let latest = 0;
  const search = async (everywhere = false) => {
    const run = ++latest;
    const isNow = () => run === latest;
    below.classList.remove("k-sok__under--klar");
    let parts;
    try {
      const text = query.value.replaceAll("\u00AD", "").trim();
      const isEmpty = !text && !filters.some((field) => field.value);
      if (isEmpty && !status.textContent) return;
      status.textContent = status.textContent || "Söker …";
      parts = await answering();
      if (!isNow()) return;
      if (isEmpty) return parts.shown.showNothing();
      await find(parts, text, isNow, everywhere);
      without.remove();
    } catch (error) {
      if (!isNow()) return;
      console.error(error);
      parts?.shown.showFailed();
      status.textContent = failed;
      below.prepend(without);
    } finally {
      if (isNow()) below.classList.add("k-sok__under--klar");
    }
  };
  const find = async ({ ask, casesFor, handbookFor, instead, named, reading, shown, tokensOf }, text, isNow, everywhere) => {
    shown.wait(text, isNow);
    const known = casesFor(text).then((cases) => shown.showCases(cases, isNow));
    let explained;
    const look = async (asked) =>
      ask(asked, everywhere, async (results) => {
        await Promise.all([known, explained]);
        if (!isNow()) throw new Error("another search has begun");
        // Who asks for a day or a paragraph, or in order of date, gets that one first.
        const latestLeads = !order.value && !asked.order && !asked.terms.some((term) => term.special);
        return shown.showFound(results, tokensOf(asked.terms), latestLeads, asked.told);
      });
    const { understood } = await reading();
    const typed = text ? understood(text) : [];
    if (text && !typed.length) return shown.showNothing("Skriv ett ord, ett tal eller ett namn.");
    // A word is explained above the hits, which do not wait long for it.
    explained = Promise.race([shown.explain(typed, isNow), new Promise((done) => setTimeout(done, EXPLAINED_WITHIN))]);
    const asked = (await named(text)) ?? { terms: typed };
    let answer = await look(asked);
    let { terms, told = "" } = asked;
    await Promise.all([known, explained]);
    if (isNow() && text && shown.isEmpty()) {
      const others = await instead(typed);
      ({ terms, told } = others);
      await shown.suggest(others.replaced, isNow);
      if (terms.length && (others.replaced.length || terms.length < typed.length)) answer = await look({ terms, told });
      if (shown.isEmpty() && terms.length > 1) {
        const some = `${told} Inget innehåller alla orden. Visar det som har några av dem.`.trim();
        answer = await look({ terms, some: true, told: some });
        if (!shown.isEmpty()) told = some;
      }
    }
    await shown.showTold(terms, answer, told, isNow);
    if (!isNow() || !text) return;
    const inHandbook = await handbookFor(typed);
    if (inHandbook) await shown.showHandbook(inHandbook, isNow);
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
    below.classList.add("k-sok__under--soker");
    readAddress();
    if (!location.search) query.focus({ preventScroll: true });
    else answering().catch(() => {});
    try {
      await fillFilters();
      without.remove();
      await search();
    } catch {
      await search();
      below.prepend(without);
      status.textContent = failed;
    }
  };

  // What answers weighs three times the page: it is fetched when somebody types, or touches the field, and is about to need it.
  const warm = () =>
    answering()
      .then(({ engines }) => engines())
      .catch(() => {});
  for (const sign of ["keydown", "pointerdown"]) form.addEventListener(sign, warm, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    searchNow();
  });
  query.addEventListener("input", searchSoon);
  [...filters, order].forEach((field) => field.addEventListener("change", searchNow));
  addEventListener("popstate", () => {
    readAddress();
    search();
  });
  start();
})();
