// Controls: one for each sort of value, all with the same few verbs: read, write, show a problem.

import { freshId, make, same, tokenOf } from "./dom.js";
import { pick } from "./picker.js";

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
const plain = { read: (input) => input.value, write: (input, value) => { input.value = value; } };

function line(column, extra = {}) {
  return { ...plain, input: make("input", { type: "text", autocomplete: "off", ...extra }) };
}

// Words on one line, however many lines they take on the screen.
function short() {
  const made = area(1);
  made.input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  return made;
}

function area(rows, spelling = true) {
  return { ...plain, input: make("textarea", { rows, spellcheck: String(spelling), class: "ak-area" }) };
}

function names() {
  return {
    input: make("textarea", { rows: 2, spellcheck: "false", class: "ak-area" }),
    read: (input) => lines(input.value),
    write: (input, value) => { input.value = value.join("\n"); },
  };
}

function select(column) {
  const input = make("select");
  const offer = (value, words) => input.append(make("option", { value }, words));
  offer("", "");
  for (const [value, words] of column.choices) offer(value, words);
  return {
    input,
    read: () => input.value,
    write: (_, value) => {
      // A value that is not offered is shown as it stands, beside its problem.
      if (![...input.options].some((option) => option.value === value)) offer(value, value);
      input.value = value;
      input.title = input.selectedOptions[0]?.textContent ?? "";
    },
  };
}

function checks(column) {
  const input = make("fieldset", { class: "ak-checks" });
  const boxes = () => [...input.querySelectorAll("input")];
  const offer = (value, words) => {
    const box = make("input", { type: "checkbox", value });
    input.append(make("label", {}, box, make("span", {}, words)));
    return box;
  };
  for (const [value, words] of column.choices) offer(value, words);
  return {
    input,
    read: () => boxes().filter((box) => box.checked).map((box) => box.value),
    write: (_, value) => {
      for (const name of value) if (!boxes().some((box) => box.value === name)) offer(name, name);
      for (const box of boxes()) box.checked = value.includes(box.value);
    },
  };
}

// A field of one line cannot hold a line break, and hides the end of a long text.
const LONGEST = { input: 40, combo: Infinity };
const fitsOneLine = (value, longest) => typeof value !== "string" || (value.length <= longest && !value.includes("\n"));

// Where a caret stands in a text that was changed elsewhere.
function moved(at, before, after) {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  return at <= start ? at : Math.max(start, after.length - (before.length - at));
}

const GROWS = globalThis.CSS?.supports?.("field-sizing", "content");

const signatures = new WeakMap();

function signature(column) {
  if (!signatures.has(column)) signatures.set(column, JSON.stringify(column));
  return signatures.get(column);
}

const SORTS = {
  input: line,
  combo: pick,
  short,
  number: (column) => line(column, { inputmode: "decimal", class: "ak-number" }),
  date: (column) => line(column, { placeholder: "YYYY-MM-DD" }),
  area: () => area(1),
  prose: () => area(4),
  markdown: () => area(8),
  names,
  select,
  checks,
};

export class Control {
  constructor(column, path, name, value) {
    const sort = column.control in LONGEST && !fitsOneLine(value, LONGEST[column.control]) ? "area" : column.control;
    const made = SORTS[sort](column);
    Object.assign(this, { column, path, name, token: tokenOf(path), place: path, sent: [] });
    this.made = made;
    this.input = made.input;
    this.input.id = freshId();
    this.input.dataset.at = this.token;
    this.note = make("div", { class: "ak-problem", id: freshId(), hidden: true });
    this.element = make("div", { class: `ak-control ak-is-${sort}` }, this.input, made.popup, this.note);
    this.problem = "";
    this.refused = "";
    this.describe("");
    this.write(value);
  }

  read() {
    return this.made.read(this.input);
  }

  write(value) {
    this.stored = value;
    if (same(this.read(), value)) return;
    const focused = this.input.ownerDocument.activeElement === this.input && "selectionStart" in this.input;
    const caret = focused ? [this.input.selectionStart, this.input.selectionEnd] : null;
    const before = this.input.value;
    this.made.write(this.input, value);
    this.wrote?.();
    this.grow();
    if (caret) this.input.setSelectionRange(...caret.map((at) => moved(at, before, this.input.value)));
  }

  get underway() {
    return this.sent.length;
  }

  // What a style sheet does in most browsers.
  grow() {
    if (GROWS || this.input.tagName !== "TEXTAREA") return;
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  describe(hintId) {
    this.input.setAttribute("aria-describedby", `${hintId} ${this.note.id}`.trim());
  }

  // What is wrong with the value that is stored.
  warn(problem) {
    this.problem = problem;
    this.show();
  }

  // Why the value that was typed could not be stored.
  refuse(message) {
    this.refused = message;
    this.show();
  }

  show() {
    const words = this.refused || this.problem;
    this.note.hidden = !words;
    if (this.note.textContent !== words) this.note.textContent = words;
    if (words) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }

  // Puts something below the field, in place of what stood there.
  beside(element = null) {
    this.below?.remove();
    this.below = element;
    if (element) this.element.append(element);
  }

  // Whether this control can serve in place of a new one.
  fits(column, value) {
    const broken = this.input.tagName === "INPUT" && String(value).includes("\n");
    return !broken && signature(this.column) === signature(column);
  }
}
