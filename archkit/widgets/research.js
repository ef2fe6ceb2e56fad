// Look up documentation: a panel below the findings. Nothing is asked before its button is pressed.

import { freshId, make } from "./dom.js";

const LOOK_UP = "research";

// The panel of a form, which stays while the form is drawn anew; only findings have one.
export function researchOf(form) {
  if (form.section.key !== "findings") return [];
  form.research ??= new Research(form);
  return [form.research.root];
}

class Research {
  constructor(form) {
    this.form = form;
    this.number = 0;
    this.shown = null;
    this.boxes = [];
    this.host = "";
    const id = freshId();
    this.toggle = make("button", { type: "button", class: "ak-add", "aria-expanded": "false", "aria-controls": id, "data-at": "research" }, "Look up documentation…");
    this.toggle.addEventListener("click", () => this.open(this.panel.hidden));
    this.library = this.input("Library", "Name, or id as /vercel/next.js");
    this.version = this.input("Version", "May stay empty");
    this.question = this.input("Question", "One thing that the documentation should answer");
    this.leaves = make("p", { class: "ak-research-leaves" });
    this.fresh = make("input", { type: "checkbox", id: freshId() });
    this.ask = this.button("Look up", () => this.lookUp());
    this.text = make("textarea", { id: freshId(), rows: 4, spellcheck: "false" });
    this.status = make("p", { class: "ak-research-status", role: "status" });
    this.results = make("div", { class: "ak-research-results" });
    this.panel = make("div", { class: "ak-research-panel", id, role: "group", "aria-label": "Look up documentation", hidden: true });
    this.panel.append(...this.fields(), this.status, this.results);
    this.root = make("div", { class: "ak-research" }, this.toggle, this.panel);
  }

  fields() {
    const again = make("label", { class: "ak-research-again", for: this.fresh.id }, this.fresh, "Ask again, even if the answer is kept");
    const asking = make("div", { class: "ak-choices" }, this.ask, again);
    const label = make("label", { class: "ak-label", for: this.text.id }, "Or paste what an agent was answered (the text of query-docs)");
    const read = this.button("Read the pasted answer", () => this.paste());
    const row = make("div", { class: "ak-fields" }, this.library.box, this.version.box, this.question.box);
    return [row, this.leaves, asking, make("div", { class: "ak-field ak-wide" }, label, this.text), read];
  }

