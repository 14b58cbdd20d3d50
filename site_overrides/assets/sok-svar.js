// What is shown of a search: its hits in one list, those of a matter together, and in words how many they are and of what.
// Another search may begin at any time: `now` tells whether the one it was given to is still the last, and after that nothing is shown of it.
"use strict";
window.klubbatSvar = (root, glossaryAddress, once, reading) => {
  const status = document.getElementById("sok-status");
  const list = document.getElementById("sok-traffar");
  const more = document.getElementById("sok-fler");
  const further = more.cloneNode(false);
  further.id = "sok-vidare";
  more.after(" ", further);
  const suggestions = document.getElementById("sok-forslag");
  const handbookBox = document.getElementById("sok-handbok");
  const glossaryBox = document.getElementById("sok-ordlista");
  const pageSize = 10;

  const sentence = (count, cases, text, where, told) => {
    const about = text ? ` på ”${text}”` : "";
    const hits = count === 1 ? "1 träff" : `${count} träffar`;
    if (told && count) return `${told} ${hits}${where}.`;
    if (!count && !cases) return told || `Inga träffar${about}${where}. Pröva ett annat ord, eller ta bort något filter.`;
    if (cases) return count ? `Diarienumret finns. ${hits} till${where}.` : "Diarienumret finns.";
    return `${hits}${about}${where}.`;
  };
  const spans = (parts, several) =>
    parts
      .map((part) => {
        const years = part.från === part.till ? part.från : `${part.från}–${part.till}`;
        return [several ? part.kommun : "", part.från && years].filter(Boolean).join(" ");
      })
      .join(", ");

  let now = () => true;
  let begun = false;
  let typed = "";
  let told = "";
  // What is to stand above the hits: it comes with the first of them, so that it pushes none away.
  let above = new Map();
  let cases = [];
  let count = 0;
  let waiting = [];
  let tokens = [];
  let latestLeads = false;
  // The matters that are shown, each with its place in the list and the hit that stands first.
  let matters = new Map();

  const tell = (text) => {
    status.textContent = text;
  };
  const fold = () => {
    for (const node of [suggestions, handbookBox, glossaryBox]) node.hidden = true;
  };
  const hideMore = () => {
    more.hidden = further.hidden = true;
  };
  const showNothing = (why = "") => {
    waiting = [];
    list.replaceChildren();
    hideMore();
    tell(why);
    fold();
  };
  // The list is the search before this one's until there is something to show, and then only grows: nothing moves that is read.
  const wait = (text, isNow) => {
    now = isNow;
    begun = false;
    typed = text;
    told = "";
    above = new Map();
    cases = [];
    count = 0;
    waiting = [];
    tell("Söker …");
  };
  const begin = () => {
    if (begun) return;
    begun = true;
    fold();
    for (const [box, parts] of above) {
      box.replaceChildren(...parts);
      box.hidden = false;
    }
    if (told) tell(`${told} Söker …`);
    list.replaceChildren(...cases.map((one) => one.item));
    matters = new Map(cases.map((one) => [one.matter, one]));
  };
  const pageOf = async (address) => {
    const answer = root.protocol === "file:" ? undefined : await fetch(new URL(address, root)).catch(() => undefined);
    return new DOMParser().parseFromString(answer?.ok ? await answer.text() : "", "text/html");
  };
  const showCases = async (found, isNow) => {
    const { course, link, element } = await reading();
    if (!isNow() || !found.length) return;
    cases = found.map(({ matter, name }) => {
      const kind = element("span", "k-traff__slag", "Ärende · allt med det diarienumret");
      return { matter, item: element("li", "k-traff", kind, link(matter, `Ärendet ${name.toUpperCase()}`)) };
    });
    begin();
    // What has happened in the case is told at once, where its page can be read.
    await Promise.all(
      cases.map(async (one, place) => {
        const told = course(await pageOf(one.matter), one.matter, found[place].name.toUpperCase());
        if (!told || !isNow()) return;
        one.item.replaceWith(told);
        Object.assign(one, { item: told, isWhole: true });
      }),
    );
  };

  // Shows hits until so many more matters are there; those of a matter that is there already are put under it.
  const showMore = async (focus, room = pageSize) => {
    const isNow = now;
    const { read, entry, under, overtakes } = await reading();
    let first;
    let made = 0;
    // The best result is there to read before the others are asked for.
    let best = !focus;
    while (waiting.length && made < room) {
      const batch = waiting.splice(0, best ? 1 : room - made);
      best = false;
      const hits = (await Promise.all(batch.map((result) => result.data()))).map((data) => read(data.raw_url));
      if (!isNow()) return;
      for (const hit of hits) {
        const known = matters.get(hit.matter);
        if (known) {
          if (known.isWhole || known.item.querySelector("a").pathname === new URL(hit.address, root).pathname) continue;
          // Nothing that the reader has been told is all moves any more.
          if (!focus && latestLeads && overtakes(hit, known.hit, tokens)) {
            const item = entry(hit, tokens);
            item.append(...known.item.querySelectorAll(":scope > .k-traff__fler, :scope > details"));
            under(item, known.hit, hit);
            known.item.replaceWith(item);
            Object.assign(known, { item, hit });
          } else under(known.item, hit, known.hit ?? hit);
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
  // Shows the results that have come for the words, and tells whether a page has room for more.
  const showFound = async (results, words, mayLead, why = "") => {
    tokens = words;
    told = why;
    latestLeads = mayLead;
    count += results.length;
    waiting.push(...results);
    if (results.length) begin();
    await showMore(false, Math.max(0, pageSize - matters.size));
    return count < pageSize;
  };
  const isEmpty = () => !count && !cases.length;

  // A word that stands there only in other forms than the typed one is told.
  const otherForms = async (terms) => {
    if (terms.length !== 1 || terms[0].special || terms[0].phrase) return "";
    const { forms, stem } = await reading();
    const typed = terms[0].written.toLowerCase();
    const there = [...new Set([...matters.values()].flatMap(({ hit }) => (hit ? forms(`${hit.title} ${hit.text}`, tokens) : [])))].filter((word) => word.length > 2);
    if (!there.length || there.includes(typed)) return "";
    const bent = there.filter((word) => stem(word) === stem(typed));
    if (bent.length) return ` Ordet står i formen ${bent.slice(0, 3).join(", ")}.`;
    return there.some((word) => word.includes(stem(typed))) ? "" : ` Visar också ${there.slice(0, 3).join(", ")}.`;
  };
  const showTold = async (terms, { done, rest, several }, why, isNow) => {
    told = why;
    const bent = told ? "" : await otherForms(terms);
    if (!isNow()) return;
    begin();
    more.hidden = !waiting.length;
    const where = rest.length ? ` i ${spans(done, several)}` : "";
    tell(sentence(count, cases.length, typed, where, told) + bent);
    further.hidden = !rest.length;
    further.textContent = `Sök också i ${spans(rest, several)}`;
  };
  const showFailed = () => {
    list.replaceChildren(...cases.map((one) => one.item));
    hideMore();
  };

  // A way to search for what was meant alone.
  const suggest = async (replaced, isNow) => {
    const { element } = await reading();
    if (!isNow() || !replaced.length) return;
    const links = replaced.map(([lacked, word]) => {
      const link = element("a", "", typed.replace(lacked, word));
      link.href = `?${new URLSearchParams({ q: typed.replace(lacked, word) })}`;
      return element("li", "", link);
    });
    above.set(suggestions, [element("span", "", "Sök på:"), element("ul", "", ...links)]);
  };

  // Asked when somebody opens it, or at once when there is nothing else.
  const showHandbook = async (ask, isNow) => {
    const { read, entry, element } = await reading();
    if (!isNow()) return;
    const inHandbook = "I handboken för nämndsekreterare";
    const atOnce = isEmpty();
    const show = async () => {
      handbookBox.ontoggle = null;
      const results = await ask();
      handbookBox.hidden = atOnce && !results.length;
      const hits = (await Promise.all(results.slice(0, pageSize).map((result) => result.data()))).map((data) => read(data.raw_url));
      if (!isNow()) return;
      const about = results.length === 1 ? "1 träff" : `${results.length} träffar`;
      handbookBox.replaceChildren(element("summary", "", `${inHandbook}: ${about}`), element("ol", "k-lista", ...hits.map((hit) => entry(hit, tokens))));
      if (atOnce && results.length) status.textContent += ` ${inHandbook}: ${about}.`;
    };
    handbookBox.open = false;
    handbookBox.replaceChildren(element("summary", "", `${inHandbook} …`));
    handbookBox.hidden = false;
    if (atOnce) await show();
    else handbookBox.ontoggle = show;
  };

  // The words of the reader's glossary, read from its own page.
  const glossary = once(async () => {
    const address = new URL(glossaryAddress, root);
    const { stem } = await reading();
    const page = new DOMParser().parseFromString((await (await fetch(address)).text()).replaceAll("\u00AD", ""), "text/html");
    const rows = [...page.querySelectorAll("article tr, article dl > dt")].map((row) =>
      row.matches("dt") ? [row, row.nextElementSibling] : [...row.querySelectorAll("td")],
    );
    const told = rows.filter(([term, meaning]) => term && meaning);
    return new Map(told.flatMap(([term, meaning]) => term.textContent.split(",").map((one) => [stem(one.trim().toLowerCase()), [term.textContent.trim(), meaning.textContent.trim(), address.href]])));
  });
  const explain = async (terms, isNow) => {
    if (!glossaryAddress || !terms.length || terms.length > 2) return;
    const { stem, element } = await reading();
    const wanted = terms.map((term) => term.written.toLowerCase()).join(" ");
    const found = (await glossary().catch(() => new Map())).get(stem(wanted));
    if (!isNow() || !found) return;
    const [term, meaning, address] = found;
    const link = element("a", "", "ordlistan");
    link.href = address;
    above.set(glossaryBox, [element("strong", "", term), " ", element("span", "", meaning), " Se ", link, "."]);
  };

  more.addEventListener("click", () => showMore(true));
  return { explain, further, isEmpty, showCases, showFailed, showFound, showHandbook, showNothing, showTold, suggest, wait };
};
