// The search's engines and what they are asked: one for each part of the index, and the words that each part is written in.
"use strict";
window.klubbatMotorer = (root, fromDisk, { directory, json, module, once }) => {
  // Title, diarienummer, kind, a meeting's day, whose list it is, and bodies with their chairs weigh most; what stands around the text, and parts of compounds, least.
  const ranking = { metaWeights: { title: 8, liten: 1, nummer: 10, dag: 10, enhet: 8, roll: 12, vice: 8, egen: 16, slag: 12, kring: 0.3 } };

  const folder = (name) => new URL(`pagefind/${name}`, root).href;
  const engines = once(async () => {
    const { createInstance } = await module(folder("pagefind.js"));
    const made = () => createInstance({ basePath: folder(""), noWorker: fromDisk });
    // All engines work in the memory that the first one makes: made together, each would make its own and lose the others'.
    await made().filters();
    return made;
  });
  const engineOf = async ({ namn }) => {
    const engine = (await engines())();
    await engine.mergeIndex(folder(`${namn}/`), { excerptLength: 1, ranking });
    return engine;
  };
  // What our own list says of each page, by what the engine calls it. The list is in the order of the pages' places, and in that
  // order the engine gives them when it is asked for the word that is on every page.
  const everyPage = "þ";
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
  // All ways to ask for the terms: as they are typed, and with other words in their places, which count for less. The most likely
  // first, and no more than can be asked in a moment.
  const swappedWeight = 0.4;
  const mostWays = 24;
  const ways = (terms) => {
    let all = [{ tokens: [], factor: 1 }];
    for (const { tokens, others } of terms)
      all = [tokens, ...others].flatMap((own, place) =>
        all.map((way) => ({ tokens: [...way.tokens, ...own], factor: way.factor * (place ? swappedWeight : 1) })),
      );
    return all.toSorted((a, b) => b.factor - a.factor).slice(0, mostWays);
  };
  // What a result holds is asked for later, and the engine forgets it when nobody has the engine's own object any more.
  const scored = (result, score) => ({ ...result, score, own: result });
  const inPart = async (terms, part) => {
    const asked = await engine(part);
    const best = new Map();
    // The engine leaves out a word that it does not have, and gives the pages that have the others.
    const known = new Map();
    const has = (token) => known.get(token) ?? known.set(token, asked.search(token).then(({ results }) => results.length > 0)).get(token);
    for (const { tokens, factor } of ways(terms)) {
      if (!(await Promise.all(tokens.map(has))).every(Boolean)) continue;
      for (const result of (await asked.search(tokens.join(" "))).results) {
        const score = result.score * factor;
        if (!(best.get(result.id)?.score >= score)) best.set(result.id, scored(result, score));
      }
    }
    for (const { tokens: phrase } of terms.filter((term) => term.phrase && term.tokens.length > 1)) {
      const exact = new Set((await asked.search(`"${phrase.join(" ")}"`)).results.map((result) => result.id));
      for (const id of [...best.keys()]) if (!exact.has(id)) best.delete(id);
    }
    // A day in words is its date and month side by side.
    for (const { tokens, exact, also = [] } of terms.filter((term) => term.exact)) {
      const texts = [...[tokens, ...also].map((way) => way.join(" ")), `"${exact.join(" ")}"`];
      const answers = await Promise.all(texts.map((text) => asked.search(text)));
      const there = new Set(answers.flatMap(({ results }) => results.map((result) => result.id)));
      for (const id of [...best.keys()]) if (!there.has(id)) best.delete(id);
    }
    return [...best.values()];
  };
  // Some of the terms: the pages that have most of them.
  const someInPart = async (terms, part) => {
    const sums = new Map();
    for (const term of terms) {
      const results = await inPart([term], part);
      // A word that few pages have says more than one that many have.
      const rare = 20 * Math.log(1 + part.sidor / results.length);
      for (const result of results) {
        const before = sums.get(result.id)?.score ?? 0;
        sums.set(result.id, scored(result, before + result.score + rare));
      }
    }
    return [...sums.values()];
  };

  // The archive's own words that begin with one of the letters.
  const written = oncePerPart(async (part) => {
    const files = new Map();
    return (letter) => files.set(letter, files.get(letter) ?? json(`pagefind/${part.namn}/ord/${letter}.json`)().catch(() => "")).get(letter);
  });
  const wordsWith = async (letters, parts) => {
    const lists = parts.flatMap((part) => letters.filter((letter) => part.ord.includes(letter)).map(async (letter) => (await written(part))(letter)));
    return [...new Set((await Promise.all(lists)).flatMap((list) => list.split(" ")))];
  };

  return { json, directory, engines, pages, inPart, someInPart, wordsWith };
};
