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
  const collator = new Intl.Collator("sv", { numeric: true });
  const fromDisk = location.protocol === "file:";
  const failed = fromDisk
    ? "Här finns ingen sökning. Den följer med på en disk när arkivet är byggt med klubbat bygg --från-disk."
    : "Sökningen kunde inte laddas. Läs in sidan på nytt, eller leta i kalendern och nämndernas egna listor.";

  const { json, directory, engines, once, pages, inPart, someInPart, wordsWith } = window.klubbatMotorer(root, fromDisk);
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
    filterBox.open = matchMedia("(min-width: 45rem)").matches || fields.some((field) => field !== query && field.value);
    filterBox.hidden = false;
  });

  // Words and hits are understood with what the directory tells of them.
  const reading = once(async () => {
    const words = window.klubbatOrd((await directory()).ord);
    return { ...words, ...window.klubbatTraff(root, fromDisk, words) };
  });

  // "EXN/2026:17" in any writing is a key of the list; "2026:17" is what follows the letters in one or more of them.
  const casesFor = async (text) => {
    const { number, link, element } = await reading();
    const wanted = number(text);
    const lastDigit = wanted.match(/(\d)$/)?.[1];
    if (!lastDigit || !/\d \d/.test(wanted)) return [];
    const known = await caseNumbers[lastDigit]().catch(() => ({}));
    const bare = /^\d+ \d+$/.test(wanted);
    return Object.keys(known)
      .map((name) => [name, number(name)])
      .filter(([, told]) => told === wanted || (bare && told.endsWith(` ${wanted}`)))
      .map(([name]) => name)
      .sort(collator.compare)
      .map((name) => {
        const title = link(known[name], `Ärendet ${name.toUpperCase()}`);
        return { matter: known[name], item: element("li", "k-traff", element("span", "k-traff__slag", "Ärende · allt med det diarienumret"), title) };
      });
  };

  const chosen = () =>
    Object.fromEntries(filters.filter((field) => field.value).map((field) => [field.dataset.filter, field.value]));

  const address = () => {
    const url = new URL(location.href);
    url.search = "";
    for (const field of fields) if (field.value.trim()) url.searchParams.set(field.name, field.value.trim());
    return url;
  };

  const quoted = (words) => words.map((word) => `”${word}”`).join(" och ");
  const sentence = (count, cases, text, { done, rest, told }) => {
    const about = text ? ` på ”${text}”` : "";
    const where = rest.length ? ` i ${spans(done)}` : "";
    const hits = count === 1 ? "1 träff" : `${count} träffar`;
    if (told && count) return `${told} ${hits}${where}.`;
    if (!count && !cases) return told || `Inga träffar${about}${where}. Pröva ett annat ord, eller ta bort något filter.`;
    if (cases) return count ? `Diarienumret finns. Dessutom ${hits} i texterna${where}.` : "Diarienumret finns.";
    return `${hits}${about}${where}.`;
  };

  const mayHold = (part) => filters.every((field) => !field.value || part.val[field.dataset.filter]?.includes(field.value));
  let several = false;
  const span = (part) => {
    const years = part.från === part.till ? part.från : `${part.från}–${part.till}`;
    const where = several ? part.kommun : "";
    return [where, part.från && years].filter(Boolean).join(" ");
  };
  const spans = (parts) => parts.map(span).join(", ");

  let latest = 0;
  let waiting = [];
  let tokens = [];
  // The matters that are shown, each with its place in the list and the hit that stands first.
  let matters = new Map();

  // Shows hits until so many more matters are there; those of a matter that is there already are put under it.
  const showMore = async (focus, room = pageSize) => {
    const run = latest;
    const { read, entry, under } = await reading();
    let first;
    let made = 0;
    // The best result is there to read before the others are asked for.
    let best = !focus;
    while (waiting.length && made < room) {
      const batch = waiting.splice(0, best ? 1 : room - made);
      best = false;
      const hits = (await Promise.all(batch.map((result) => result.data()))).map((data) => read(data.raw_url));
      if (run !== latest) return;
      for (const hit of hits) {
        const known = matters.get(hit.matter);
        if (known) {
          if (known.item.querySelector("a").pathname !== new URL(hit.address, root).pathname) under(known.item, hit, known.hit ?? hit);
          continue;
        }
        const item = entry(hit, tokens);
        matters.set(hit.matter, { item, hit });
        list.append(item);
        first ??= item;
        made += 1;
      }
    }
    if (focus) first?.querySelector("a").focus();
    more.hidden = !waiting.length;
    more.textContent = `Visa fler (${waiting.length} kvar)`;
  };

  const askPart = async ({ terms, some }, part) => {
    const results = terms.length ? await (some ? someInPart : inPart)(terms, part) : [];
    const wanted = Object.entries(chosen());
    if (terms.length && !wanted.length && !order.value) return results.map((result) => ({ result }));
    const known = await pages(part);
    const found = terms.length ? results.map((result) => ({ ...known.get(result.id), result })) : [...known.values()];
    return found.filter(({ choices }) =>
      wanted.every(([name, value]) => choices.some((choice) => choice[0] === name && choice[1] === value)),
    );
  };
  // The best first, or in the order of their days; pages without a day are put last.
  const askOnce = async (query, parts) => {
    const found = (await Promise.all(parts.map((part) => askPart(query, part)))).flat();
    found.sort((a, b) => b.result.score - a.result.score);
    const direction = orders[order.value];
    if (direction) found.sort((a, b) => !a.day - !b.day || (a.day < b.day ? -direction : a.day > b.day ? direction : 0));
    return found.map(({ result }) => result);
  };

  // Asks the parts that may hold something, newest first and twice as many each time, until `found`, which is told of the results,
  // has a page of them. Sorted by date nothing may be missing, so then all are asked at once. Gives the parts asked and those left.
  const handbook = "handbok";
  const restBetween = 150;
  const tokensOf = (terms) => terms.flatMap((term) => [term.tokens, ...term.others]).flat();
  const ask = async (query, everywhere, found) => {
    const all = (await directory()).delar;
    const may = all.filter(mayHold).filter((part) => part.namn !== handbook);
    // The site's own pages are no municipality's, and asked together with the newest part.
    const own = may.filter((part) => !part.kommun);
    const rest = may.filter((part) => part.kommun);
    several = new Set(all.map((part) => part.kommun).filter(Boolean)).size > 1;
    const done = order.value ? rest.splice(0) : rest.splice(0, 1);
    let results = await askOnce(query, [...own, ...done]);
    const dotted = !results.length && query.terms.length && (await withDots(query.terms, [...own, ...done]));
    if (dotted) {
      Object.assign(query, dotted);
      tokens = tokensOf(query.terms);
      results = await askOnce(query, [...own, ...done]);
    }
    let goesOn = await found(results);
    while (rest.length && (goesOn || everywhere)) {
      // Whoever types on wants no older years.
      await new Promise((rested) => setTimeout(rested, restBetween));
      const next = rest.splice(0, done.length);
      goesOn = await found(await askOnce(query, next));
      done.push(...next);
    }
    return { done, rest };
  };

  const alphabet = [..."abcdefghijklmnopqrstuvwxyz_"];
  const nearest = async (word, parts) => {
    const { near, unmarked } = await reading();
    const first = [...new Set(unmarked(word.toLowerCase()).slice(0, 2))].filter((letter) => alphabet.includes(letter));
    const found = near(word, await wordsWith(first, parts));
    return found.words.length ? found : near(word, await wordsWith(alphabet, parts));
  };
  // Without dots a word is most often meant with them: asked before older years are.
  const withDots = async (terms, parts) => {
    const { near, indexed, unmarked } = await reading();
    const told = [];
    const dotted = await Promise.all(
      terms.map(async (term) => {
        if (term.special || term.phrase || !/^[a-zA-Z]*[aoeAOE][a-zA-Z]*$/.test(term.written)) return term;
        const { how, words } = near(term.written, await wordsWith([unmarked(term.written[0].toLowerCase())], parts));
        if (how !== "dots") return term;
        told.push(...words.slice(0, 2));
        const [first, ...others] = [...new Set(words.map(indexed))].map((token) => [token]);
        return { ...term, tokens: first, others: [...others, ...term.others] };
      }),
    );
    return told.length && { terms: dotted, told: `Visar ${told.join(" och ")}.` };
  };

  // Nothing has all that was typed: what the archive lacks is looked for among its own words, and if that is not it, some of the
  // words will do. Gives the terms to ask for instead, and what is said of it.
  const instead = async (terms) => {
    const { indexed, stem } = await reading();
    const parts = (await directory()).delar.filter(mayHold).filter((part) => part.namn !== handbook);
    const told = [];
    const kept = [];
    const lacking = [];
    const replaced = [];
    for (const term of terms) {
      const known = (await Promise.all(parts.map((part) => inPart([term], part)))).some((results) => results.length);
      if (known) {
        kept.push(term);
        continue;
      }
      const { how, words } = term.special ? { words: [] } : await nearest(term.written, parts);
      // One form of each word, the shortest.
      const byLength = words.toSorted((a, b) => b.length - a.length);
      const forms = [...new Map(byLength.map((word) => [stem(word), word])).values()].slice(0, 6);
      if (!forms.length) {
        lacking.push(term.written);
        continue;
      }
      const [first, ...others] = forms.map((word) => [indexed(word)]);
      const shown = forms.slice(0, 4);
      replaced.push(...shown.map((word) => [term.written, word]));
      kept.push({ ...term, tokens: first, others });
      if (how === "dots") told.push(`Inget innehåller ”${term.written}” utan prickar. Visar ${shown.join(", ")}.`);
      else if (how === "cut") told.push(`Inget innehåller ”${term.written}”. Liknande: ${shown.join(", ")}.`);
      else told.push(`Inget innehåller ”${term.written}”. Menade du ${shown.join(" eller ")}?`);
    }
    if (lacking.length) told.push(`Inget innehåller ${quoted(lacking)}.`);
    return { terms: kept, told: told.join(" "), replaced };
  };

  const further = more.cloneNode(false);
  further.id = "sok-vidare";
  more.after(" ", further);
  const suggestions = document.getElementById("sok-forslag");
  const inHandbook = "I handboken för nämndsekreterare";
  const handbookBox = document.getElementById("sok-handbok");
  const glossaryBox = document.getElementById("sok-ordlista");
  const clear = () => {
    for (const node of [suggestions, handbookBox, glossaryBox]) node.hidden = true;
  };

  // A way to search for what was meant alone.
  const suggest = async (text, replaced) => {
    if (!replaced.length) return;
    const { element } = await reading();
    const links = replaced.map(([typed, word]) => {
      const link = element("a", "", text.replace(typed, word));
      link.href = `?${new URLSearchParams({ q: text.replace(typed, word) })}`;
      return element("li", "", link);
    });
    suggestions.replaceChildren(element("span", "", "Sök på:"), element("ul", "", ...links));
    suggestions.hidden = false;
  };

  // The secretary's handbook comes after all that readers look for, and is asked when somebody opens it or there is nothing else.
  const showHandbook = async (run, terms, now) => {
    const part = (await directory()).delar.find((one) => one.namn === handbook);
    if (run !== latest || !part || !mayHold(part) || !terms.length) return;
    const { read, entry, element } = await reading();
    const show = async () => {
      handbookBox.ontoggle = null;
      const results = await askOnce({ terms }, [part]);
      handbookBox.hidden = now && !results.length;
      const hits = (await Promise.all(results.slice(0, pageSize).map((result) => result.data()))).map((data) => read(data.raw_url));
      if (run !== latest) return;
      const about = results.length === 1 ? "1 träff" : `${results.length} träffar`;
      handbookBox.replaceChildren(element("summary", "", `${inHandbook}: ${about}`), element("ol", "k-lista", ...hits.map((hit) => entry(hit, tokens))));
      if (now && results.length && run === latest) status.textContent += ` ${inHandbook}: ${about}.`;
    };
    handbookBox.open = false;
    handbookBox.replaceChildren(element("summary", "", `${inHandbook} …`));
    handbookBox.hidden = false;
    if (now) await show();
    else handbookBox.ontoggle = show;
  };

  // The words of the reader's glossary, read from its own page.
  const glossary = once(async () => {
    const address = new URL(form.dataset.ordlista, root);
    const { stem } = await reading();
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const rows = [...page.querySelectorAll("article tr, article dl > dt")].map((row) =>
      row.matches("dt") ? [row, row.nextElementSibling] : [...row.querySelectorAll("td")],
    );
    const told = rows.filter(([term, meaning]) => term && meaning);
    return new Map(told.flatMap(([term, meaning]) => term.textContent.split(",").map((one) => [stem(one.trim().toLowerCase()), [term.textContent.trim(), meaning.textContent.trim(), address.href]])));
  });
  const explain = async (run, terms) => {
    if (!form.dataset.ordlista || fromDisk || terms.length !== 1) return;
    const { stem, element } = await reading();
    const found = (await glossary().catch(() => new Map())).get(stem(terms[0].written.toLowerCase()));
    if (run !== latest || !found) return;
    const [term, meaning, address] = found;
    const link = element("a", "", "Ordlista");
    link.href = address;
    glossaryBox.replaceChildren(element("strong", "", term), ` ${meaning} `, link);
    glossaryBox.hidden = false;
  };

  // A word that stands there only in other forms than the typed one is told.
  const otherForms = async (terms) => {
    if (terms.length !== 1 || terms[0].special || terms[0].phrase) return "";
    const { forms, stem } = await reading();
    const typed = terms[0].written.toLowerCase();
    const there = [...new Set([...matters.values()].flatMap(({ hit }) => (hit ? forms(`${hit.title} ${hit.text}`, tokens) : [])))];
    if (!there.length || there.includes(typed)) return "";
    const bent = there.filter((word) => stem(word) === stem(typed));
    if (bent.length) return ` Ordet står i formen ${bent.slice(0, 3).join(", ")}.`;
    return there.some((word) => word.includes(stem(typed))) ? "" : ` Visar också ${there.slice(0, 3).join(", ")}.`;
  };

  const search = async (everywhere = false) => {
    const run = ++latest;
    const text = query.value.trim();
    const filtering = Object.keys(chosen()).length > 0;
    waiting = [];
    if (!text && !filtering) {
      list.replaceChildren();
      more.hidden = further.hidden = true;
      status.textContent = "";
      clear();
      return;
    }
    status.textContent = "Söker …";
    // The list is the search before this one's until there is something to show, and then only grows: nothing moves that is read.
    let cases = [];
    let begun = false;
    const begin = () => {
      if (begun) return;
      begun = true;
      clear();
      list.replaceChildren(...cases.map((one) => one.item));
      matters = new Map(cases.map((one) => [one.matter, one]));
    };
    const known = casesFor(text).then((found) => {
      cases = found;
      if (run === latest && cases.length) begin();
    });
    let count = 0;
    const found = async (results) => {
      await known;
      if (run !== latest) throw new Error("another search has begun");
      count += results.length;
      waiting.push(...results);
      if (results.length) begin();
      await showMore(false, Math.max(0, pageSize - matters.size));
      return count < pageSize;
    };
    try {
      const { understood } = await reading();
      const typed = text ? understood(text) : [];
      let asked = { terms: typed };
      const look = async (terms, some) => {
        asked = { terms, some };
        tokens = tokensOf(terms);
        return ask(asked, everywhere, found);
      };
      let answer = await look(asked.terms);
      let told = asked.told ?? "";
      let replaced = [];
      await known;
      if (run === latest && text && !count && !cases.length) {
        ({ terms: asked.terms, told, replaced } = await instead(typed));
        if (asked.terms.length && (replaced.length || asked.terms.length < typed.length)) answer = await look(asked.terms);
        if (!count && asked.terms.length > 1) {
          answer = await look(asked.terms, true);
          if (count) told = `${told} Inget innehåller alla orden. Visar det som har några av dem.`.trim();
        }
      }
      const bent = told ? "" : await otherForms(asked.terms);
      if (run !== latest) return;
      begin();
      more.hidden = !waiting.length;
      status.textContent = sentence(count, cases.length, text, { ...answer, told }) + bent;
      further.hidden = !answer.rest.length;
      further.textContent = `Sök också i ${spans(answer.rest)}`;
      if (!text) return;
      await suggest(text, replaced);
      await explain(run, typed);
      await showHandbook(run, typed, !count && !cases.length);
    } catch (error) {
      if (run !== latest) return;
      console.error(error);
      list.replaceChildren(...cases.map((one) => one.item));
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
