// The studio: all sections of a document over one model; one is edited at a time, and what one likes stands beside it.

import { stepButton } from "./buttons.js";
import { freshId, make } from "./dom.js";
import { Form } from "./form.js";
import { Notices } from "./notices.js";
import { reveal } from "./reveal.js";
import { Choices } from "./studio_choices.js";
import { heedStudioKeys, keysHelp } from "./studio_keys.js";
import { SectionModel } from "./studio_model.js";
import { Rescue, sayWaiting, takeWaiting, waitingSections } from "./studio_rescue.js";
import { Sections } from "./studio_sections.js";
import { Side } from "./studio_side.js";
import { Wire } from "./wire.js";

class Studio {
  constructor(model, el) {
    this.model = model;
    this.file = model.get("file");
    this.titles = new Map(model.get("outline"));
    this.choices = new Choices(this.file);
    this.focus = { active: () => this.root.getRootNode().activeElement };
    this.wire = new Wire(model, () => this.sayState());
    this.wire.place = el;
    this.folds = new Map();
    this.rescues = [];
    this.root = make("section", { class: "archkit-studio", "aria-label": `Studio: ${model.get("name")}` });
    this.frame();
    el.append(this.root);
    heedStudioKeys(this);
    this.hear();
    this.stand();
    this.think();
    this.wire.send({ op: "hello" });
    this.begin();
  }

  frame() {
    const id = freshId();
    this.fold = make("h2", { tabindex: -1, class: "ak-studio-name" }, this.model.get("name"));
    this.status = make("span", { class: "ak-status", role: "status" });
    this.said = make("span", { class: "ak-unseen", "aria-live": "polite" });
    this.undo = stepButton(this, "undo", "Undo", "↶");
    this.redo = stepButton(this, "redo", "Redo", "↷");
    this.help = keysHelp(id);
    this.keys = make("button", { type: "button", class: "ak-view", "aria-expanded": "false", "aria-controls": id }, "Keys");
    this.keys.addEventListener("click", () => {
      this.help.hidden = !this.help.hidden;
      this.keys.setAttribute("aria-expanded", String(!this.help.hidden));
    });
    this.panel = make("div", { class: "ak-form-pane", role: "tabpanel", id: freshId() });
    this.side = new Side(this);
    this.sections = new Sections(this, this.model.get("outline"));
    this.notices = new Notices(this);
    const steps = make("span", { class: "ak-buttons" }, this.undo, this.redo);
    const head = make("div", { class: "ak-studio-head" }, this.fold, this.status, steps, this.side.bar, this.keys, this.said);
    const panes = make("div", { class: "ak-panes" }, this.sections.root, this.panel, this.side.element);
    this.root.append(head, this.help, this.notices.box, panes);
  }

  hear() {
    this.on = {
      "change:standing": () => this.stand(),
      "change:progress": () => this.think(),
      "change:missing": () => this.think(),
      "msg:custom": (message) => this.take(message),
      // The kernel has ended or come back: only an answer tells whether it still knows this studio.
      comm_live_update: () => {
        this.wire.send({ op: "hello" });
        this.watch("all");
        this.sectionModel?.fire("comm_live_update");
      },
    };
    for (const [name, listener] of Object.entries(this.on)) this.model.on(name, listener);
    this.onLeave = () => this.flush();
    document.addEventListener("visibilitychange", this.onLeave);
    window.addEventListener("pagehide", this.onLeave);
  }

  // The section that was open, and the words that an earlier view could not save.
  begin() {
    const keys = [...this.titles.keys()];
    const chosen = this.choices.get("section");
    const key = this.titles.has(chosen) ? chosen : keys[0];
    this.side.draw();
    this.open(key);
    for (const waiting of waitingSections(this.file, keys.filter((one) => one !== key))) this.rescue(waiting);
    const [text] = waitingSections(this.file, ["markdown"]);
    if (text) this.side.show("markdown");
  }

  rescue(key) {
    this.wire.send({ op: "open", key }, ({ described }) => {
      if (described) this.rescues.push(new Rescue(this, key, described));
    });
  }

  // What could be put back is saved; the rest waits in its section, and is named.
  rescued(rescue) {
    this.rescues = this.rescues.filter((one) => one !== rescue);
    const { key } = rescue.model;
    if (!waitingSections(this.file, [key]).length) return;
    sayWaiting(this, key);
  }

