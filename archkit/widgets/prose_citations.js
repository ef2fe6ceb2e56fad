// Citations in prose: `[` and a few letters offer the findings; the chosen one is put as `[F2]`, as if it were typed.

import { brief, freshId, make } from "./dom.js";
import { Picker } from "./picker.js";
import { typeInto } from "./prose_keys.js";
import { citationBefore, fittingFindings } from "./prose_text.js";

const MOST_CITED = 12;

export class ProseCitations extends Picker {
  constructor(form, control) {
    super({ choices: [], title: `Findings for ${control.name}`, strict: false, input: control.input });
    Object.assign(this, { form, control, findings: null, found: null });
    this.said = make("span", { class: "ak-unseen", "aria-live": "polite" });
    control.element.append(this.list, this.said);
  }

  open() {
    const { input } = this;
    this.found = citationBefore(input.value, input.selectionStart ?? 0);
    if (!this.found || input.selectionStart !== input.selectionEnd) return this.shut();
    // A list that is open is asked for once; the next one may know more.
    if (!this.findings) this.ask();
    else this.offer();
  }

  ask() {
    if (this.isAsking) return;
    this.isAsking = true;
    this.form.wire.send({ op: "prose", ask: "findings" }, (answer) => {
      this.isAsking = false;
      if (!answer.saved || !this.form.focus.isIn(this.control)) return;
      this.findings = answer.findings;
      this.open();
    });
  }

  offer() {
    this.shown = fittingFindings(this.findings, this.found.words).slice(0, MOST_CITED);
    if (!this.shown.length) return this.shut();
    this.unfold(this.shown.map(([id, words]) => this.offered(id, words)));
    this.mark(0);
    const words = `${this.shown.length} to cite. Arrows choose, Enter takes.`;
    if (this.said.textContent !== words) this.said.textContent = words;
  }

  offered(id, words) {
    return make("div", { role: "option", id: freshId() }, make("b", {}, id), ` ${brief(words, 80)}`);
  }

  shut() {
    super.shut();
    this.findings = null;
    if (this.said?.textContent) this.said.textContent = "";
  }

  // Tab leaves the field as ever; what is offered is taken by Enter.
  key(event) {
    if (event.isComposing || !this.isOpen) return;
    if (event.key === "Tab") return this.shut();
    if (event.key !== "Enter") return super.key(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.accept();
  }

  accept() {
    const choice = this.shown[this.at];
    const { found, input } = this;
    this.shut();
    if (!choice || !found) return;
    // A bracket that stands shut behind the caret is taken along.
    const end = input.selectionStart + (input.value[input.selectionStart] === "]" ? 1 : 0);
    this.isQuiet = true;
    typeInto(input, { start: found.start, end, put: `[${choice[0]}]` });
    this.isQuiet = false;
    this.said.textContent = `${choice[0]} is cited.`;
  }
}
