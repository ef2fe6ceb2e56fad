// A document in a frame that runs no script: loaded once, then patched, so that it keeps its place and never flickers.

import { make } from "./dom.js";

export class StillFrame {
  constructor(title, follow, comeBack) {
    this.element = make("iframe", { class: "ak-page", sandbox: "allow-same-origin", title });
    // Where Tab goes on from when it leaves the frame.
    [this.before, this.after] = [make("span", { tabindex: -1 }), make("span", { tabindex: -1 })];
    this.follow = follow;
    this.comeBack = comeBack;
    this.sizes = new ResizeObserver(() => this.sized());
    this.sizes.observe(this.element);
    this.isReady = false;
    this.element.addEventListener("load", () => this.loaded());
    this.watcher = new MutationObserver(() => this.theme());
    this.watcher.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "class"] });
  }

  get document() {
    return this.element.contentDocument;
  }

  // The page itself, so that arrows scroll it.
  focus() {
    if (this.isReady) this.element.focus({ preventScroll: true });
  }

  load(text) {
    this.isReady = false;
    this.element.srcdoc = text;
  }

  loaded() {
    if (!this.document?.querySelector("main")) return;
    this.isReady = true;
    this.document.addEventListener("click", (event) => this.leads(event));
    this.rules = [...(this.document.styleSheets[0]?.cssRules ?? [])].filter((rule) => rule.media?.mediaText.includes("color-scheme"));
    this.theme();
    this.follow();
  }

  // JupyterLab hides an output for a while: a frame without a size has no place that it could be scrolled to.
  sized() {
    const isSeen = this.element.offsetHeight > 0;
    if (isSeen && this.isSeen === false && this.isReady) this.comeBack();
    this.isSeen = isSeen;
  }

  // The page follows JupyterLab's theme, and the system's where there is none.
  theme() {
    if (!this.isReady) return;
    const holder = this.element.closest("[data-jp-theme-light]") ?? document.querySelector("[data-jp-theme-light]");
    if (!holder) return;
    const dark = holder.dataset.jpThemeLight === "false";
    this.document.documentElement.style.colorScheme = dark ? "dark" : "light";
    for (const rule of this.rules) rule.media.mediaText = dark ? "screen" : "not all";
  }

  addRule(text) {
    const sheet = this.document.styleSheets[0];
    sheet?.insertRule(text, sheet.cssRules.length);
  }

  // A link within the page scrolls; another one opens beside JupyterLab.
  leads(event) {
    const link = event.target.closest?.("a[href]");
    if (!link) return;
    event.preventDefault();
    const address = link.getAttribute("href");
    if (address.startsWith("#")) this.show(address.slice(1), true);
    else if (/^(https?|mailto):/i.test(address)) window.open(address, "_blank", "noopener,noreferrer");
  }

  show(anchor, isFocused = false) {
    const target = this.isReady && this.document.getElementById(anchor);
    if (!target) return false;
    // The frame alone scrolls: `scrollIntoView` would move the notebook, too.
    const { scrollingElement } = this.document;
    scrollingElement.scrollTop += target.getBoundingClientRect().top;
    if (isFocused) target.focus?.({ preventScroll: true });
    return true;
  }

  end() {
    this.watcher.disconnect();
    this.sizes.disconnect();
  }
}
