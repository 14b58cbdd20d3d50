// What is typed in a search, understood: words as the index holds them (build_scripts/exports/search_words.py makes the same), case
// numbers in any writing, dates, paragraphs, words for the same thing, and words that are one slip away.
"use strict";
window.klubbatOrd = ({ stam, frågor, synonymer }) => {
  const end = "þ";
  const letters = { å: "æ", ä: "ə", ö: "ø" };
  const questions = new Set(frågor);
  const unmarked = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");

  const longest = (word, start, known) =>
    known.reduce((best, one) => (one.length > best.length && word.endsWith(one) && word.length - one.length >= start ? one : best), "");
  const region = (word) => {
    for (let place = 1; place < word.length; place++)
      if (stam.vokaler.includes(word[place - 1]) && !stam.vokaler.includes(word[place])) return Math.max(place + 1, 3);
    return word.length;
  };
  const cut = (word, ending) => word.slice(0, word.length - ending.length);
  const shortened = (word) => {
    const start = region(word);
    for (const [kept, forms] of Object.entries(stam.kvar)) {
      const found = longest(word, start, forms);
      if (found) return cut(word, found) + kept;
    }
    let short = cut(word, longest(word, start, stam.ändelser));
    if (short.length > start && short.endsWith("s") && stam["före s"].includes(short.at(-2))) short = short.slice(0, -1);
    return longest(short, start, stam.dubbla) ? short.slice(0, -1) : short;
  };
  const stem = (word) => {
    for (let round = 0; round < 3; round++) {
      const shorter = shortened(word);
      if (shorter === word) break;
      word = shorter;
      if (Object.keys(stam.kvar).some((kept) => word.endsWith(kept))) break;
    }
    return word;
  };
  const indexed = (word) => {
    const small = word.toLowerCase().replaceAll("é", "e");
    const told = /\d/.test(small) ? small.replace(",", "k") : stem(small);
    return unmarked(told.replace(/[åäö]/g, (letter) => letters[letter])) + end;
  };

  const tokensIn = (text) => (text.match(/\d+,\d+|[\p{L}\d]+/gu) ?? []).map(indexed);

  // Groups of letters and of digits without their first noughts: "EXN/2026:0017", "exn2026-17" and "Dnr exn 2026:17" are one, and
  // so is "EXN 17/2026", with the year last.
  const number = (text) =>
    (text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [])
      .filter((group) => !/^(dnr|diarienr|diarienummer|ärende|ärendet|ärendenummer|nummer|nr)$/.test(group))
      .map((group) => group.replace(/^0+(?=\d)/, ""))
      .join(" ")
      .replace(/^(\p{L}+ )?(?!(?:19|20)\d\d )(\d{1,5}) ((?:19|20)\d\d)$/u, "$1$3 $2");

  const months = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
  const monthName = "(jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  // "2026", "26", "-26" and "’26".
  const inThisCentury = (year) => year && `${year.length > 2 ? "" : "20"}${year}`;
  const two = (value) => String(value).padStart(2, "0");
  const day = (year, month, date) =>
    month >= 1 && month <= 12 && date >= 1 && date <= 31 && `d${inThisCentury(year) ?? ""}${two(month)}${two(date)}${end}`;
  const named = (name) => months.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1;
  // A day as texts write it, "11 februari", with its year anywhere on the page: what "d20270211" is called there.
  const inWords = (token) => {
    const [, year = "", month, date] = token.match(/^d(\d{4})?(\d\d)(\d\d)\D/) ?? [];
    if (!month) return {};
    const exact = tokensIn(`${+date} ${months[month - 1]}`);
    return { exact, others: [[...exact, ...tokensIn(year)]] };
  };
  const weekday = "(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\\s+)?(?:den\\s+)?";
  // An amount in any writing: "120 tkr" is 120 000, and "1,9 miljoner" is 1,9 mnkr and 1 900 000.
  const thousand = "(?:tkr|kkr|tusen)";
  const million = "(?:mnkr|mkr|miljon(?:er)?|milj)";
  const counted = "(?<![\\d,.])(\\d{1,3}(?:[ \u00a0\u202f.]\\d{3})+(?![\\d])|\\d+(?:,\\d+)?)";
  const joined = (found) => found.replace(/(?<=\d)[ \u00a0\u202f.](?=\d{3})/g, "");
  const inFull = (number, unit) => Math.round(Number(joined(number).replace(",", ".")) * unit);
  const amount = (value, typed = "") => {
    const millions = String(value / 1e6).replace(".", ",");
    const names = /,\d{1,2}$/.test(millions) || typed ? ["mnkr", "mkr", "miljoner"] : [];
    const others = names.map((name) => tokensIn(`${millions} ${name}`));
    return { tokens: [indexed(String(value))], others: typed ? [...others, tokensIn(typed)] : others };
  };
  // Six digits are a day, and may be a number.
  const dayOrNumber = (token, found) => token && { tokens: [token], others: [[indexed(found)]] };
  const monthOf = (year, month) => ({ tokens: [`m${year}${two(+month)}${end}`], others: [tokensIn(`${months[month - 1]} ${year}`)] });
  const special = [
    [/\b((?:19|20)\d\d)([-/. ])(\d{1,2})\2(\d{1,2})\b/g, (_, year, between, month, date) => day(year, month, date)],
    [/\b((?:19|20)\d\d)([01]\d)([0-3]\d)\b/g, (_, year, month, date) => day(year, month, date)],
    [/\b(\d{1,2})\s?[./]\s?(\d{1,2})\s?[-./ ]\s?((?:19|20)\d\d)\b/g, (_, date, month, year) => day(year, month, date)],
    [/\b(\d{1,2})\s?[./]\s?(\d{1,2})\s?[-.’']\s?(\d\d)\b(?![.:])/g, (_, date, month, year) => day(year, month, date)],
    [/(?<![\p{L}\d,.:/-])(\d\d)-?([01]\d)-?([0-3]\d)(?![\d,.:/-]|\s*kr)/gu, (found, year, month, date) => dayOrNumber(day(year, month, date), found)],
    [new RegExp(`${weekday}\\b(\\d{1,2})(?::e|:a|:de|e)?\\s+${monthName}\\b\\.?(?:\\s+((?:19|20)\\d\\d)|\\s*[-’']\\s?(\\d\\d))?(?![\\p{L}\\d])`, "giu"), (_, date, name, year, short) => day(year ?? short, named(name), date)],
    [new RegExp(`(?<!\\p{L})${monthName}\\s+((?:19|20)\\d\\d)\\b`, "giu"), (_, name, year) => monthOf(year, named(name))],
    [new RegExp(`\\b((?:19|20)\\d\\d)\\s+${monthName}(?!\\p{L})`, "giu"), (_, year, name) => monthOf(year, named(name))],
    [/(?<![\p{L}\d]\s?[/-]?)\b((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\d-])/gu, (found, year, month) => ({ ...monthOf(year, month), others: [[indexed(`${year}d${+month}`)]] })],
    // A paragraph of a law by its chapter, "26 kap. 1 §", is none of minutes.
    [/(?<![\p{L}\d,.])(\d{1,2})\s*kap(?:\.|itlet|itel)?\s*(\d{1,3})(?!\d)(?:\s*([a-z])(?=\s*§))?\s*§*/giu, (_, chapter, found, letter = "") => `kap${+chapter}p${+found}${letter.toLowerCase()}${end}`],
    [/(?:§+|(?<!\p{L})par(?:agraf(?:en|erna|er)?|\.?(?=\s*\d)))\s*(?:n(?:umme)?r\.?\s*)?(\d+)(?:\s*[/–-]?\s*((?:19|20)\d\d))?/giu, (_, found, year) => [`par${+found}${end}`, ...(year ? [`y${year}${end}`] : [])]],
    [/(?<![\p{L}\d])(\p{L}{2,10})\s*[/-]?\s*((?:19|20)\d\d)\s?[:/-]\s?(\d{1,5})\b/gu, (_, name, year, found) => indexed(`${name}${year}d${+found}`)],
    // Its year may stand last.
    [/(?<![\p{L}\d])(\p{L}{2,10})\s*[/-]?\s*(\d{1,5})[:/-]((?:19|20)\d\d)\b/gu, (_, name, found, year) => indexed(`${name}${year}d${+found}`)],
    [/(?<![\p{L}\d,./])(\d{1,5})\/((?:19|20)\d\d)\b/gu, (_, found, year) => indexed(`${year}d${+found}`)],
    // With a space before its serial only after few letters: "lekplatser 2026 2028" is no number.
    [/(?<![\p{L}\d])(\p{L}{2,4})[ /-]((?:19|20)\d\d) (\d{1,3})(?![\p{L}\d])/gu, (_, name, year, found) => indexed(`${name}${year}d${+found}`)],
    [/(?<![\p{L}\d])((?:19|20)\d\d)[:/-](\d{1,5})\b/gu, (_, year, found) => indexed(`${year}d${+found}`)],
    [/(?<!\d)(\d{1,2})\/(\d{1,2})(?![\d/])/g, (_, date, month) => day(undefined, month, date)],
    [new RegExp(`${counted}\\s*${million}(?!\\p{L})`, "giu"), (found, number) => amount(inFull(number, 1e6), joined(found))],
    [new RegExp(`${counted}\\s*${thousand}(?!\\p{L})`, "giu"), (found, number) => amount(inFull(number, 1e3), joined(found))],
    [/(?<![\d,.])\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?![\d,.])/g, (found) => amount(Number(found.replace(/\D/g, "")))],
    [/(?<![\d,.:/-])\d{5,}(?![\d,.:/-])/g, (found) => amount(Number(found))],
  ];

  // A term is a part of what is typed: its words in the index, and other words that do as well.
  const understood = (text) => {
    const terms = [];
    let rest = text.replace(/["”“]([^"”“]+)["”“]/g, (_, phrase) => {
      const tokens = tokensIn(phrase);
      if (tokens.length) terms.push({ written: phrase, tokens, others: [], phrase: true });
      return " ";
    });
    for (const [pattern, made] of special)
      rest = rest.replace(pattern, (...found) => {
        const told = made(...found);
        if (!told) return found[0];
        const tokens = [told.tokens ?? told].flat();
        const written = inWords(tokens[0]);
        const others = [...(told.others ?? []), ...(written.others ?? [])];
        terms.push({ written: found[0].trim(), tokens, special: true, ...written, others, also: told.others });
        return " ";
      });
    const words = (rest.match(/\d+,\d+|[\p{L}\d]+(?:-\p{L}+)*/gu) ?? []).map((word) => (synonymer[stem(word.toLowerCase())] ? [word] : word.split("-"))).flat();
    const meant = words.filter((word) => !questions.has(word.toLowerCase()));
    const kept = meant.length || terms.length ? meant : words;
    for (const word of kept) {
      const others = (synonymer[stem(word.toLowerCase())] ?? []).map(tokensIn);
      terms.push({ written: word, tokens: tokensIn(word), others });
    }
    return terms;
  };

  // Å, ä and ö match a and o where the reader typed a and o.
  const withDots = (typed) => new RegExp(`^${[...typed].map((sign) => ({ a: "[aåä]", o: "[oö]", e: "[eé]" })[sign] ?? sign).join("")}$`, "u");
  const oneSlip = (a, b) => {
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    const [restA, restB] = [a.slice(start), b.slice(start)];
    return (
      restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  };
  // What of the archive's own words a word that it lacks may stand for: the same without dots, cut, or one slip away.
  // Short words are like too many others but for a letter that is missing, and few slip on the first letter.
  const sureLength = 5;
  const surest = 6;
  const near = (word, all) => {
    const typed = word.toLowerCase();
    const known = all.filter((one) => one !== typed && !questions.has(one));
    const short = stem(typed);
    const inFull = known.filter((one) => withDots(typed).test(one));
    const dots = inFull.length || short.length < sureLength ? inFull : known.filter((one) => withDots(short).test(stem(one)));
    if (dots.length) return { how: "dots", words: dots };
    const longer = typed.length > 2 ? known.filter((one) => one.startsWith(typed)) : [];
    if (longer.length) return { how: "cut", words: longer };
    const plain = unmarked(typed);
    const mayBe = known.filter((one) => typed.length > surest || (unmarked(one[0]) === plain[0] && Math.max(typed.length, one.length) >= sureLength));
    const slips = typed.length < sureLength - 1 ? [] : mayBe.filter((one) => oneSlip(one, typed) || oneSlip(unmarked(one), plain));
    const bent = slips.length || short.length < 4 ? [] : mayBe.filter((one) => oneSlip(stem(one), short));
    return { how: "slip", words: slips.length ? slips : bent };
  };

  // A compound that the archive lacks, as the two or three words that it is made of where it has all of them: "lekplatsplanen" is
  // "lekplats" and "planen". Between them may stand an s, and a vowel may have changed: "skolskjutsregler", "skolgård", "gatuljus".
  const shortest = 3;
  const headOf = (head, known) => {
    const told = [head, head.replace(/s$/, ""), `${head}a`, head.replace(/[eou]$/, "a")].find((one) => one.length >= shortest && known.has(one));
    return questions.has(told) ? undefined : told;
  };
  const parted = (word, known, most = 3) => {
    for (let place = word.length - shortest; place >= shortest; place--) {
      const tail = word.slice(place);
      const first = headOf(word.slice(0, place), known);
      if (!first) continue;
      const rest = known.has(tail) || known.has(stem(tail)) ? [tail] : most > 2 ? parted(tail, known, most - 1) : [];
      if (rest.length) return [first, ...rest];
    }
    return [];
  };
  // Every way to part a word in two where the first is known.
  const halves = (word, known) =>
    Array.from({ length: Math.max(0, word.length - 2 * shortest) }, (_, more) => shortest + 1 + more)
      .map((place) => [headOf(word.slice(0, place), known), word.slice(place)])
      .filter(([first]) => first);
  // The archive's own words, in their forms and without endings.
  const inForms = (words) => new Set(words.flatMap((word) => [word, stem(word)]));

  return { stem, indexed, tokensIn, number, understood, near, parted, halves, inForms, unmarked, months };
};