  // Opens a section; `place` is a field in it that gets the focus.
  open(key, { place = null } = {}) {
    this.flush();
    this.side.missing.isAwaited = false;
    this.key = key;
    this.sections.select(key);
    this.choices.set("section", key);
    if (this.form?.section.key === key) {
      if (place) reveal(this.form, place);
      return;
    }
    this.wire.send({ op: "open", key }, ({ described }) => {
      if (described && this.key === key) this.build(described, place);
    });
    this.watch();
    this.side.page.goTo(key, this.titles.get(key));
  }

  build(described, place) {
    const hadFocus = this.panel.contains(this.focus.active());
    this.leave();
    takeWaiting(this, described.key);
    this.sectionModel = new SectionModel(this.model, described.key, described);
    this.form = new Form(this.sectionModel, this.panel, this);
    this.form.unfolded = this.folds.get(described.key) ?? this.form.unfolded;
    this.folds.set(described.key, this.form.unfolded);
    if (this.form.unfolded.size) this.form.redraw(this.form.section);
    this.panel.scrollTop = 0;
    this.sayState();
    if (place) reveal(this.form, place);
    else if (hadFocus) reveal(this.form, [described.key]);
  }

  leave() {
    if (this.form?.edits.failed.size) sayWaiting(this, this.form.section.key);
    this.form?.end();
    this.form = null;
  }

  // The next or previous section, with the focus in it.
  step(by) {
    const keys = [...this.titles.keys()];
    const key = keys[(keys.indexOf(this.key) + by + keys.length) % keys.length];
    this.open(key, { place: [key] });
    this.say(this.titles.get(key));
  }

  // From the list of sections to the form, to the view beside it, and round again.
  walk(by) {
    const parts = [this.sections.root, this.panel, ...(this.side.view ? [this.side.element] : [])];
    const at = parts.findIndex((part) => part.contains(this.focus.active()));
    const to = parts[(at + by + parts.length) % parts.length];
    if (to === this.sections.root) this.sections.focus();
    else if (to === this.panel) this.form && reveal(this.form, [this.key]);
    else this.side.focus();
  }

  watch(all = "") {
    const views = this.side.watched();
    if (views.page && (all || !this.side.page.digest)) views.page = "all";
    this.wire.send({ op: "watch", views }, ({ text, version }) => text && this.side.markdown.take(text, version));
  }

  take(message) {
    if (message.section) {
      this.heed(message);
      return;
    }
    this.wire.receive(message);
    if (message.client) this.side.markdown.heed(message.version);
    if (message.page) this.side.page.take(message.page);
    if (message.text) this.side.markdown.take(message.text, message.version);
  }

  heed(message) {
    const models = [this.sectionModel, ...this.rescues.map((rescue) => rescue.model)];
    for (const model of models) if (model?.key === message.section) model.take(message);
  }

  // An operation of the head; what was typed goes first.
  change(message, done) {
    this.flush();
    // What a form was refused before is over.
    if (this.form) this.form.wire.refusal = "";
    this.wire.ask(message, done);
  }

  flush() {
    this.form?.edits.flush();
    this.side.markdown.edits.flush();
  }

  stand() {
    this.standing = this.model.get("standing");
    this.undo.setAttribute("aria-disabled", String(!this.standing.undo));
    this.redo.setAttribute("aria-disabled", String(!this.standing.redo));
    this.notices.show(this.standing);
    this.sectionModel?.fire("change:standing");
    this.sayState();
  }

  // How complete the sections are, and what is missing next.
  think() {
    this.sections.progress(this.model.get("progress"));
    this.side.missing.take(this.model.get("missing"), this.model.get("progress"));
  }

  // The gravest that form, text and studio have to say.
  sayState() {
    if (!this.standing) return;
    const told = [this.form?.edits, this.side.markdown.edits].filter(Boolean).map((edits) => edits.state(this.standing));
    const problem = this.wire.problem();
    if (problem) told.unshift(["failed", `Not saved: ${problem}`]);
    const gravest = ["failed", "saving"].map((state) => told.find(([one]) => one === state)).find(Boolean);
    const [state, words] = gravest ?? [this.standing.state, this.standing.words];
    this.status.dataset.state = state;
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  say(words) {
    this.said.textContent = words;
  }

  end() {
    this.leave();
    this.side.end();
    for (const rescue of this.rescues) rescue.form.end();
    this.wire.send({ op: "bye" });
    this.wire.end();
    for (const [name, listener] of Object.entries(this.on)) this.model.off(name, listener);
    document.removeEventListener("visibilitychange", this.onLeave);
    window.removeEventListener("pagehide", this.onLeave);
    this.root.remove();
  }
}

export default {
  render({ model, el }) {
    const studio = new Studio(model, el);
    return () => studio.end();
  },
};
