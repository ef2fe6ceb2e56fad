// One option as a column: its name, what is done with it, its pros and cons, and the rest of it folded.

import { claimList, keyOf, toolbar } from "./board_claims.js";
import { button } from "./buttons.js";
import { freshId, make, tokenOf } from "./dom.js";
import { fieldsElement, partElement } from "./parts.js";

export function optionColumn(board, option, place) {
  const name = board.nameOf(option);
  const fields = option.parts.find((one) => one.part === "fields" && nameAt(board.form, one) >= 0);
  // The name is the first field of an option: that of a new one gets the focus.
  const first = optionHead(board, option, place, fields);
  const sides = ["pros", "cons"].map((key) => claimList(board, option, board.listOf(option, key), [...place, key]));
  const parts = [first, ...panel(board, option), ...sides, rest(board, option, place, fields)];
  // Names stand in the labels of every column.
  board.form.titles.set(tokenOf(["options", option.id]), () => board.form.redraw(board.form.section));
  return make("div", { class: "ak-option", role: "group", "aria-label": name }, ...parts);
}

const nameAt = (form, part) => form.columns(part).findIndex((column) => column.key === "name");

function optionHead(board, option, place, fields) {
  const { form } = board;
  const at = nameAt(form, fields);
  const column = form.columns(fields)[at];
  const index = board.part.rows.indexOf(option);
  const title = `Name of option ${index + 1}`;
  const control = form.control(column, [...fields.path, "name"], [...place, "name"], title, fields.cells[at], fields.problems[at]);
  control.input.setAttribute("aria-label", title);
  control.input.placeholder = `Option ${index + 1}`;
  const element = make("div", { class: "ak-option-head" }, control.element, facts(board, option), toolbar(`What to do with ${board.nameOf(option)}`, buttons(board, option, index)));
  element.addEventListener("keydown", (event) => {
    const by = { "Alt+Shift+ArrowLeft": -1, "Alt+Shift+ArrowRight": 1 }[keyOf(event)];
    const work = by ? () => move(board, option, by) : keyOf(event) === "Ctrl+KeyD" ? () => duplicate(board, option) : null;
    if (!work) return;
    event.preventDefault();
    event.stopPropagation();
    work();
  });
  return element;
}

// What belongs to the option elsewhere: what is blank is not shown.
function facts(board, option) {
  const part = option.parts.find((one) => one.beside);
  const texts = part.texts.map((text) => make("dd", {}, text));
  board.form.computed.set(tokenOf(part.path), texts);
  const list = part.titles.map((title, at) => make("div", {}, make("dt", {}, title), texts[at]));
  return make("dl", { class: "ak-facts" }, ...list);
}

function buttons(board, option, index) {
  const token = tokenOf(["options", option.id]);
  const name = board.nameOf(option);
  const { rows } = board.part;
  const opens = (what) => () => board.ask(board.asked?.what === what && board.asked.id === option.id ? null : { what, id: option.id });
  const one = [
    button(`left:${token}`, `Move ${name} left (Alt+Shift+Left)`, "←", () => move(board, option, -1), index === 0),
    button(`right:${token}`, `Move ${name} right (Alt+Shift+Right)`, "→", () => move(board, option, 1), index === rows.length - 1),
    button(`copy:${token}`, `Duplicate ${name} (Ctrl+D)`, "Duplicate", () => duplicate(board, option)),
    button(`merge:${token}`, `Merge ${name} into another option`, "Merge…", opens("merge"), rows.length < 2),
    button(`retire:${token}`, `Retire ${name}`, "Retire…", opens("retire")),
    button(`delete:${token}`, `Delete ${name}`, "×", () => removeOption(board, option)),
  ];
  for (const wide of one.slice(2, 5)) wide.classList.add("ak-worded");
  for (const what of ["merge", "retire"]) {
    const opener = one[what === "merge" ? 3 : 4];
    opener.setAttribute("aria-expanded", String(board.asked?.what === what && board.asked.id === option.id));
  }
  return one;
}

function move(board, option, by) {
  const { rows } = board.part;
  const to = rows.indexOf(option) + by;
  if (to < 0 || to >= rows.length) return board.say(`${board.nameOf(option)} is the ${by < 0 ? "first" : "last"} option.`);
  board.form.change({ op: "move", path: ["options", option.id], index: to }, (answer) => {
    if (answer.saved) board.say(`${board.nameOf(option)} is option ${to + 1} of ${rows.length} now.`);
  });
}

