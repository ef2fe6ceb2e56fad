// The page as it will read, or its figures alone: one frame, patched section by section as the kernel tells.

import { make } from "./dom.js";
import { StillFrame } from "./studio_frame.js";
import { heedFrameKeys } from "./studio_frame_keys.js";
import { morph, morphChildren } from "./studio_morph.js";
import { PageText, linesJoined, patchElement } from "./studio_patch.js";

const RULES = [
  ":root { zoom: 0.8; }",
  "main > section { contain: layout paint; overflow-clip-margin: 1rem; }",
  ".contents, a.skip { display: none !important; }",
  ".columns { display: block !important; }",
  "[data-view=figures] main section > :not(h2, h3, :is(figure, svg), :has(figure, svg)) { display: none; }",
  "[data-view=figures] main section:not(:has(figure, svg.flowchart)), [data-view=figures] main > .prose { display: none; }",
  "[data-view=figures] main section > h3:not(:has(~ :is(figure, svg, :has(figure, svg)))) { display: none; }",
  "[data-view=figures] header.title { display: none; }",
];

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

export class PageView {
  constructor(studio) {
    this.studio = studio;
    this.frame = new StillFrame("The page as it will read", () => this.begin(), () => this.goTo(this.key, studio.titles.get(this.key)));
    this.none = make("p", { class: "ak-hint", hidden: true }, "There is no figure yet: scores, risks, work items and phases draw them.");
    this.element = make("div", { class: "ak-page-view" }, this.none, this.frame.before, this.frame.element, this.frame.after);
    this.view = "page";
    this.sections = new Map();
    // The texts of the sections that stand in the frame.
    this.drawn = new Map();
    this.order = [];
    this.digest = "";
    this.changed = new Set();
    // What stands around the sections, and which of it changed.
    this.texts = {};
    this.changedFrame = new Set();
  }

  // What changed on the page; a view that lacks what this stands on asks for all of it.
  take(page) {
    if (page.basis && page.basis !== this.digest) return this.studio.watch("all");
    if (!page.basis) this.sections.clear();
    for (const [anchor, runs] of Object.entries(page.sections)) {
      this.sections.set(anchor, linesJoined(runs, this.sections.get(anchor)));
      this.changed.add(anchor);
    }
    this.order = page.order;
    this.digest = page.digest;
    Object.assign(this.texts, page.frame);
    for (const name of Object.keys(page.frame)) this.changedFrame.add(name);
    return this.draw();
  }

  text() {
    const { head, title, leading, after } = this.texts;
    return [head, title, leading, ...this.order.map((anchor) => this.sections.get(anchor)), after].join("");
  }

  draw() {
    if (this.frame.isReady) this.patch();
    else if (this.digest && this.element.isConnected && !this.isLoading) {
      this.isLoading = true;
      this.frame.load(this.text());
      this.settled();
    }
  }

  // Whenever the frame was loaded: JupyterLab may move an output, and a frame that moves begins anew.
  begin() {
    this.isLoading = false;
    this.drawn.clear();
    heedFrameKeys(this.studio, this.frame);
    for (const rule of RULES) this.frame.addRule(rule);
    this.order.forEach((anchor) => this.changed.add(anchor));
    Object.keys(this.texts).forEach((name) => this.changedFrame.add(name));
    this.patch();
    this.show(this.view);
    this.goTo(this.key, this.studio.titles.get(this.key));
  }

  patch() {
    const page = this.frame.document;
    const main = page.querySelector("main");
    if (this.changedFrame.has("title")) this.patchTitle(page);
    if (this.changedFrame.has("leading")) this.patchLeading(main);
    const here = new Map([...main.children].filter((one) => one.matches("section[aria-labelledby]")).map((one) => [one.getAttribute("aria-labelledby"), one]));
    for (const [anchor, element] of here) if (!this.order.includes(anchor)) this.takeOut(anchor, element);
    let last = null;
    for (const anchor of [...this.order].reverse()) {
      let element = here.get(anchor);
      if (!element || this.changed.has(anchor)) {
        const text = new PageText(this.sections.get(anchor).trim());
        element = element ? patchElement(element, this.drawn.get(anchor), text) : page.importNode(parsed(text.text).body.firstElementChild, true);
        this.drawn.set(anchor, text);
      }
      if (element.parentNode !== main || element.nextElementSibling !== last) main.insertBefore(element, last);
      last = element;
    }
    this.settled();
    this.sayNone();
  }

  takeOut(anchor, element) {
    element.remove();
    this.drawn.delete(anchor);
  }

  settled() {
    this.changed.clear();
    this.changedFrame.clear();
  }

  // The title and the contents.
  patchTitle(page) {
    const wanted = parsed(this.texts.title);
    for (const selector of ["header.title", "nav.contents"]) {
      const [from, to] = [page.querySelector(selector), wanted.querySelector(selector)];
      if (from && to) morph(from, to);
    }
  }

  // What stands before the first section: the sections stay where they are, or all of them would be laid out anew.
  patchLeading(main) {
    const wanted = [...parsed(this.texts.leading).body.childNodes];
    morphChildren(main, wanted, main.querySelector(":scope > section[aria-labelledby]"));
  }

  // Whether a person looks at it; what was out of sight has lost its place.
  show(view, wasHidden = false) {
    this.view = view;
    this.frame.element.title = view === "figures" ? "The figures of the page" : "The page as it will read";
    if (!this.frame.isReady) return this.draw();
    this.frame.document.body.dataset.view = view;
    if (wasHidden) this.goTo(this.key, this.studio.titles.get(this.key));
    return this.sayNone();
  }

  sayNone() {
    const has = this.frame.document.querySelector("main figure, main svg");
    this.none.hidden = this.view !== "figures" || Boolean(has);
  }

  // Brings a section into sight when it is opened, never while one types.
  goTo(key, title = "") {
    this.key = key;
    if (!key || !this.frame.isReady) return;
    const slugs = [key, title].map((words) => words.toLowerCase().replace(/[\W_]+/g, "-"));
    if (key === "title" || key === "metadata") this.frame.show("top");
    else slugs.find((slug) => slug && this.frame.show(slug));
  }

  end() {
    this.frame.end();
  }
}
