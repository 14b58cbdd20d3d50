// What the engines are asked: which parts, newest first, and for what instead when nothing has all that was typed.
// A large archive's index is in parts: as many are asked as it takes to fill a page of results.
"use strict";
window.klubbatFraga = ({ json, directory, pages, inPart, someInPart, wordsWith }, reading, filters, order) => {
  const orders = { nyast: -1, aldst: 1 };
  const collator = new Intl.Collator("sv", { numeric: true });
  // In ten files by the number's last digit, each read when it is asked for.
  const caseNumbers = Array.from({ length: 10 }, (_, digit) => json(`sok/diarienummer/${digit}.json`));

  // "EXN/2026:17" in any writing is a key of the list; "2026:17" is what follows the letters in one or more of them.
  const casesFor = async (text) => {
    const { number } = await reading();
    const wanted = /§/.test(text) ? "" : number(text);
    const lastDigit = wanted.match(/(\d)$/)?.[1];
    if (!lastDigit || !/[\p{L}\d] \d/u.test(wanted)) return [];
    const known = await caseNumbers[lastDigit]().catch(() => ({}));
    const bare = /^\d+ \d+$/.test(wanted);
    // "EXN 17" and "EXN 26:17": the year may be left out, or be written with two digits.
    const shorter = (told, year) => told.replace(/^(\p{L}+) (?:19|20)(\d\d) (\d+)$/u, year);
    return Object.keys(known)
      .map((name) => [name, number(name)])
      .filter(([, told]) => told === wanted || (bare && told.endsWith(` ${wanted}`)) || [shorter(told, "$1 $3"), shorter(told, "$1 $2 $3")].includes(wanted))
      .map(([name]) => name)
      .sort(collator.compare)
      .map((name) => ({ matter: known[name], name }));
  };

  const chosen = () =>
    Object.fromEntries(filters.filter((field) => field.value).map((field) => [field.dataset.filter, field.value]));

  const mayHold = (part) => filters.every((field) => !field.value || part.val[field.dataset.filter]?.includes(field.value));

  const askPart = async ({ terms, some, order: named }, part) => {
    const results = terms.length ? await (some ? someInPart : inPart)(terms, part) : [];
    const wanted = Object.entries(chosen());
    if (terms.length && !wanted.length && !order.value && !named) return results.map((result) => ({ result }));
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
    const byDay = (a, b) => !a.day - !b.day || (a.day < b.day ? -direction : a.day > b.day ? direction : 0);
    const wanted = direction ? byDay : query.order;
    if (wanted) found.sort(wanted);
    return found.map(({ result }) => result);
  };

  // Asks the parts that may hold something, newest first and twice as many each time, until `found`, which is told of the results,
  // has a page of them. Sorted by date nothing may be missing, so then all are asked at once. Gives the parts asked and those left.
  const handbook = "handbok";
  const few = 3;
  const many = 15;
  const restBetween = 150;
  const tokensOf = (terms) => terms.flatMap((term) => [term.tokens, ...term.others]).flat();
  const ask = async (query, everywhere, found) => {
    const all = (await directory()).delar;
    const may = all.filter(mayHold).filter((part) => part.namn !== handbook);
    // The site's own pages are no municipality's, and asked together with the newest part.
    const own = may.filter((part) => !part.kommun);
    const rest = may.filter((part) => part.kommun);
    const several = new Set(all.map((part) => part.kommun).filter(Boolean)).size > 1;
    const done = order.value ? rest.splice(0) : rest.splice(0, 1);
    let results = await askOnce(query, [...own, ...done]);
    const dotted = !results.length && query.terms.length && (await withDots(query.terms, [...own, ...done]));
    if (dotted) {
      Object.assign(query, dotted);
      results = await askOnce(query, [...own, ...done]);
    }
    const wider = results.length && results.length < few && !order.value && (await inHalves(query.terms, [...own, ...done]));
    if (wider) {
      const others = await askOnce({ ...query, terms: wider.terms }, [...own, ...done]);
      Object.assign(query, wider, { told: [query.told, wider.told].filter(Boolean).join(" ") });
      const there = new Set(results.map((result) => result.id));
      results = [...results, ...others.filter((result) => !there.has(result.id))];
    }
    let goesOn = await found(results);
    while (rest.length && (goesOn || everywhere)) {
      // Whoever types on wants no older years.
      await new Promise((rested) => setTimeout(rested, restBetween));
      const next = rest.splice(0, done.length);
      goesOn = await found(await askOnce(query, next));
      done.push(...next);
    }
    return { done, rest, several };
  };

  const quoted = (words) => words.map((word) => `”${word}”`).join(" och ");
  const alphabet = [..."abcdefghijklmnopqrstuvwxyz_"];
  const nearest = async (word, parts) => {
    const { inForms, near, parted, unmarked } = await reading();
    const first = [...new Set(unmarked(word.toLowerCase()).slice(0, 2))].filter((letter) => alphabet.includes(letter));
    const found = near(word, await wordsWith(first, parts));
    if (found.words.length) return found;
    const all = await wordsWith(alphabet, parts);
    const others = near(word, all);
    return others.words.length ? others : { how: "parted", words: parted(word.toLowerCase(), inForms(all)) };
  };
  // The archive's own words that begin as the word does.
  const wordsLike = async (word, parts) => wordsWith([(await reading()).unmarked(word[0].toLowerCase())], parts);
  // Without dots a word is most often meant with them: asked before older years are.
  const withDots = async (terms, parts) => {
    const { near, indexed } = await reading();
    const told = [];
    const dotted = await Promise.all(
      terms.map(async (term) => {
        if (term.special || term.phrase || !/^[a-zA-Z]*[aoeAOE][a-zA-Z]*$/.test(term.written)) return term;
        const all = await wordsLike(term.written, parts);
        const { how, words } = near(term.written, all);
        if (how !== "dots") return term;
        const shown = words.slice(0, 2).join(" och ");
        const isThere = all.includes(term.written.toLowerCase());
        told.push(isThere ? `Visar också ${shown}.` : `Inget innehåller ”${term.written}” utan prickar. Visar ${shown}.`);
        const [first, ...others] = [...new Set(words.map(indexed))].map((token) => [token]);
        return { ...term, tokens: first, others: [...others, term.tokens, ...term.others] };
      }),
    );
    return told.length && { terms: dotted, told: told.join(" ") };
  };

  // A compound that few have is written in two words by others: "föreningsbidrag" is "bidrag till föreningar".
  const inHalves = async (terms, parts) => {
    const { indexed, inForms, halves } = await reading();
    const told = [];
    const wider = [];
    for (const term of terms) {
      const known = term.special || term.phrase ? new Set() : inForms(await wordsLike(term.written, parts));
      const others = [];
      for (const words of halves(term.written.toLowerCase(), known)) {
        const tokens = words.map(indexed);
        const { length } = await askOnce({ terms: [{ tokens, others: [] }] }, parts);
        if (!length || length > many) continue;
        others.push(tokens);
        told.push(`Visar också det som har ${quoted(words)}.`);
      }
      wider.push({ ...term, others: [...term.others, ...others] });
    }
    return told.length && { terms: wider, told: told.join(" ") };
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
      if (how === "parted" && words.length) {
        told.push(`Inget innehåller ”${term.written}”. Visar det som har ${quoted(words)}.`);
        kept.push(...words.map((word) => ({ written: word, tokens: [indexed(word)], others: [] })));
        replaced.push([term.written, words.join(" ")]);
        continue;
      }
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

  // The secretary's handbook comes after all that readers look for: gives the way to ask it, where it may hold something.
  const handbookFor = async (terms) => {
    const part = (await directory()).delar.find((one) => one.namn === handbook);
    return part && mayHold(part) && terms.length ? () => askOnce({ terms }, [part]) : undefined;
  };

  return { ask, casesFor, chosen, handbookFor, instead, tokensOf };
};
