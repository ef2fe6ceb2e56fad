// A form: one section of a document, drawn from its description and kept in step with the kernel.

import { stepButton } from "./buttons.js";
import { Control } from "./controls.js";
import { freshId, make, patchChildren, tokenOf } from "./dom.js";
import { Edits } from "./edits.js";
import { FocusKeeper } from "./focus.js";
import { takeNews } from "./form_news.js";
import { keepWords, moveWords } from "./gone.js";
import { Notices } from "./notices.js";
import { partElement, withCitations } from "./parts.js";
import { proseful } from "./prose.js";
import { flowDrawing } from "./prose_diagrams.js";
import { recover } from "./recover.js";
import { researchOf } from "./research.js";
import { summary } from "./section.js";
import { Unsaved } from "./unsaved.js";
import { Wire } from "./wire.js";

// JupyterLab forbids a field its undo from the moment it hears of the Control key.
const FIELD_KEYS = new Set(["a", "c", "v", "x", "y", "z", "control", "meta"]);

export class Form {
  // A form alone has a head of its own; one with a host leaves the state of the file, the steps and notices to it.
  constructor(model, el, host = null) {
    this.model = model;
    this.host = host;
    this.section = model.get("section");
    this.standing = model.get("standing");
    this.controls = new Map();
    this.computed = new Map();
    this.titles = new Map();
    this.unfolded = new Map();
    this.grids = new Map();
    this.deleted = [];
    this.drawing = false;
    this.focus = new FocusKeeper(this);
    this.wire = new Wire(model, () => this.sayState());
    this.wire.place = el;
    this.unsaved = new Unsaved(this.section.file, this.section.key, this.wire.client);
    this.edits = new Edits(this.wire, this.unsaved, () => this.sayState());
    this.frame(model.get("opened"));
    el.append(this.root);
    this.hear();
    this.draw();
    this.stand();
    this.greet(() => recover(this));
  }

  // What stays while the form is drawn anew: heading, state, body.
  frame(opened) {
    const id = freshId();
    this.count = make("span", { class: "ak-summary" });
    this.body = make("div", { class: "ak-body", id, hidden: !opened });
    this.head = make("div", { class: "ak-head" }, ...(this.host ? this.hostedHead() : this.ownHead(opened)));
    const parts = this.host ? [this.head, this.body] : [this.head, this.notices.box, this.body];
    this.root = make("section", { class: "archkit-form", "data-section": this.section.key }, ...parts);
  }

  ownHead(opened) {
    const { id } = this.body;
    this.fold = make("button", { type: "button", class: "ak-fold", "aria-expanded": String(opened), "aria-controls": id });
    this.fold.addEventListener("click", () => this.open(this.body.hidden));
    this.status = make("span", { class: "ak-status", role: "status" });
    this.undo = stepButton(this, "undo", "Undo", "↶");
    this.redo = stepButton(this, "redo", "Redo", "↷");
    this.notices = new Notices(this);
    const steps = make("span", { class: "ak-buttons" }, this.undo, this.redo);
    return [make("h3", {}, this.fold), this.count, this.status, steps];
  }

  hostedHead() {
    this.fold = make("span", { tabindex: -1 });
    return [make("h3", {}, this.fold), this.count];
  }

  hear() {
    // JupyterLab's single-key commands would cut the cell that holds the form, and its undo is not that of a field.
    this.root.addEventListener("keydown", (event) => {
      const command = event.ctrlKey || event.metaKey;
      if (!command || FIELD_KEYS.has(event.key.toLowerCase())) event.stopPropagation();
    });
    this.onSection = () => this.redraw(this.model.get("section"));
    this.onStanding = () => this.stand();
    // The kernel has ended or come back: only an answer tells whether it still knows this form.
    this.onKernel = () => this.greet();
    this.onMessage = (message) => takeNews(this, message);
    this.onLeave = () => this.edits.flush();
    this.model.on("change:section", this.onSection);
    this.model.on("change:standing", this.onStanding);
    this.model.on("comm_live_update", this.onKernel);
    this.model.on("msg:custom", this.onMessage);
    document.addEventListener("visibilitychange", this.onLeave);
    window.addEventListener("pagehide", this.onLeave);
  }