  input(title, hint) {
    const id = freshId();
    const told = make("span", { class: "ak-hint", id: freshId() }, hint);
    const input = make("input", { type: "text", id, "aria-describedby": told.id, autocomplete: "off", maxlength: 500 });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) this.lookUp();
    });
    const label = make("label", { class: "ak-label", for: id }, title);
    const wide = title === "Question" ? " ak-wide" : "";
    return { input, box: make("div", { class: `ak-field${wide}` }, label, told, input) };
  }

  button(words, press) {
    return make("button", { type: "button", class: "ak-add", onclick: press }, words);
  }

  open(wide) {
    this.panel.hidden = !wide;
    this.toggle.setAttribute("aria-expanded", String(wide));
    if (wide) this.learnWhere(() => this.library.input.focus());
  }

  // Where a question would go is said before there is one.
  learnWhere(done = () => {}) {
    done();
    this.form.wire.send({ op: LOOK_UP, step: "about" }, (answer) => {
      this.host = answer.host ?? "";
      const sent = `What you write as library, version and question is sent to ${this.host} when you press Look up, and not before.`;
      const here = `The question goes to ${this.host} on this machine when you press Look up, and not before.`;
      const words = answer.leaves ? `${sent} It leaves this machine: keep out what is confidential.` : here;
      this.leaves.textContent = answer.saved ? words : "";
      if (!answer.saved) this.say(answer.message, true);
    });
  }

  asked() {
    return { library: this.library.input.value, version: this.version.input.value, question: this.question.input.value };
  }

  lookUp() {
    if (!this.host || this.ask.getAttribute("aria-disabled") === "true") return;
    const missing = [this.library, this.question].find(({ input }) => !input.value.trim());
    if (missing) {
      missing.input.focus();
      this.say(missing === this.library ? "Name the library." : "Write the question.", true);
      return;
    }
    this.begin({ step: "ask", ...this.asked(), fresh: this.fresh.checked }, `Asking ${this.host}…`);
  }

  paste() {
    this.begin({ step: "paste", ...this.asked(), text: this.text.value }, "Reading…");
  }

  begin(message, words) {
    this.number += 1;
    this.ask.setAttribute("aria-disabled", "true");
    this.results.replaceChildren();
    this.say(words);
    this.form.wire.send({ op: LOOK_UP, number: this.number, ...message }, (answer) => {
      if (answer.saved) return;
      this.ask.removeAttribute("aria-disabled");
      this.say(answer.message, true);
    });
  }

  // What was found, or why nothing was; an answer to an earlier question is not shown.
  hear(news) {
    if (!news || news.client !== this.form.wire.client || news.number !== this.number) return;
    this.ask.removeAttribute("aria-disabled");
    if (news.problem) this.say(news.problem, true);
    else this.show(news.answer);
  }

  say(words, failed = false) {
    this.status.dataset.state = failed ? "failed" : "";
    this.status.textContent = words;
  }

  show(answer) {
    const count = answer.snippets.length;
    const kept = answer.cached ? ", kept from an earlier look-up" : "";
    const from = answer.server ? ` from ${answer.server}` : "";
    const about = answer.library ? ` on ${answer.library}` : "";
    this.say([`${count === 1 ? "1 snippet" : `${count} snippets`}${about}${from}${kept}. Choose what becomes a finding.`, ...answer.notes].join(" "));
    this.boxes = answer.snippets.map(() => make("input", { type: "checkbox", id: freshId() }));
    const list = make("ol", { class: "ak-research-list" }, ...answer.snippets.map((snippet, index) => this.snippet(snippet, index)));
    this.add = this.button("Add as findings", () => this.pick());
    this.results.replaceChildren(this.others(answer), list, this.add);
  }

  snippet(snippet, index) {
    const box = this.boxes[index];
    const label = make("label", { for: box.id }, snippet.title);
    const words = [snippet.text, ...snippet.code].filter((text) => text.trim()).join("\n");
    const quote = make("pre", { tabindex: 0, "aria-label": `Text of ${snippet.title}` }, words);
    const isLink = /^https?:\/\//.test(snippet.source);
    const attributes = { href: snippet.source, target: "_blank", rel: "noopener noreferrer" };
    const source = isLink ? make("a", attributes, snippet.source) : snippet.source || "The answer names no address.";
    const differs = snippet.difference ? make("p", { class: "ak-reason" }, snippet.difference) : null;
    return make("li", {}, box, make("div", {}, label, quote, make("p", { class: "ak-hint" }, source), differs));
  }

  // Libraries of the same name, each a press away.
  others(answer) {
    const box = make("div", { class: "ak-choices" });
    if (answer.others.length) box.append("Meant another one?");
    for (const other of answer.others.slice(0, 5)) {
      const press = () => {
        this.library.input.value = other.id;
        this.lookUp();
      };
      box.append(this.button(other.id, press));
    }
    return box;
  }

  pick() {
    const numbers = this.boxes.flatMap((box, index) => (box.checked ? [index + 1] : []));
    if (!numbers.length) return this.say("Choose a snippet first.", true);
    this.form.edits.flush();
    this.form.wire.send({ op: LOOK_UP, step: "pick", number: this.number, numbers }, (answer) => {
      if (!answer.saved) return this.say(answer.message, true);
      const names = answer.ids.map((name) => `[${name}]`).join(", ");
      this.say(`In the findings as ${names}. Cite ${answer.ids.length === 1 ? "it" : "them"} where it matters.`);
      for (const box of this.boxes) box.checked = false;
    });
  }
}
