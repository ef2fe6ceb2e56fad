// One section's part of the studio's model: what a form expects of a model, over messages that carry the section's key.

const CALM = { state: "idle", words: "", undo: false, redo: false };

export class SectionModel {
  constructor(model, key, section) {
    this.model = model;
    this.key = key;
    this.values = { section, standing: CALM, opened: true };
    this.listeners = new Map();
  }

  get(name) {
    return this.values[name];
  }

  on(name, listener) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  off(name, listener) {
    this.listeners.set(name, (this.listeners.get(name) ?? []).filter((other) => other !== listener));
  }

  send(message) {
    this.model.send({ ...message, section: this.key });
  }

  // News of the section: another description to draw, or what changed in the one that is drawn.
  take({ section, drawn, ...news }) {
    if (!drawn) return this.fire("msg:custom", news);
    this.values.section = drawn;
    return this.fire("change:section");
  }

  fire(name, ...given) {
    for (const listener of this.listeners.get(name) ?? []) listener(...given);
  }
}
