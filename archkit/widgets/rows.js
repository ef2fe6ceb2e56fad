// Rows: as a grid, as cards that fold, as a short list of claims, or as key and value pairs.

import { optionsElement } from "./board.js";
import { addButton, rowButtons } from "./buttons.js";
import { brief, capital, freshId, make, tokenOf } from "./dom.js";
import { gridPart } from "./grid_part.js";
import { partElement } from "./parts.js";

const OPEN_CARDS = 4;

export function rowsElement(form, part, place, inner) {
  const isTitled = inner || form.section.parts.filter((one) => one.part !== "text").length > 1;
  if (part.layout === "table") return gridPart(form, part, place, isTitled);
  if (part.key === "options") return optionsElement(form, part, place, () => LAYOUTS.cards(form, part, part.rows, place));
  const box = make("div", { class: `ak-rows ak-${part.layout}`, role: "group", "aria-label": part.title });
  const bare = part.layout === "pairs" && !part.rows.length;
  if (!bare && isTitled) box.append(make(inner ? "h5" : "h4", {}, part.title));
  if (part.rows.length) box.append(LAYOUTS[part.layout](form, part, part.rows, place));
  box.append(addButton(form, part.path, part.noun, part.rows.length));
  return box;
}

const nameOf = (part, row) => `${part.noun} ${part.rows.indexOf(row) + 1}`;

const among = (place, part, row) => [...place, part.rows.indexOf(row)];

function cell(form, part, row, column, index, place, hint) {
  const path = [...part.path, row.id, ...column.path];
  const name = `${column.title}, ${nameOf(part, row)}`;
  const at = [...among(place, part, row), ...column.path];
  const control = form.control(column, path, at, name, row.cells[index], row.problems[index]);
  control.input.setAttribute("aria-label", name);
  control.describe(hint);
  return control.element;
}

function cards(form, part, rows, place) {
  const box = make("div", { class: "ak-deck" });
  for (const row of rows) box.append(card(form, part, rows, row, place));
  return box;
}

function card(form, part, rows, row, place) {
  const token = tokenOf([...part.path, row.id]);
  const open = form.unfolded.get(token) ?? (part.rows.length <= OPEN_CARDS || form.isNew(row));
  const id = freshId();
  const title = () => `${capital(nameOf(part, row))}${row.called.length ? `: ${brief(row.called.join(" "), 200)}` : ""}`;
  const words = make("span", {}, title());
  form.titles.set(token, (called) => {
    row.called = called;
    words.textContent = title();
  });
  const body = make("div", { class: "ak-card-body", id, hidden: !open });
  const fill = () => body.append(...row.parts.filter((one) => !one.beside).map((one) => partElement(form, one, cardPlace(place, part, row, one), true)));
  const fold = make("button", { type: "button", class: "ak-fold", "data-at": `fold:${token}`, "aria-expanded": String(open), "aria-controls": id }, words);
  fold.addEventListener("click", () => {
    body.hidden = !body.hidden;
    fold.setAttribute("aria-expanded", String(!body.hidden));
    form.unfolded.set(token, !body.hidden);
    if (!body.childElementCount) fill();
  });
  if (open) fill();
  const top = make("div", { class: "ak-card-head" }, make("h4", {}, fold), rowButtons(form, part, rows, row, nameOf(part, row)));
  return make("div", { class: "ak-card", role: "group", "aria-label": capital(nameOf(part, row)) }, top, body);
}

function cardPlace(place, part, row, inner) {
  return inner.part === "rows" ? [...among(place, part, row), inner.key] : among(place, part, row);
}

function list(form, part, rows, place) {
  const columns = form.columns(part);
  const items = rows.map((row) => {
    const cells = columns.map((column, index) => {
      const hint = make("span", { class: "ak-unseen", id: freshId() }, column.hint);
      const element = cell(form, part, row, column, index, place, hint.id);
      const input = element.querySelector("input, textarea");
      if (input) input.placeholder = column.title;
      return make("div", { class: `ak-line ak-line-${column.key}` }, element, hint);
    });
    const side = make("div", { class: "ak-side" }, rowButtons(form, part, rows, row, nameOf(part, row)));
    return make("li", {}, make("div", { class: "ak-cells" }, ...cells), side);
  });
  return make("ol", { class: "ak-list" }, ...items);
}

const LAYOUTS = { cards, lines: list, pairs: list };
