// Parts of a form: labelled fields, rows, lines that are computed, and Markdown that is kept as text.

import { addOwn, ownTitle } from "./buttons.js";
import { citing } from "./cite.js";
import { freshId, make, tokenOf } from "./dom.js";
import { rowsElement } from "./rows.js";

export function partElement(form, part, place, inner = false) {
  return PARTS[part.part](form, part, place, inner);
}

// The fields of a part, but for those that stand elsewhere.
export function fieldsElement(form, part, place, inner, without = []) {
  const box = make("div", { class: "ak-fields" });
  form.columns(part).forEach((column, index) => {
    if (without.includes(column.key)) return;
    const path = [...part.path, ...column.path];
    const value = part.cells[index];
    const control = form.control(column, path, [...place, ...column.path], column.title, value, part.problems[index]);
    box.append(field(form, part, column, control, inner));
  });
  if (part.own) box.append(addOwn(form, part.path, "entry"));
  return box;
}

function field(form, part, column, control, inner) {
  const title = column.unit ? `${column.title} (${column.unit})` : column.title;
  const hint = make("span", { class: inner ? "ak-unseen" : "ak-hint", id: freshId() }, column.hint);
  const alone = form.columns(part).length === 1 && !part.own && column.control === "short";
  const wide = alone || ["area", "prose", "checks"].includes(column.control) ? "ak-wide" : "";
  control.describe(column.hint ? hint.id : "");
  control.input.title ||= column.hint;
  // Inside a card the hint stands where the words will stand; elsewhere it stays in sight.
  if (inner && column.control !== "date" && "placeholder" in control.input) control.input.placeholder = column.hint;
  let label;
  if (column.own) {
    label = ownTitle(form, part.path, column.title, "entry");
    control.input.setAttribute("aria-label", column.title);
  } else if (column.control === "checks") {
    label = make("span", { class: "ak-label", "aria-hidden": "true" }, title);
    control.input.setAttribute("aria-label", title);
  } else {
    label = make("label", { class: "ak-label", for: control.input.id }, title);
  }
  const many = column.control === "names" ? " One on each line." : "";
  hint.append(many);
  const isName = column.kind === "option" || (column.commit === "change" && column.control === "short");
  const name = isName ? "ak-name" : "";
  return make("div", { class: `ak-field ${wide} ${name}` }, label, column.hint ? hint : null, control.element);
}

function computed(form, part) {
  const texts = part.texts.map((text) => make("dd", {}, text));
  form.computed.set(tokenOf(part.path), texts);
  const list = make("dl", {}, ...part.titles.flatMap((title, index) => [make("dt", {}, title), texts[index]]));
  return make("div", { class: "ak-computed" }, make("h4", {}, part.title), make("p", { class: "ak-hint" }, part.hint), list);
}

const MARKDOWN = { key: "text", control: "markdown", commit: "change", choices: [], path: [] };

function text(form, part) {
  const control = form.control(MARKDOWN, part.path, part.path, part.title, part.markdown, "");
  const why = make("p", { class: part.reason ? "ak-reason" : "ak-hint", id: freshId() });
  why.textContent = part.reason ? `Kept as text: ${part.reason}.` : "Markdown.";
  control.describe(why.id);
  const label = make("label", { class: "ak-label", for: control.input.id }, part.title);
  return make("div", { class: "ak-field ak-wide" }, label, why, control.element);
}

export function withCitations(form, control) {
  if (!control.column.cites) return;
  if (!control.cites) citing(form, control);
  control.cites.name();
}

const PARTS = { fields: fieldsElement, rows: rowsElement, computed, text };
