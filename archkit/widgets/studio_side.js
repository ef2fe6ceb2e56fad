// The view beside the form, as a person chooses: the page, the figures, the Markdown, or what is missing next.

import { freshId, make } from "./dom.js";
import { MarkdownView } from "./studio_markdown.js";
import { MissingView } from "./studio_missing.js";
import { PageView } from "./studio_page.js";

const VIEWS = { page: "Page", figures: "Figures", markdown: "Markdown", missing: "Missing" };
const NAMES = [...Object.keys(VIEWS), ""];

export class Side {
  constructor(studio) {
    this.studio = studio;
    this.page = new PageView(studio);
    this.markdown = new MarkdownView(studio);
    this.missing = new MissingView(studio);
    const id = freshId();
    this.buttons = new Map(Object.entries(VIEWS).map(([view, words]) => [view, this.button(view, words, id)]));
    this.bar = make("div", { class: "ak-views", role: "group", "aria-label": "Beside the form" }, ...this.buttons.values());
    const parts = [this.page.element, this.markdown.element, this.missing.element];
    this.element = make("div", { class: "ak-side-pane", id, role: "region", tabindex: -1 }, ...parts);
    this.view = studio.choices.get("side", "page");
  }

  button(view, words, id) {
    const attributes = { type: "button", class: "ak-view", "aria-pressed": "false", "aria-controls": id };
    return make("button", { ...attributes, onclick: () => this.show(this.view === view ? "" : view) }, words);
  }

  // Shows a view; none of them with "".
  show(view) {
    this.view = view;
    this.studio.choices.set("side", view);
    this.draw();
    this.studio.watch();
  }

  draw() {
    const { view } = this;
    for (const [name, button] of this.buttons) button.setAttribute("aria-pressed", String(name === view));
    const isPage = view === "page" || view === "figures";
    const hadFocus = this.element.contains(this.studio.focus.active());
    this.studio.root.dataset.side = view;
    this.element.hidden = !view;
    this.element.setAttribute("aria-label", view ? VIEWS[view] : "Nothing");
    const wasHidden = this.page.element.hidden;
    this.page.element.hidden = !isPage;
    this.markdown.element.hidden = view !== "markdown";
    this.missing.element.hidden = view !== "missing";
    if (isPage) this.page.show(view, wasHidden);
    if (hadFocus) this.focus();
  }

  step(by) {
    const at = NAMES.indexOf(this.view);
    this.show(NAMES[(at + by + NAMES.length) % NAMES.length]);
    this.studio.say(this.view ? `Beside the form: ${VIEWS[this.view]}` : "Nothing beside the form");
  }

  focus() {
    if (!this.view) return this.bar.querySelector("button").focus();
    // A view may have nothing to go to yet.
    this.element.focus({ preventScroll: true });
    const views = { markdown: this.markdown, missing: this.missing };
    return (views[this.view] ?? this.page.frame).focus();
  }

  // What the kernel is to tell of.
  watched() {
    const isPage = this.view === "page" || this.view === "figures";
    return { page: isPage, markdown: this.view === "markdown" ? this.studio.key : "" };
  }

  end() {
    this.page.end();
    this.markdown.end();
  }
}
