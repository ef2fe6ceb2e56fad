// Evidence picked where it is needed: a few letters find a finding, and words that find none make a new one.

import { brief, capital, freshId, make } from "./dom.js";
import { Picker, folded } from "./picker.js";

const MOST = 12;
const LEAST_OF_NEW = 3;
const NEW = "new";

const unbracketed = (fragment) => fragment.replace(/^\[/, "").replace(/\]$/, "").trim();

// What is being cited in front of a caret: where it begins, and its words. Where words are a text of their own, as
// in a score, a citation begins with a bracket.
export function fragmentBefore(text, caret, isEvidence) {
  const before = text.slice(0, caret);
  const bracket = before.lastIndexOf("[");
  const isOpen = bracket > before.lastIndexOf("]");
  if (isOpen) return { start: bracket, words: unbracketed(before.slice(bracket)), isBracket: true };
  if (!isEvidence) return null;
  const start = Math.max(...["]", ";", "\n"].map((mark) => before.lastIndexOf(mark))) + 1;
  const words = before.slice(start);
  return { start: start + (words.length - words.trimStart().length), words: words.trim(), isBracket: false };
}

// What fits the words, best first: ids that begin so, then words that begin so, then any other place.
export function findingsFor(citations, typed, isEvidence = true) {
  const parts = folded(typed).split(/\s+/).filter(Boolean);
  const rank = ([value, shown, source = ""]) => {
    const isFinding = value.startsWith("[");
    if (!isFinding) return isEvidence && folded(value).startsWith(folded(typed)) ? 0 : -1;
    const text = ` ${folded(shown)} ${folded(source)}`;
    if (!parts.every((part) => text.includes(part))) return -1;
    if (parts.length && folded(value.slice(1)).startsWith(parts[0])) return 0;
    const words = ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ")}`;
    return parts.every((part) => words.includes(` ${part}`)) ? 1 : 2;
  };
  const ranked = citations.map((one, at) => ({ one, at, rank: rank(one) })).filter((found) => found.rank >= 0);
  return ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).slice(0, MOST).map((found) => found.one);
}

export class CitePicker extends Picker {
  constructor(form, control) {
    super({ choices: [], title: `Findings for ${control.name}`, strict: false, input: control.input });
    Object.assign(this, { form, control, isEvidence: control.column.kind === "line", found: null });
    this.said = make("span", { class: "ak-unseen", "aria-live": "polite" });
    this.button = make("button", { type: "button", class: "ak-cite", title: "Cite a finding (Ctrl+Space)" }, "[…]");
    this.button.addEventListener("mousedown", (event) => event.preventDefault());
    this.button.addEventListener("click", () => this.ask());
    control.element.append(this.button, this.list, this.said);
  }

  // Rows change their places, and with them what their fields are called.
  name() {
    const { name } = this.control;
    this.button.setAttribute("aria-label", `Cite evidence for ${name}`);
    this.list.setAttribute("aria-label", `Findings for ${name}`);
  }

  // All findings, for who does not know what they are called.
  ask() {
    this.input.focus();
    this.open(true);
    if (!this.isOpen) this.said.textContent = "There are no findings yet: type what was found.";
  }

  open(all) {
    const caret = this.input.selectionStart ?? this.input.value.length;
    const found = fragmentBefore(this.input.value, caret, this.isEvidence);
    const isBlank = !found || (!found.words && !found.isBracket);
    this.hasStepped = false;
    if (!all && isBlank) return this.shut();
    this.found = found && (!all || found.words || found.isBracket) ? found : { start: caret, words: "", isBracket: false };
    this.caret = caret;
    const { words } = this.found;
    let fitting = findingsFor(this.form.section.citations ?? [], words, this.isEvidence);
    if (all && !fitting.length) fitting = findingsFor(this.form.section.citations ?? [], "", this.isEvidence);
    const isWord = fitting.some(([value]) => folded(value) === folded(words));
    this.shown = fitting.map(([value, shown, source]) => [value, shown, source]);
    if (words.length >= LEAST_OF_NEW && !isWord) this.shown.push([NEW, `New finding: “${brief(words, 60)}”`, ""]);
    if (!this.shown.length) return this.shut();
    const isMarked = this.shown[0][0] !== NEW && (words || this.found.isBracket);
    this.unfold(this.shown.map(([, shown, source]) => this.line(shown, source)));
    this.mark(isMarked ? 0 : -1);
    const count = this.shown.filter(([value]) => value !== NEW).length;
    this.said.textContent = `${count ? `${count} to cite` : "No finding"}${isWord ? "" : words ? ", or a new one" : ""}. Arrows choose, Enter takes.`;
  }

  line(shown, source) {
    const more = source ? make("span", { class: "ak-of-source" }, ` ${brief(source, 60)}`) : null;
    return make("div", { role: "option", id: freshId() }, brief(shown, 110), more);
  }

  step(by) {
    this.hasStepped = true;
    super.step(by);
  }

  shut() {
    super.shut();
    if (this.said && this.said.textContent) this.said.textContent = "";
  }

  // Enter takes what is marked and stays in the field; Tab only what somebody went to.
  key(event) {
    if (event.isComposing) return;
    const isSpace = event.key === " " && event.ctrlKey;
    if (isSpace) this.open(true);
    else if (this.isOpen && this.at >= 0 && event.key === "Enter" && !event.ctrlKey && !event.altKey) this.accept();
    else if (event.key === "Tab") return this.hasStepped && this.at >= 0 ? this.accept() : this.shut();
    else if (event.altKey && (this.isEvidence || this.isOpen)) return;
    else if (["Enter", "Tab"].includes(event.key)) return;
    else return super.key(event);
    event.preventDefault();
    event.stopPropagation();
  }

  accept() {
    const choice = this.isOpen ? this.shown[this.at] : undefined;
    const { found, caret } = this;
    this.shut();
    if (!choice) return;
    const { value } = this.input;
    const before = value.slice(0, found.start);
    // The bracket that was not shut in front of the caret may be shut behind it.
    const after = value.slice(caret).replace(found.isBracket ? /^\s*\]/ : /^$/, "");
    if (choice[0] === NEW) return this.makeFinding(before, found.words, after);
    const gap = before && !/\s$/.test(before) ? " " : "";
    this.put(`${before}${gap}${choice[0]}`, after);
  }

  put(before, after) {
    this.input.value = before + after;
    this.input.setSelectionRange(before.length, before.length);
    this.isQuiet = true;
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
    this.isQuiet = false;
    this.say(`${before.trim().split(/\s+/).at(-1)} is cited.`);
  }

  makeFinding(before, words, after) {
    const { form, control } = this;
    // What was typed so far goes first, so that the field in the kernel says the same as this one.
    form.edits.flush((one) => one === control);
    const message = { op: "cite_new", path: control.path, value: capital(words), before, after, was: control.read() };
    form.edits.touched = true;
    form.wire.ask(message, (answer) => {
      if (!answer.saved) return;
      const now = form.controls.get(control.token) ?? control;
      const news = (answer.values ?? []).find(([path]) => JSON.stringify(path) === control.token);
      if (news && !form.edits.isBusy(now)) now.write(news[1]);
      const at = now.input.value.length - after.trimStart().length;
      if (form.focus.isIn(now)) now.input.setSelectionRange(at, at);
      now.cites?.say("The new finding is cited. It stands in Research Findings.");
    });
  }

  say(words) {
    this.said.textContent = words;
  }
}

export function citing(form, control) {
  control.cites = new CitePicker(form, control);
}
