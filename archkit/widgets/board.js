// Options side by side: one column an option, with what is done with options and claims in one place.

import { optionColumn } from "./board_columns.js";
import { addButton, button } from "./buttons.js";
import { make, patchChildren, tokenOf } from "./dom.js";

const VIEW = "archkit-options-side-by-side";
const HINT = "Alt+T turns a pro into a con and back, Alt+Shift+← → moves it to the option beside, Alt+↑ ↓ up and down; "
  + "Ctrl+Enter adds one below, Ctrl+Delete deletes it. In the name of an option, Alt+Shift+← → moves the option, Ctrl+D duplicates it.";

const boards = new WeakMap();

// The options of a form: side by side, or as what `cards` draws.
export function optionsElement(form, part, place, cards) {
  if (!boards.has(form)) boards.set(form, new Board(form));
  return boards.get(form).update(part, place, cards);
}

function remembered() {
  try {
    return localStorage.getItem(VIEW) === "yes";
  } catch {
    // A page without an address keeps nothing.
    return false;
  }
}

class Board {
  constructor(form) {
    this.form = form;
    this.asked = null;
    this.isOn = remembered();
    this.box = make("div", { class: "ak-rows ak-options", role: "group" });
    this.said = make("p", { class: "ak-grid-said", "aria-live": "polite" });
    this.toggle = make("button", { type: "button", class: "ak-add", "data-at": "side-by-side" }, "Side by side");
    this.toggle.addEventListener("click", () => this.show(!this.isOn));
    this.box.addEventListener("keydown", (event) => this.heed(event));
  }

  update(part, place, cards) {
    this.part = part;
    this.box.setAttribute("aria-label", part.title);
    this.toggle.setAttribute("aria-pressed", String(this.isOn));
    const top = part.rows.length ? [make("div", { class: "ak-board-bar" }, this.toggle, this.isOn ? make("p", { class: "ak-hint" }, HINT) : "")] : [];
    const body = this.isOn && part.rows.length ? [this.columns(place)] : part.rows.length ? [cards()] : [];
    const add = addButton(this.form, part.path, part.noun, part.rows.length);
    patchChildren(this.box, [...top, this.said, ...body, add, ...this.retired()]);
    return this.box;
  }

  columns(place) {
    const columns = this.part.rows.map((option, index) => optionColumn(this, option, [...place, index]));
    return make("div", { class: "ak-board", "data-scroll": tokenOf(this.part.path) }, ...columns);
  }

  // Options that were retired stay at hand.
  retired() {
    const { retired = [] } = this.part;
    if (!retired.length) return [];
    const back = (name) => {
      const press = () => {
        this.form.focus.onNewRow(["options"]);
        this.changeOption(null, { what: "restore", value: name }, `${name} is an option again.`);
      };
      return make("li", {}, make("span", {}, name), button(`restore:${name}`, `Bring ${name} back`, "↩", press));
    };
    return [make("div", { class: "ak-retired" }, make("h4", {}, "Retired"), make("ul", {}, ...retired.map(back)))];
  }

  show(isOn) {
    this.isOn = isOn;
    this.asked = null;
    try {
      localStorage.setItem(VIEW, isOn ? "yes" : "no");
    } catch {
      // It is shown so until the page is gone.
    }
    this.form.edits.flush();
    this.form.redraw(this.form.section);
    this.toggle.focus();
  }

  ask(asked) {
    const token = tokenOf(["options", (asked ?? this.asked).id]);
    const from = asked ? `asked:${token}` : `${this.asked.what}:${token}`;
    this.asked = asked;
    this.form.focus.after(from);
    this.form.redraw(this.form.section);
  }

  nameOf(option) {
    const part = option.parts.find((one) => one.part === "fields");
    const at = this.form.columns(part).findIndex((column) => column.key === "name");
    return part.cells[at] || `option ${this.part.rows.indexOf(option) + 1}`;
  }

  listOf(option, key) {
    return option.parts.find((one) => one.key === key);
  }

  neighbour(option, by) {
    return this.part.rows[this.part.rows.indexOf(option) + by];
  }

  // The claim is a new row of another list; what was typed into it went ahead.
  changeClaim({ part, row }, more, target, words) {
    const path = [...part.path, row.id];
    this.form.focus.onNewRow(target);
    this.form.edits.flush();
    this.form.deleted.push(path);
    this.form.change({ op: "claim", path, ...more }, (answer) => {
      if (answer.saved) this.say(words);
      else this.refused(answer.message, path);
    });
  }

  // `asked` is what was asked before: where it is refused, it is asked again.
  changeOption(option, message, words, asked = null) {
    const path = option ? ["options", option.id] : ["options"];
    this.form.edits.flush();
    if (asked) this.form.deleted.push(path);
    this.form.change({ op: "option", path, ...message }, (answer) => {
      if (answer.saved) return this.say(words);
      this.asked = asked;
      return this.refused(answer.message, asked && path, asked && `asked:${tokenOf(path)}`);
    });
  }

  refused(message, path, at = null) {
    if (path) this.form.deleted = this.form.deleted.filter((one) => tokenOf(one) !== tokenOf(path));
    this.form.focus.after(...(at ? [at] : []));
    this.form.redraw(this.form.section);
    this.say(message);
  }

  // Steps back from a button; a field keeps its own.
  heed(event) {
    const isField = event.target.closest("input, textarea, select");
    const key = event.key.toLowerCase();
    if (isField || !(event.ctrlKey || event.metaKey) || !["z", "y"].includes(key)) return;
    const op = key === "y" || event.shiftKey ? "redo" : "undo";
    if (this.form.standing[op]) this.form.change({ op }, (answer) => answer.saved && this.say(op === "undo" ? "One step back." : "Done again."));
    event.preventDefault();
  }

  // The same words twice are said twice.
  say(words) {
    this.said.textContent = this.said.textContent === words ? `${words}\u00a0` : words;
  }
}
