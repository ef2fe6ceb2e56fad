// One section's part of the studio's model: what a form expects of a model, over messages that carry the section's key.

export class SectionModel {
  constructor(model, key, section) {
    this.model = model;
    this.key = key;
    this.values = { section, opened: true };
    this.listeners = new Map();
  }

  // How the file stands is the same for every section.
  get(name) {
    return name === "standing" ? this.model.get(name) : this.values[name];
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
