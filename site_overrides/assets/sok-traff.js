// A search's hits as they are shown: what each is, its title and the words around what was looked for, those of one matter together.
"use strict";
window.klubbatTraff = (root, fromDisk, { indexed, tokensIn }) => {
  const excerptWords = 30;
  const element = (name, className, ...children) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.append(...children);
    return node;
  };
  const swedishDay = (iso) =>
    /^\d{4}-\d{2}-\d{2}$/.test(iso ?? "")
      ? new Date(`${iso}T12:00:00Z`).toLocaleDateString("sv-SE", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
      : "";
  const link = (address, text) => {
    const node = element("a", "k-lista__titel", text);
    node.href = new URL(address + (fromDisk && address.endsWith("/") ? "index.html" : ""), root).href;
    return node;
  };

  // The index calls a page by its address and what is shown of it.
  const read = (raw) => {
    const [address, shown = ""] = raw.replace(/^\//, "").split(/\?(.*)/s);
    const told = new URLSearchParams(shown);
    const get = (name) => told.get(name) ?? "";
    const number = get("paragraf");
    const where = [told.getAll("organ")[0], swedishDay(get("datum"))].filter(Boolean).join(" ");
    return {
      address,
      matter: get("arende") || address,
      title: get("titel").replace(/^§ \d+ /, "") || address,
      kind: get("slag"),
      day: get("datum"),
      line: [get("slag"), number && `§ ${number}`, get("slag") === "Person" ? [get("roll"), told.getAll("organ")[0]].filter(Boolean).join(" i ") : where].filter(Boolean).join(" · "),
      text: get("text"),
    };
  };

  // Words of the text with whether each is one that was looked for; a compound is one when it has a part of them, if no word is.
  const marked = (text, tokens) => {
    const stems = tokens.map((token) => token.slice(0, -1)).filter((token) => token.length > 2 && !/\d/.test(token));
    const words = text.split(/\s+/).filter(Boolean);
    const found = words.map((word) => tokensIn(word).some((one) => tokens.includes(one)));
    words.forEach((word, place) => {
      // "30 000" was looked for as one number.
      const together = `${word}${words[place + 1] ?? ""}`.replace(/\D/g, "");
      if (/^\d{1,3}$/.test(word) && tokens.includes(indexed(together))) found[place] = found[place + 1] = true;
    });
    // "26 kap. 1 §" too.
    for (const [, chapter, section] of tokens.map((token) => token.match(/^kap(\d+)p(\d+)/)).filter(Boolean))
      words.forEach((word, place) => {
        if (word.replace(/\D/g, "") === chapter && /^kap/.test(words[place + 1]) && words[place + 2] === section) found.fill(true, place, place + 3);
      });
    if (!found.some(Boolean))
      words.forEach((word, place) => {
        found[place] = stems.some((one) => indexed(word.replace(/[^\p{L}]/gu, "")).includes(one));
      });
    return { words, found };
  };
  const nodes = ({ words, found }, from, to) =>
    words.slice(from, to).flatMap((word, place) => {
      const [, before, own, after] = found[from + place] ? word.match(/^([^\p{L}\d]*)(.*?)([^\p{L}\d]*)$/u) : [];
      return [...(own ? [before, element("mark", "", own), after] : [word]), " "];
    });

  // The words around as many as possible of those looked for, from the page's text and never from what stands around it.
  const excerpt = (text, tokens) => {
    const told = marked(text, tokens);
    let best = 0;
    let most = 0;
    told.found.forEach((is, place) => {
      const kinds = is ? new Set(told.words.slice(place, place + excerptWords - 8).filter((_, next) => told.found[place + next]).map(indexed)).size : 0;
      if (kinds > most) [most, best] = [kinds, place];
    });
    const from = Math.max(0, best - 8);
    const to = from + excerptWords;
    return { from, around: [from ? "… " : "", ...nodes(told, from, to), to < told.words.length ? "…" : ""], told };
  };
  // The first sentence, in so many words at most.
  const sentenceWords = 24;
  const opening = (told) => {
    const end = told.words.findIndex((word) => /[^\d.]{3}[.?!]$/.test(word)) + 1;
    const to = end && end <= sentenceWords ? end : Math.min(sentenceWords, told.words.length);
    return [...nodes(told, 0, to), end === to || to === told.words.length ? "" : "…"];
  };
  const forms = (text, tokens) => {
    const { words, found } = marked(text, tokens);
    return words.filter((_, place) => found[place]).map((word) => word.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ""));
  };

  // A later decision in the same matter, with as many of the words in its title.
  const overtakes = (hit, head, tokens) => {
    const inTitle = (one) => new Set(forms(one.title, tokens).map(indexed)).size;
    return head?.kind === "Beslut" && hit.kind === "Beslut" && hit.day > head.day && inTitle(hit) >= inTitle(head);
  };

  const entry = (hit, tokens) => {
    const title = link(hit.address, "");
    const told = marked(hit.title, tokens);
    title.append(...nodes(told, 0, told.words.length).slice(0, -1));
    const item = element("li", "k-traff", element("span", "k-traff__slag", hit.line), title);
    if (!hit.text) return item;
    const { from, around, told: words } = excerpt(hit.text, tokens);
    // What was decided is told, wherever the words stand that were looked for.
    if (from && hit.kind === "Beslut") item.append(element("p", "", ...opening(words)));
    item.append(element("p", from && hit.kind === "Beslut" ? "k-meta" : "", ...around));
    return item;
  };
  const few = 3;
  // What else of the matter was found: the first ones in view, the others folded.
  const under = (item, hit, head) => {
    let list = item.querySelector(".k-traff__fler");
    if (!list) item.append((list = element("ul", "k-traff__fler")));
    const line = element("li", "", link(hit.address, hit.line), hit.title === head.title ? "" : ` ${hit.title}`);
    if (list.children.length < few) return list.append(line);
    let rest = item.querySelector("details");
    if (!rest) item.append((rest = element("details", "", element("summary", ""), element("ul", "k-traff__fler"))));
    rest.lastChild.append(line);
    rest.firstChild.textContent = `${rest.lastChild.children.length} till i samma ärende`;
  };

  // A case as its own page tells it: title, state, the latest decision, and when what has happened.
  const latest = 8;
  const course = (page, address, number) => {
    const stations = [...page.querySelectorAll(".k-tidslinje > li:not(.k-tidslinje__ar)")];
    if (!stations.length) return undefined;
    const base = new URL(address, root);
    const copy = (node) => document.importNode(node, true);
    const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
    const title = link(address, words(page.querySelector("h1")));
    const item = element("li", "k-traff", element("span", "k-traff__slag", `Ärende · ${number}`), title);
    item.append(...[...page.querySelectorAll(".k-huvud .k-lage")].flatMap((state) => [" ", copy(state)]));
    const decision = page.querySelector(".k-forslag__ord");
    if (decision) item.append(element("p", "", element("strong", "", "Senaste beslutet:"), ` ${words(decision)}`));
    const lines = stations.slice(-latest).map((station) => {
      const [told, led] = [station.querySelector("time"), station.querySelector("a.k-lista__titel")];
      const name = station.querySelector(".k-lista__titel");
      if (led) led.href = new URL(led.getAttribute("href"), base).href;
      const states = [...station.querySelectorAll(".k-handelse .k-lage")].flatMap((state) => [" ", copy(state)]);
      return element("li", "", told ? `${swedishDay(told.dateTime) || words(told)} ` : "", ...(name ? [copy(led ?? name)] : []), ...states);
    });
    const earlier = stations.length - lines.length;
    if (earlier) lines.unshift(element("li", "", `${earlier} tidigare`));
    item.append(element("strong", "", "Ärendets gång"), element("ul", "k-traff__fler", ...lines));
    return item;
  };

  return { course, element, link, overtakes, read, entry, under, forms };
};
