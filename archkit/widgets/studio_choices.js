// What a person chose in a studio: the open section and the view beside it. Kept by the browser for the next run.

export class Choices {
  constructor(file) {
    this.key = `archkit:${file}:studio`;
    this.values = this.read();
  }

  get(name, otherwise) {
    return this.values[name] ?? otherwise;
  }

  set(name, value) {
    this.values = { ...this.read(), ...this.values, [name]: value };
    try {
      localStorage.setItem(this.key, JSON.stringify(this.values));
    } catch {
      // A browser that keeps nothing opens the first section next time.
    }
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? {};
    } catch {
      return {};
    }
  }
}
