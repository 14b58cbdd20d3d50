// The text field: what is pasted from Word and Excel becomes Markdown, a small toolbar, and how it will look beside it.
// Without this file the field is a plain one.
"use strict";

const oneLine = (text) => text.replace(/\s+/g, " ");

// Signs that Markdown would take for its own are kept as signs.
const kept = (text) => oneLine(text).replace(/[\\`*<]/g, "\\$&");

const around = (mark, text) => (text.trim() ? text.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`) : text);

const isBold = (node) => /^(B|STRONG)$/.test(node.tagName) || /^(bold|[6-9]00)$/.test(node.style?.fontWeight ?? "");
const isItalic = (node) => /^(I|EM)$/.test(node.tagName) || node.style?.fontStyle === "italic";

const inlineOf = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return kept(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|TITLE|META|IMG)$/.test(node.tagName)) return "";
  if (node.tagName === "BR") return "\n";
  // Word writes a list's own mark as text: Markdown has one.
  if (/mso-list:\s*Ignore/i.test(node.getAttribute("style") ?? "")) return "";
  const text = [...node.childNodes].map(inlineOf).join("");
  const link = node.tagName === "A" && /^(https|mailto):/.test(node.getAttribute("href") ?? "");
  if (link && text.trim()) return `[${text.trim()}](${node.getAttribute("href")})`;
  // Headings and cells of a head are bold by themselves.
  if (node.closest("h1, h2, h3, h4, h5, h6, th")) return text;
  return isBold(node) ? around("**", text) : isItalic(node) ? around("*", text) : text;
};

const cellOf = (cell) => inlineOf(cell).trim().replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|");

const tableOf = (rows) => {
  const width = Math.max(...rows.map((row) => row.length));
  const line = (row) => `| ${Array.from({ length: width }, (_, n) => row[n] ?? "").join(" | ")} |`;
  return [line(rows[0]), line(Array(width).fill("---")), ...rows.slice(1).map(line)].join("\n");
};

const rowsOf = (table) =>
  [...table.rows]
    .map((row) => [...row.cells].flatMap((cell) => [cellOf(cell), ...Array(cell.colSpan - 1).fill("")]))
    .filter((row) => row.some(Boolean));

const listOf = (list, depth) =>
  [...list.children].flatMap((item, n) => {
    if (/^(UL|OL)$/.test(item.tagName)) return listOf(item, depth + 1);
    const inner = [...item.children].filter((one) => /^(UL|OL)$/.test(one.tagName));
    inner.forEach((one) => one.remove());
    const mark = list.tagName === "OL" ? `${n + 1}.` : "-";
    return [`${"   ".repeat(depth)}${mark} ${oneLine(inlineOf(item)).trim()}`, ...inner.flatMap((one) => listOf(one, depth + 1))];
  });

const wordList = (node) => {
  const level = /mso-list:[^;]*level(\d)/i.exec(node.getAttribute("style") ?? "");
  if (!level) return "";
  const sign = [...node.querySelectorAll("span")].find((one) => /mso-list:\s*Ignore/i.test(one.getAttribute("style") ?? ""));
  const mark = /^\s*\w{1,3}[.)]/.test(sign?.textContent ?? "") ? "1." : "-";
  return `${"   ".repeat(level[1] - 1)}${mark} ${oneLine(inlineOf(node)).trim()}`;
};

