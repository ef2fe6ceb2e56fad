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

export function addButton(form, path, noun, index, { group = "", among = "", sign = "" } = {}) {
  const label = among ? `Add ${noun} to ${among}` : `Add ${noun}`;
  const press = () => {
    form.focus.onNewRow(path);
    form.change({ op: "insert", path, index, value: group ? { group } : {} });
  };
  const at = `add:${tokenOf(path)}:${group}`;
  if (sign) return button(at, label, sign, press);
  const attributes = { type: "button", class: "ak-add", "data-at": at, onclick: press };
  return make("button", { ...attributes, "aria-label": label, title: label }, `+ Add ${noun}`);
}

// The title of a column or entry of the author's own: rename it in place, or delete it.
export function ownTitle(form, path, title, what) {
  const at = `title:${tokenOf([...path, title])}`;
  const input = make("input", { type: "text", class: "ak-own", "aria-label": `Title of ${what} ${title}`, "data-at": at });
  input.value = title;
  // Who types on before the answer has come renames what is called otherwise by then.
  let current = title;
  input.addEventListener("change", () => {
    const name = input.value.trim();
    if (!name || name === current) input.value = current;
    else {
      if (form.focus.active() === input) form.focus.after(`title:${tokenOf([...path, name])}`);
      form.change({ op: "column", path, value: [current, input.value] }, ({ saved }) => {
        if (!saved) current = title;
      });
      current = name;
    }
  });
  const forget = () => form.change({ op: "column", path, value: [title, ""] });
  return make("span", { class: "ak-own-title" }, input, button(`drop:${at}`, `Delete ${what} ${title}`, "×", forget));
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