function duplicate(board, option) {
  board.form.focus.onNewRow(["options"], true);
  board.changeOption(option, { what: "duplicate" }, `${board.nameOf(option)} is duplicated, with its scores, work items and risks.`);
}

function removeOption(board, option) {
  const { rows } = board.part;
  const next = rows[rows.indexOf(option) + 1] ?? rows[rows.indexOf(option) - 1];
  board.form.focus.after(next ? tokenOf(["options", next.id, "name"]) : "", `add:${tokenOf(["options"])}:`);
  board.form.change({ op: "delete", path: ["options", option.id] });
  board.say(`${board.nameOf(option)} is deleted. Undo takes it back.`);
}

// What is asked before an option is merged or retired; Escape leaves it.
function panel(board, option) {
  if (board.asked?.id !== option.id) return [];
  const token = tokenOf(["options", option.id]);
  const { what } = board.asked;
  const id = freshId();
  const [words, field, send] = what === "merge" ? merging(board, option) : retiring(board, option);
  field.id = id;
  if (board.asked.value) field.value = board.asked.value;
  field.dataset.at = `asked:${token}`;
  const go = make("button", { type: "button", class: "ak-add", onclick: send }, what === "merge" ? "Merge" : "Retire");
  const stop = make("button", { type: "button", class: "ak-add", onclick: () => board.ask(null) }, "Cancel");
  const label = make("label", { class: "ak-label", for: id }, words);
  const box = make("div", { class: "ak-asked" }, label, field, make("div", { class: "ak-choices" }, go, stop));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") board.ask(null);
    else if (event.key === "Enter" && event.target === field) send();
    else return;
    event.preventDefault();
  });
  return [box];
}

function merging(board, option) {
  const others = board.part.rows.filter((row) => row !== option);
  const field = make("select", {}, ...others.map((row) => make("option", { value: row.id }, board.nameOf(row))));
  const send = () => {
    const into = others.find((row) => row.id === field.value);
    const asked = { ...board.asked, value: into.id };
    board.asked = null;
    board.form.focus.after(tokenOf(["options", into.id, "name"]));
    const said = `${board.nameOf(option)} is merged into ${board.nameOf(into)}: claims of both, scores, work items and risks.`;
    board.changeOption(option, { what: "merge", into: into.id }, said, asked);
  };
  return [`Merge ${board.nameOf(option)} into`, field, send];
}

function retiring(board, option) {
  const field = make("input", { type: "text", placeholder: "Why it is out" });
  const send = () => {
    const { rows } = board.part;
    const next = rows[rows.indexOf(option) + 1] ?? rows[rows.indexOf(option) - 1];
    const asked = { ...board.asked, value: field.value };
    board.asked = null;
    board.form.focus.after(next ? tokenOf(["options", next.id, "name"]) : "", `add:${tokenOf(["options"])}:`);
    const said = `${board.nameOf(option)} is retired. It stands below Retired Options with all that belonged to it.`;
    board.changeOption(option, { what: "retire", value: field.value }, said, asked);
  };
  return [`Retire ${board.nameOf(option)}: the reason`, field, send];
}

// Basis, description, details and remarks: there when they are wanted.
function rest(board, option, place, fields) {
  const { form } = board;
  const token = `rest:${tokenOf(["options", option.id])}`;
  const open = form.unfolded.get(token) ?? false;
  const id = freshId();
  const body = make("div", { class: "ak-rest", id, hidden: !open });
  const fill = () => {
    for (const part of option.parts) {
      if (["pros", "cons"].includes(part.key) || part.beside) continue;
      const inner = part.part === "rows" ? [...place, part.key] : place;
      body.append(part === fields ? fieldsElement(form, part, inner, true, ["name"]) : partElement(form, part, inner, true));
    }
  };
  const fold = make("button", { type: "button", class: "ak-fold", "data-at": token, "aria-expanded": String(open), "aria-controls": id }, "Basis, description, details");
  fold.setAttribute("aria-label", `Basis, description, details of ${board.nameOf(option)}`);
  fold.addEventListener("click", () => {
    body.hidden = !body.hidden;
    fold.setAttribute("aria-expanded", String(!body.hidden));
    form.unfolded.set(token, !body.hidden);
    if (!body.childElementCount) fill();
  });
  if (open) fill();
  return make("div", { class: "ak-option-rest" }, fold, body);
}