  end() {
    this.edits.end();
    this.wire.send({ op: "bye" });
    this.wire.end();
    for (const grid of this.grids.values()) grid.end();
    this.unsaved.end();
    this.model.off("change:section", this.onSection);
    this.model.off("change:standing", this.onStanding);
    this.model.off("comm_live_update", this.onKernel);
    this.model.off("msg:custom", this.onMessage);
    document.removeEventListener("visibilitychange", this.onLeave);
    window.removeEventListener("pagehide", this.onLeave);
    this.root.remove();
  }

  greet(done) {
    this.wire.send({ op: "hello", revision: this.section.revision }, done);
  }

  // How the kernel has the file: state, steps, notices.
  stand() {
    this.standing = this.model.get("standing");
    if (this.host) return;
    this.undo.setAttribute("aria-disabled", String(!this.standing.undo));
    this.redo.setAttribute("aria-disabled", String(!this.standing.redo));
    this.notices.show(this.standing);
    this.sayState();
  }

  open(wide) {
    this.body.hidden = !wide;
    if (!this.host) this.fold.setAttribute("aria-expanded", String(wide));
    if (wide && !this.body.childElementCount) this.draw();
  }

  // A control for a place, the one that stands there already if it fits.
  control(column, path, place, name, value, problem) {
    const token = tokenOf(path);
    const found = this.controls.get(token) ?? this.before?.get(token);
    const control = found?.fits(column, value) ? found : this.newControl(column, path, name, value);
    if (!this.edits.isBusy(control)) control.write(value);
    Object.assign(control, { place, name });
    if (found && found !== control) moveWords(this, found, control);
    control.warn(problem ?? "");
    this.controls.set(token, control);
    withCitations(this, control);
    return control;
  }

  newControl(column, path, name, value) {
    const control = new Control(column, path, name, value);
    proseful(this, control);
    control.input.addEventListener("input", () => {
      control.grow();
      this.edits.note(control);
    });
    control.input.addEventListener("focusout", () => {
      if (this.drawing) return;
      this.edits.flush((one) => one === control);
      if (!this.edits.isBusy(control)) control.write(control.stored);
    });
    return control;
  }

  // The control of a place; a cell of a grid has one only while it is needed.
  controlAt(place) {
    const at = tokenOf(place);
    const found = [...this.controls.values()].find((one) => tokenOf(one.place) === at);
    return found ?? [...this.grids.values()].map((grid) => grid.controlAt(place)).find(Boolean);
  }

  columns(part) {
    return this.section.columns[part.columns];
  }

  // An operation on rows or columns; what was typed goes first.
  change(message, done) {
    this.edits.touched = true;
    this.edits.flush();
    if (message.op === "delete") this.deleted.push(message.path);
    this.wire.ask(message, done);
  }

  isNew(row) {
    return this.everyCard || this.focus.isNew(row);
  }

  unfoldAll() {
    this.everyCard = true;
    this.open(true);
    this.redraw(this.section);
    this.everyCard = false;
  }

  draw() {
    this.fold.textContent = this.section.title;
    this.sayCount();
    // What is folded is drawn when it unfolds.
    if (this.body.hidden) return this.body.replaceChildren();
    this.computed.clear();
    this.titles.clear();
    const parts = this.section.parts.map((part) => partElement(this, part, part.path));
    const said = this.section.parts.some((part) => part.columns && this.columns(part)[0]?.hint === this.section.hint);
    const hint = said ? [] : [make("p", { class: "ak-hint" }, this.section.hint)];
    if (!parts.length) hint.push(make("p", {}, "There are none in this document."));
    patchChildren(this.body, [...hint, ...parts, ...flowDrawing(this), ...researchOf(this)]);
  }

  redraw(section) {
    const focus = this.focus.remember();
    const { last } = this.edits;
    const typing = last && this.focus.isIn(last) ? last : null;
    this.section = section;
    this.drawing = true;
    this.before = this.controls;
    this.controls = new Map();
    this.draw();
    keepWords(this, this.before, typing);
    this.before = null;
    this.drawing = false;
    this.focus.restore(focus);
    this.sayState();
  }

  sayCount() {
    const words = summary(this.section);
    if (this.count.textContent !== words) this.count.textContent = words;
  }

  sayState() {
    if (this.host) return this.host.sayState();
    const [state, words] = this.edits.state(this.standing);
    this.status.dataset.state = state;
    if (this.status.textContent !== words) this.status.textContent = words;
  }
}
