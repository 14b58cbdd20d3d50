// Names alone: of kinds of pages, of bodies, their municipalities and units, with a year beside them. Who types nothing else wants
// what is called so, by day: "nästa möte Exempelnämnden", "senaste protokollet", "Botkyrka".
"use strict";
window.klubbatNamn = ({ directory }, reading) => {
  const filters = ["slag", "organ", "kommun", "enhet", "år"];
  const generic = /(?<!\p{L})(?:kommun|stad|region|nämnd|om|webbplatsen|och|i)(?!\p{L})/giu;
  const which = /(?<!\p{L})(nästa|närmaste|kommande|nästkommande|senaste|förra|föregående|första|sista)(?:\s+gång(?:en)?)?(?!\p{L})/iu;
  const meetings = ["Sammanträde", "Protokoll"];
  const dated = 2;
  const today = () => new Date().toLocaleDateString("sv-SE");

  const rising = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  // What is to come first, the nearest day before others, and then what has been; or the other way round.
  const aroundToday = (pastFirst, now) => (a, b) =>
    a < now === b < now ? (a < now ? rising(b, a) : rising(a, b)) : a < now === pastFirst ? -1 : 1;
  const orders = {
    första: () => rising,
    sista: () => (a, b) => rising(b, a),
    senaste: (now) => aroundToday(true, now),
    förra: (now) => aroundToday(true, now),
    föregående: (now) => aroundToday(true, now),
  };

  // What is typed as names alone, or undefined: the terms to ask for, and how the pages found are ordered.
  const named = async (text) => {
    const { understood, tokensIn, parted, months } = await reading();
    const { val } = await directory();
    const word = text.match(which)?.[1].toLowerCase();
    const typed = understood(text.replace(which, " "));
    const ways = ({ tokens, others, special }) => (special ? [] : [tokens, ...others]);
    const known = new Set(filters.flatMap((filter) => val[filter] ?? []).flatMap((value) => tokensIn(value)));
    // "kommunstyrelsemöte" is the names that it is made of.
    const isName = { has: (part) => !part.replace(generic, "") || understood(part).flatMap(ways).some((own) => own.every((token) => known.has(token))) };
    const terms = typed.flatMap((term) => {
      const parts = term.special || isName.has(term.written) ? [] : parted(term.written.toLowerCase(), isName, 2);
      return parts.length ? understood(parts.join(" ").replace(generic, " ")) : [term];
    });
    const said = new Set(terms.flatMap(ways).flat());
    // Of a body's name some words will do: "kommunstyrelsen" is "Kommunstyrelsen i Exempelköping".
    const names = filters
      .flatMap((filter) => (val[filter] ?? []).map((value) => ({ filter, value, tokens: tokensIn(value.replace(generic, " ")) })))
      .filter(({ filter, tokens }) => tokens.length && (filter === "organ" || tokens.every((token) => said.has(token))));
    // A meeting of a month is that of its day: "möte i december". Other pages have the month in their name.
    const monthOf = ({ written }) => months.indexOf(written.toLowerCase()) + 1;
    const month = terms.map(monthOf).find(Boolean);
    const meant = terms.filter((term) => !monthOf(term)).map((term) => names.filter(({ tokens }) => ways(term).some((own) => own.every((token) => tokens.includes(token)))));
    if (!meant.some((all) => all.some(({ filter }) => filter !== "år")) || meant.some((all) => !all.length)) return undefined;
    if (month && !meant.some((all) => all.some(({ filter, value }) => filter === "slag" && meetings.includes(value)))) return undefined;
    const is = (choices, { filter, value }) => choices.some((choice) => choice[0] === filter && choice[1] === value);
    const isMeant = ({ choices }) => meant.every((all) => all.some((name) => is(choices, name)));
    const isOf = ({ choices }, kind) => is(choices, { filter: "slag", value: kind });
    // A list that is called as the kind of what it lists has a kind of its own.
    const listed = (choices) => new Set(choices.filter(([filter]) => filter === "lista").map(([, title]) => tokensIn(title).join()));
    const isListed = ({ choices }) =>
      meant.every((all) => all.some((name) => is(choices, name) || (name.filter === "slag" && listed(choices).has(name.tokens.join()))));
    // A body that is no longer followed has nothing coming.
    const isHistorical = ({ choices }) => choices.some(([filter]) => filter === "historiskt");
    const place = (page) => {
      if (!word && isOf(page, "Organ") && isMeant(page)) return isHistorical(page) / 2;
      if (!word && isOf(page, "Lista") && isListed(page)) return 1;
      return isMeant(page) && (!month || Number(page.day?.slice(5, 7)) === month) ? dated + !page.day : dated + 2;
    };
    const byDay = (orders[word] ?? ((now) => aroundToday(false, now)))(today());
    return { terms, order: (a, b) => place(a) - place(b) || (place(a) === dated ? byDay(a.day, b.day) : 0) };
  };

  return { named };
};
