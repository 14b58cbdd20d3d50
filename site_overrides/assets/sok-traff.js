// A search's hits as they are shown: what each is, its title and the words around what was looked for, those of one matter together.
"use strict";
window.klubbatTraff = (root, fromDisk, { indexed }) => {
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
      line: [get("slag"), number && `§ ${number}`, get("slag") === "Person" ? told.getAll("organ")[0] : where].filter(Boolean).join(" · "),
      text: get("text"),
    };
  };

  // Words of the text with whether each is one that was looked for; a compound is one when it has a part of them, if no word is.
  const marked = (text, tokens) => {
    const stems = tokens.map((token) => token.slice(0, -1)).filter((token) => token.length > 2 && !/\d/.test(token));
    const words = text.split(/\s+/).filter(Boolean);
    const found = words.map((word) => (word.match(/[\p{L}\d]+/gu) ?? []).some((one) => tokens.includes(indexed(one))));
    words.forEach((word, place) => {
      // "30 000" was looked for as one number.
      const together = `${word}${words[place + 1] ?? ""}`.replace(/\D/g, "");
      if (/^\d{1,3}$/.test(word) && tokens.includes(indexed(together))) found[place] = found[place + 1] = true;
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
    return [from ? "… " : "", ...nodes(told, from, to), to < told.words.length ? "…" : ""];
  };
  const forms = (text, tokens) => {
    const { words, found } = marked(text, tokens);
    return words.filter((_, place) => found[place]).map((word) => word.toLowerCase().replace(/[^\p{L}\d]/gu, ""));
  };

  const entry = (hit, tokens) => {
    const title = link(hit.address, "");
    const told = marked(hit.title, tokens);
    title.append(...nodes(told, 0, told.words.length).slice(0, -1));
    const item = element("li", "k-traff", element("span", "k-traff__slag", hit.line), title);
    if (hit.text) item.append(element("p", "", ...excerpt(hit.text, tokens)));
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

  return { element, link, read, entry, under, forms };
};
