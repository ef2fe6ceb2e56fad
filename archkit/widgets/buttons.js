// Buttons that change rows and columns. What was typed is sent first, so that it lands in the row it was typed into.

import { make, tokenOf } from "./dom.js";

export function button(at, label, sign, press, disabled = false) {
  return make(
    "button",
    { type: "button", class: "ak-icon", "data-at": at, "aria-label": label, title: label, disabled, onclick: press },
    make("span", { "aria-hidden": "true" }, sign),
  );
}

// A step back or on. It says that it cannot be pressed, and keeps the focus when it was.
export function stepButton(form, op, label, sign) {
  const step = button(op, label, sign, () => {
    if (step.getAttribute("aria-disabled") !== "true") form.change({ op });
  });
  return step;
}

// Up, down and delete for one row; `rows` are its neighbours, in the order in which they are shown.
export function rowButtons(form, part, rows, row, name) {
  const index = rows.indexOf(row);
  const path = [...part.path, row.id];
  const token = tokenOf(path);
  const home = (neighbour) => part.rows.indexOf(neighbour);
  const move = (neighbour) => () => form.change({ op: "move", path, index: home(neighbour) });
  const up = button(`up:${token}`, `Move ${name} up`, "↑", move(rows[index - 1]), index === 0);
  const down = button(`down:${token}`, `Move ${name} down`, "↓", move(rows[index + 1]), index === rows.length - 1);
  const remove = button(`delete:${token}`, `Delete ${name}`, "×", () => {
    const next = rows[index + 1] ?? rows[index - 1];
    const after = next ? `delete:${tokenOf([...part.path, next.id])}` : "";
    form.focus.after(after, `add:${tokenOf(part.path)}:${row.group ?? ""}`);
    form.change({ op: "delete", path });
  });
  return make("span", { class: "ak-buttons" }, up, down, remove);
}

export function addButton(form, path, noun, index, { group = "", among = "", sign = "", work = null } = {}) {
  const label = among ? `Add ${noun} to ${among}` : `Add ${noun}`;
  const press = () => {
    if (work) return work();
    form.focus.onNewRow(path);
    form.change({ op: "insert", path, index, value: {} });
  };
  const at = `add:${tokenOf(path)}:${group}`;
  if (sign) return button(at, label, sign, press);
  const attributes = { type: "button", class: "ak-add", "data-at": at, onclick: press };
  return make("button", { ...attributes, "aria-label": label, title: label }, `+ Add ${noun}`);
}

// The title of a column or entry of the author's own: rename it in place, or delete it.
export function ownTitle(form, path, title, what) {
  const input = make("input", { type: "text", class: "ak-own" });
  const drop = button("", "", "×", () => form.change({ op: "column", path, value: [current, ""] }));
  // Who types or presses before the answer has come means what is called otherwise by then.
  let current;
  let saved = title;
  const call = (name) => {
    current = name;
    const at = `title:${tokenOf([...path, name])}`;
    for (const [element, place, words] of [[input, at, `Title of ${what} ${name}`], [drop, `drop:${at}`, `Delete ${what} ${name}`]]) {
      element.dataset.at = place;
      element.setAttribute("aria-label", words);
    }
    drop.title = `Delete ${what} ${name}`;
  };
  call(title);
  input.value = title;
  input.addEventListener("change", () => {
    const name = input.value.trim();
    input.value = name || current;
    if (!name || name === current) return;
    const before = current;
    call(name);
    if (form.focus.active() === input) form.focus.after(input.dataset.at);
    form.change({ op: "column", path, value: [before, name] }, (answer) => {
      if (answer.saved) saved = name;
      else if (current === name) call(saved);
    });
  });
  return make("span", { class: "ak-own-title" }, input, drop);
}

export function addOwn(form, path, what) {
  const at = `own:${tokenOf(path)}`;
  const input = make("input", { type: "text", "aria-label": `Title of a new ${what}`, placeholder: `New ${what}`, "data-at": at });
  const add = () => {
    if (input.value.trim()) form.change({ op: "column", path, value: ["", input.value] });
    input.value = "";
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") add();
  });
  const press = make("button", { type: "button", class: "ak-add", "data-at": `add-${at}`, onclick: add }, `+ Add ${what}`);
  return make("div", { class: "ak-add-own" }, input, press);
}

// The heads of the score columns: options stand in an order of their own, and one that is gone can be dropped.
export function orderButtons(form, part, name) {
  const names = form.columns(part).filter((column) => column.kind === "score").map((column) => column.title);
  const index = names.indexOf(name);
  const path = [...part.order, index];
  const at = tokenOf([...part.order, name]);
  const move = (to) => () => form.change({ op: "move", path, index: to });
  const buttons = [
    button(`left:${at}`, `Move ${name} left`, "←", move(index - 1), index === 0),
    button(`right:${at}`, `Move ${name} right`, "→", move(index + 1), index === names.length - 1),
  ];
  if (part.gone.includes(name)) {
    const drop = () => form.change({ op: "column", path: part.order, value: [name, ""] });
    buttons.push(button(`drop:${at}`, `Delete the scores of ${name}`, "×", drop));
  }
  return make("span", { class: "ak-buttons" }, ...buttons);
}
