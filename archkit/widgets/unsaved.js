// Words that no kernel has saved yet, kept by the browser until one has: a form that is built again asks for them.

const ALIVE = (globalThis.archkitForms ??= new Set());

export class Unsaved {
  constructor(file, section, client) {
    this.key = `archkit:${file}:${section}`;
    this.client = client;
    ALIVE.add(client);
  }

  keep(control) {
    const found = this.read();
    found[control.token] = {
      place: control.place,
      name: control.name,
      value: control.read(),
      before: control.stored,
      client: this.client,
    };
    this.write(found);
  }

  drop(token) {
    const found = this.read();
    if (!(token in found)) return;
    delete found[token];
    this.write(found);
  }

  // What forms that are gone have left behind; from now on it belongs to this form.
  takeOver() {
    const found = this.read();
    const left = Object.entries(found).filter(([, entry]) => !ALIVE.has(entry.client));
    for (const [token] of left) delete found[token];
    if (left.length) this.write(found);
    return left.map(([, entry]) => entry);
  }

  // Keeps an entry until a person says that it can go.
  hold(entry) {
    const token = JSON.stringify(["held", entry.place, entry.value]);
    this.write({ ...this.read(), [token]: { ...entry, client: this.client } });
    return token;
  }

  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key)) ?? {};
    } catch {
      return {};
    }
  }

  write(found) {
    try {
      if (Object.keys(found).length) sessionStorage.setItem(this.key, JSON.stringify(found));
      else sessionStorage.removeItem(this.key);
    } catch {
      // A browser that keeps nothing still saves through the kernel.
    }
  }

  end() {
    ALIVE.delete(this.client);
  }
}
