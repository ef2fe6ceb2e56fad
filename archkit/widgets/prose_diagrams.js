// Diagrams below a field, drawn as one types: the kernel draws, one question at a time, and the last good drawing stays.

import { drawn } from "./drawn.js";
import { freshId, make, same } from "./dom.js";
import { mermaidTexts } from "./prose_text.js";

const DRAW_PAUSE = 150;
const MOST_DRAWN = 4;

class Drawing {
  constructor(title) {
    // What is wider than its room is scrolled, by keys too.
    this.picture = make("div", { class: "ak-picture", role: "group", tabindex: 0, "aria-label": title });
    this.note = make("p", { class: "ak-hint", role: "status" });
    this.element = make("figure", { class: "ak-drawing", "aria-label": title }, this.picture, this.note);
  }

  show({ svg, note }) {
    const picture = svg ? drawn(svg) : null;
    if (picture) this.picture.replaceChildren(picture);
    // A drawing that is older than the words is dimmed, and says so.
    const isOld = !picture && this.picture.childElementCount > 0;
    this.element.toggleAttribute("data-old", isOld);
    const words = note && isOld ? `${note} The drawing is that of before.` : note;
    if (this.note.textContent !== words) this.note.textContent = words;
  }
}

export class Drawings {
  // `asked` returns the message that asks for the drawings, without the name; null for none.
  constructor(form, name, asked) {
    Object.assign(this, { form, name, asked, shown: [], last: null, timer: 0, isAsking: false, id: freshId() });
    this.element = make("div", { class: "ak-drawings", hidden: true });
  }

  // What was asked for last is asked for again only when it changed; `again` asks in any case.
  change(again = false) {
    clearTimeout(this.timer);
    if (again) this.last = null;
    this.timer = setTimeout(() => this.draw(), DRAW_PAUSE);
  }

  draw() {
    const message = this.asked();
    if (this.isAsking || same(message, this.last)) return;
    this.last = message;
    if (!message) return this.show([]);
    this.isAsking = true;
    this.form.wire.send({ op: "prose", name: this.id, ...message }, (answer) => {
      this.isAsking = false;
      if (answer.drawings) this.show(answer.drawings);
      // What was typed while the kernel drew is drawn now.
      this.draw();
    });
  }

  show(drawings) {
    while (this.shown.length > drawings.length) this.shown.pop().element.remove();
    while (this.shown.length < drawings.length) {
      const number = this.shown.length ? ` ${this.shown.length + 1}` : "";
      this.shown.push(new Drawing(`Diagram${number} of ${this.name}`));
      this.element.append(this.shown.at(-1).element);
    }
    drawings.forEach((drawing, at) => this.shown[at].show(drawing));
    this.element.hidden = !drawings.some(({ svg, note }) => svg || note);
  }
}

// The drawing of the rows of a data flow, below them; nothing in other sections.
export function flowDrawing(form) {
  const { key, parts } = form.section;
  if (key !== "data_flow" || !parts.some((part) => part.part === "rows")) return [];
  form.flow ??= new Drawings(form, "the flows", () => ({ ask: "flow" }));
  form.flow.change(true);
  return [form.flow.element];
}

export function proseDrawings(form, control) {
  const asked = () => {
    const texts = mermaidTexts(control.input.value).slice(0, MOST_DRAWN);
    return texts.length ? { ask: "draw", texts } : null;
  };
  const drawings = new Drawings(form, control.name, asked);
  control.element.append(drawings.element);
  control.wrote = () => drawings.change();
  control.input.addEventListener("input", () => drawings.change());
  drawings.change();
}
