// Rows are added, moved and taken away without leaving the place on the page. Without this file the same buttons load the page anew.
"use strict";

const isRowButton = (button) => button instanceof HTMLButtonElement && /^(rad[+-]|upp|ned|del) /.test(button.value);

let changed = false;

const isChanged = () => {
  changed = true;
  const state = document.getElementById("lage");
  if (state) state.textContent = "Inte sparat än. Ctrl+S sparar.";
};

const SILENT = "Skrivbordet svarar inte. Det du har skrivit står kvar här: starta det igen, öppna dess nya adress i en annan flik, och spara sedan.";
let silent = false;

// A page that nobody answers would take the place of what is written here: it is asked now and then whether the desk is there.
const listen = async () => {
  const state = document.getElementById("lage");
  if (!state) return;
  const answered = await fetch("/dag?datum=2000-01-01").then((answer) => answer.ok, () => false);
  if (answered && silent) isChanged();
  silent = !answered;
  if (silent) state.textContent = SILENT;
};
setInterval(listen, 15000);
addEventListener("focus", listen);

document.addEventListener("input", (event) => {
  if (event.target.form?.id === "formular") isChanged();
});

document.addEventListener("keydown", (event) => {
  const save = document.getElementById("spara");
  if (!save || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  save.click();
});

// The weekday and the holiday stand beside a day as soon as it is chosen.
document.addEventListener("change", async ({ target }) => {
  const beside = target.type === "date" && document.getElementById(`${target.id}-bredvid`);
  if (!beside) return;
  const answer = target.value && (await fetch(`/dag?datum=${target.value}`).catch(() => null));
  const first = beside.firstElementChild ?? beside.appendChild(document.createElement("li"));
  first.textContent = answer?.ok ? await answer.text() : "";
  beside.hidden = !first.textContent;
});

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (form.id !== "formular") return;
  if (silent) {
    event.preventDefault();
    await listen();
    if (!silent) form.requestSubmit(submitter);
    return;
  }
  if (!isRowButton(submitter)) {
    // The preview opens in a tab of its own: what is written here is still not saved.
    if (submitter?.formTarget !== "_blank") changed = false;
    return;
  }
  event.preventDefault();
  const open = new Map([...form.querySelectorAll("details[id]")].map((part) => [part.id, part.open]));
  const body = new URLSearchParams(new FormData(form, submitter));
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body });
  } catch {
    answer = null;
  }
  const found = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("formular");
  if (!found) {
    form.insertAdjacentHTML("afterbegin", `<p class="r-fynd r-fynd--fel" role="alert">${SILENT}</p>`);
    return;
  }
  form.replaceWith(document.adoptNode(found));
  for (const part of found.querySelectorAll("details[id]")) {
    if (open.has(part.id)) part.open = open.get(part.id);
  }
  if (submitter.value.startsWith("del ")) scrollTo(0, 0);
  else isChanged();
  found.querySelector("[autofocus]")?.focus();
});

// The sums of a vote follow what is ticked.
document.addEventListener("change", ({ target }) => {
  const table = target.closest("table[data-roster]");
  const sum = table?.parentElement.nextElementSibling;
  if (!sum) return;
  const count = (side) => table.querySelectorAll(`input[value="${side}"]:checked`).length;
  const [yes, no] = [count("ja"), count("nej")];
  const won = yes === no ? "lika" : yes > no ? "ja" : "nej";
  sum.textContent = `Ja ${yes} · Nej ${no} · Avstår ${count("avstår")}: ${won}`;
});

// A link in the list of faults leads to a field that may stand in a closed row.
const openTo = () => {
  const field = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let part = field?.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  field?.focus();
};
addEventListener("hashchange", openTo);

addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