const blocksOf = (home) => {
  const blocks = [];
  let run = "";
  const end = () => {
    if (run.trim()) blocks.push(run.trim());
    run = "";
  };
  for (const node of home.childNodes) {
    const level = /^H([1-6])$/.exec(node.tagName ?? "");
    if (level) {
      end();
      // A page has one heading of the first order, which is its title.
      if (node.textContent.trim()) blocks.push(`${"#".repeat(Math.min(Math.max(+level[1], 2), 6))} ${oneLine(inlineOf(node)).trim()}`);
    } else if (node.tagName === "TABLE") {
      end();
      const rows = rowsOf(node);
      if (rows.length) blocks.push(tableOf(rows));
    } else if (/^(UL|OL)$/.test(node.tagName ?? "")) {
      end();
      blocks.push(listOf(node, 0).join("\n"));
    } else if (node.tagName === "P" && wordList(node)) {
      end();
      // Word's lists are paragraphs: those that follow each other are one list.
      if (node.previousElementSibling?.tagName === "P" && wordList(node.previousElementSibling)) blocks.push(`${blocks.pop()}\n${wordList(node)}`);
      else blocks.push(wordList(node));
    } else if (/^(P|DIV|SECTION|ARTICLE|BODY|BLOCKQUOTE|CENTER)$/.test(node.tagName ?? "")) {
      end();
      if (node.querySelector("p, div, table, ul, ol, h1, h2, h3, h4, h5, h6")) blocks.push(...blocksOf(node));
      else if (node.textContent.trim()) blocks.push(inlineOf(node).trim().replace(/^(#|[-+>] |\d+[.)] )/, "\\$1"));
    } else if (!/^(STYLE|META|LINK|TITLE|SCRIPT)$/.test(node.tagName ?? "") && node.nodeType !== Node.COMMENT_NODE) {
      run += inlineOf(node);
    }
  }
  end();
  return blocks;
};

// Lines with tabs between are a table, as a spreadsheet gives them where it gives nothing else.
const tabbed = (text) => {
  const rows = text.replace(/\r/g, "").trimEnd().split("\n").map((line) => line.split("\t").map((cell) => cell.trim().replaceAll("|", "\\|")));
  return rows.length > 1 && rows.every((row) => row.length > 1) ? tableOf(rows) : "";
};

const markdownOf = (data) => {
  const html = data.getData("text/html");
  if (!html) return tabbed(data.getData("text/plain"));
  const { body } = new DOMParser().parseFromString(html, "text/html");
  // What has no form of its own is plain text: the browser pastes it as it is.
  const hasForm = body.querySelector("table, ul, ol, h1, h2, h3, h4, h5, h6, b, strong, i, em, a[href], p + p, [style*=mso-list]");
  return hasForm ? blocksOf(body).join("\n\n") : "";
};

const write = (field, text) => {
  field.focus();
  // The old command is the one that the browser's own undo knows.
  if (!document.execCommand("insertText", false, text)) field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

document.addEventListener("paste", (event) => {
  const field = event.target;
  if (!field.matches?.("textarea.r-brod") || field.spellcheck === false) return;
  const text = markdownOf(event.clipboardData);
  if (!text) return;
  event.preventDefault();
  write(field, text);
});

const TOOLS = [
  ["Rubrik", (text) => `\n## ${text || "Rubrik"}\n`],
  ["Fet", (text) => `**${text || "text"}**`],
  ["Lista", (text) => (text || "punkt").split("\n").map((line) => `- ${line}`).join("\n")],
  ["Numrerad lista", (text) => (text || "punkt").split("\n").map((line, n) => `${n + 1}. ${line}`).join("\n")],
  ["Tabell", () => "\n| Rubrik | Rubrik |\n| --- | --- |\n| cell | cell |\n"],
  ["Länk", (text) => `[${text || "text"}](https://)`],
];

const button = (words, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "k-knapp k-knapp--lugn";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
};

const show = async (field, shown) => {
  const answer = await fetch("/visa-text", { method: "POST", body: new URLSearchParams({ text: field.value }) }).catch(() => null);
  shown.innerHTML = answer?.ok ? await answer.text() : "";
};

const equip = (field) => {
  if (!field || field.dataset.klar || field.spellcheck === false) return;
  field.dataset.klar = "ja";
  const tools = document.createElement("div");
  tools.className = "r-verktyg";
  tools.setAttribute("role", "toolbar");
  tools.setAttribute("aria-label", "Text");
  for (const [words, changed] of TOOLS)
    tools.append(button(words, () => write(field, changed(field.value.slice(field.selectionStart, field.selectionEnd)))));
  const shown = document.createElement("div");
  shown.className = "r-visning k-prosa";
  shown.setAttribute("role", "region");
  shown.setAttribute("aria-label", "Så blir texten");
  shown.tabIndex = 0;
  shown.hidden = true;
  const beside = button("Visa hur det blir", () => {
    shown.hidden = !shown.hidden;
    beside.setAttribute("aria-expanded", String(!shown.hidden));
    if (!shown.hidden) show(field, shown);
  });
  beside.setAttribute("aria-expanded", "false");
  tools.append(beside);
  const both = document.createElement("div");
  both.className = "r-text-och-visning";
  const isWrittenIn = document.activeElement === field;
  field.before(tools, both);
  both.append(field, shown);
  // A field that is moved is left: what somebody has begun to write there would go nowhere.
  if (isWrittenIn) field.focus();
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (!shown.hidden) waiting = setTimeout(() => show(field, shown), 500);
  });
};

// The standard phrases are offered below the text field that is written in. A choice writes nothing by itself: with the arrow
// keys every phrase on the way is chosen.
const phrases = [...document.querySelectorAll("#fraser li")].map((one) => one.textContent);
const choice = document.createElement("select");
choice.setAttribute("aria-label", "Standardfras");
choice.append(new Option("Välj en standardfras …", ""), ...phrases.map((text) => new Option(oneLine(text), text)));
const offer = document.createElement("div");
offer.className = "r-fraser";
offer.append(
  choice,
  button("Infoga", () => choice.value && write(document.getElementById(offer.dataset.till), choice.value)),
);
document.addEventListener("focusin", ({ target }) => {
  if (!phrases.length || target.tagName !== "TEXTAREA" || target.form?.id !== "formular") return;
  offer.dataset.till = target.id;
  (target.closest(".r-text-och-visning") ?? target).after(offer);
});

const equipAll = () => document.querySelectorAll("textarea.r-brod").forEach(equip);
equipAll();
new MutationObserver(equipAll).observe(document.getElementById("innehall"), { childList: true, subtree: true });
