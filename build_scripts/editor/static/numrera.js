// Items of an agenda are moved by dragging their number, or with Alt and an arrow. Without this file the same buttons do it.
"use strict";

const rowOf = (element) => element?.closest("[data-numrera] > .r-punkt");
const formOf = (row) => row.querySelector(".r-numrera");

const move = (row, number) => {
  const form = formOf(row);
  const to = Object.assign(document.createElement("input"), { type: "hidden", name: "till", value: number });
  form.append(to);
  form.submit();
};

let dragged = null;

for (const sign of document.querySelectorAll("[data-numrera] > .r-punkt > .r-punkt__nummer")) {
  if (formOf(rowOf(sign))) sign.draggable = true;
}

document.addEventListener("dragstart", (event) => {
  if (!event.target.matches?.(".r-punkt__nummer")) return;
  dragged = rowOf(event.target);
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", event.target.textContent);
});

document.addEventListener("dragover", (event) => {
  const row = dragged && rowOf(event.target);
  for (const other of document.querySelectorAll(".r-punkt--mal")) other.classList.remove("r-punkt--mal");
  if (!row || row === dragged) return;
  event.preventDefault();
  row.classList.add("r-punkt--mal");
});

document.addEventListener("drop", (event) => {
  const row = dragged && rowOf(event.target);
  if (!row || row === dragged) return;
  event.preventDefault();
  move(dragged, row.querySelector(".r-punkt__nummer").textContent.trim());
});

document.addEventListener("dragend", () => {
  dragged = null;
  for (const other of document.querySelectorAll(".r-punkt--mal")) other.classList.remove("r-punkt--mal");
});

document.addEventListener("keydown", (event) => {
  const row = event.altKey && rowOf(event.target);
  const other = { ArrowUp: row?.previousElementSibling, ArrowDown: row?.nextElementSibling }[event.key];
  if (!row || !other || !formOf(row)) return;
  event.preventDefault();
  move(row, other.querySelector(".r-punkt__nummer").textContent.trim());
});
