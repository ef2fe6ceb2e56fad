// The pros and cons of an option side by side with others: short lists whose rows change sides and options by a key.

import { addButton, button } from "./buttons.js";
import { brief, capital, freshId, make, tokenOf } from "./dom.js";

const OTHER = { pros: "cons", cons: "pros" };

// One stop for Tab; arrows go from button to button.
export function toolbar(label, buttons) {
  const bar = make("div", { class: "ak-buttons", role: "toolbar", "aria-label": label }, ...buttons);
  const usable = () => buttons.filter((one) => !one.disabled);
  const rove = (to) => buttons.forEach((one) => (one.tabIndex = one === to ? 0 : -1));
  rove(usable()[0]);
  bar.addEventListener("focusin", (event) => rove(event.target.closest("button")));
  bar.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || event.altKey || event.ctrlKey) return;
    const all = usable();
    const at = all.indexOf(event.target.closest("button"));
    all[(at + by + all.length) % all.length].focus();
    event.preventDefault();
  });
  return bar;
}

export function claimList(board, option, part, place) {
  const { form } = board;
  const title = make("h4", { class: `ak-side-of ak-${part.key}` }, part.title, make("span", { class: "ak-count-of" }, ` ${part.rows.length}`));
  const rows = part.rows.map((row) => claimRow(board, option, part, row, place));
  const list = rows.length ? [make("ol", { class: "ak-list" }, ...rows)] : [];
  const label = `${part.title} of ${board.nameOf(option)}`;
  const add = addButton(form, part.path, part.noun, part.rows.length, { among: board.nameOf(option) });
  add.textContent = `+ Add ${part.noun}`;
  return make("div", { class: `ak-claims ak-claims-${part.key}`, role: "group", "aria-label": label }, title, ...list, add);
}

function claimRow(board, option, part, row, place) {
  const { form } = board;
  const index = part.rows.indexOf(row);
  const name = `${part.noun} ${index + 1} of ${board.nameOf(option)}`;
  const cells = form.columns(part).map((column, at) => {
    const path = [...part.path, row.id, ...column.path];
    const control = form.control(column, path, [...place, index, ...column.path], `${column.title}, ${name}`, row.cells[at], row.problems[at]);
    const hint = make("span", { class: "ak-unseen", id: freshId() }, column.hint);
    control.input.setAttribute("aria-label", `${column.title}, ${name}`);
    if ("placeholder" in control.input) control.input.placeholder = column.title;
    control.describe(hint.id);
    return make("div", { class: `ak-line ak-line-${column.key}` }, control.element, hint);
  });
  const claim = { option, part, row, index, name };
  const item = make("li", {}, ...cells, claimButtons(board, claim));
  item.addEventListener("keydown", (event) => heed(board, claim, event));
  return item;
}

function claimButtons(board, claim) {
  const { part, row, index, name, option } = claim;
  const token = tokenOf([...part.path, row.id]);
  const other = { pros: "con", cons: "pro" }[part.key];
  const beside = (by) => board.neighbour(option, by);
  const to = (by) => (beside(by) ? `Move ${name} to ${board.nameOf(beside(by))}` : `No option ${by < 0 ? "left" : "right"} of this one`);
  return toolbar(`What to do with ${name}`, [
    button(`turn:${token}`, `Turn ${name} into a ${other} (Alt+T)`, "⇅", () => turn(board, claim)),
    button(`left:${token}`, `${to(-1)} (Alt+Shift+Left)`, "←", () => toNeighbour(board, claim, -1), !beside(-1)),
    button(`right:${token}`, `${to(1)} (Alt+Shift+Right)`, "→", () => toNeighbour(board, claim, 1), !beside(1)),
    button(`up:${token}`, `Move ${name} up (Alt+Up)`, "↑", () => stepAlong(board, claim, -1), index === 0),
    button(`down:${token}`, `Move ${name} down (Alt+Down)`, "↓", () => stepAlong(board, claim, 1), index === part.rows.length - 1),
    button(`delete:${token}`, `Delete ${name} (Ctrl+Delete)`, "×", () => removeClaim(board, claim)),
  ]);
}

const wordsOf = (claim) => (claim.row.cells[0] ? `“${brief(claim.row.cells[0], 60)}”` : `The ${claim.part.noun}`);

function turn(board, claim) {
  const { option, part } = claim;
  const path = [...part.path.slice(0, 2), OTHER[part.key]];
  const count = board.listOf(option, OTHER[part.key]).rows.length + 1;
  const noun = { pros: "con", cons: "pro" }[part.key];
  board.changeClaim(claim, { turn: true }, path, `${wordsOf(claim)} is ${noun} ${count} of ${board.nameOf(option)} now.`);
}

function toNeighbour(board, claim, by) {
  const { option, part } = claim;
  const to = board.neighbour(option, by);
  if (!to) return board.say(`There is no option ${by < 0 ? "left" : "right"} of ${board.nameOf(option)}.`);
  const count = board.listOf(to, part.key).rows.length + 1;
  board.changeClaim(claim, { into: to.id }, ["options", to.id, part.key], `${wordsOf(claim)} is ${part.noun} ${count} of ${board.nameOf(to)} now.`);
}

function stepAlong(board, claim, by) {
  const { part, row, index } = claim;
  const to = index + by;
  if (to < 0 || to >= part.rows.length) return board.say(`${capital(claim.name)} is the ${by < 0 ? "first" : "last"} one.`);
  board.form.change({ op: "move", path: [...part.path, row.id], index: to }, (answer) => {
    if (answer.saved) board.say(`${wordsOf(claim)} is ${part.noun} ${to + 1} of ${part.rows.length} now.`);
  });
}

function removeClaim(board, claim) {
  const { part, row, index } = claim;
  const next = part.rows[index + 1] ?? part.rows[index - 1];
  const column = board.form.columns(part)[0];
  const after = next ? tokenOf([...part.path, next.id, ...column.path]) : "";
  board.form.focus.after(after, `add:${tokenOf(part.path)}:`);
  board.form.change({ op: "delete", path: [...part.path, row.id] });
  board.say(`${wordsOf(claim)} is deleted. Undo takes it back.`);
}

function addBelow(board, { part, index }) {
  board.form.focus.onNewRow(part.path);
  board.form.change({ op: "insert", path: part.path, index: index + 1, value: {} });
}

const CLAIM_KEYS = {
  "Alt+KeyT": turn,
  "Alt+Shift+ArrowLeft": (board, claim) => toNeighbour(board, claim, -1),
  "Alt+Shift+ArrowRight": (board, claim) => toNeighbour(board, claim, 1),
  "Alt+ArrowUp": (board, claim) => stepAlong(board, claim, -1),
  "Alt+ArrowDown": (board, claim) => stepAlong(board, claim, 1),
  "Ctrl+Enter": addBelow,
  "Ctrl+Delete": removeClaim,
};

export function keyOf(event) {
  const held = [event.ctrlKey || event.metaKey ? "Ctrl+" : "", event.altKey ? "Alt+" : "", event.shiftKey ? "Shift+" : ""];
  return held.join("") + (event.code.startsWith("Key") ? event.code : event.key);
}

function heed(board, claim, event) {
  const work = event.isComposing || event.getModifierState?.("AltGraph") ? undefined : CLAIM_KEYS[keyOf(event)];
  if (!work) return;
  event.preventDefault();
  // Some of these keys are commands of JupyterLab.
  event.stopPropagation();
  work(board, claim);
}
