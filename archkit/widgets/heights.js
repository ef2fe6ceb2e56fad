// Heights of rows of which only some were ever drawn: where each row begins, and which row stands at a height.

const FIRST_GUESS = 36;

export class Heights {
  constructor() {
    this.known = new Map();
    this.ids = [];
    this.starts = [0];
    this.isStale = true;
  }

  // The rows as they stand now; what was measured of a row goes along with it.
  use(ids) {
    this.ids = ids;
    this.isStale = true;
  }

  // Takes a measured height; returns whether it is news.
  learn(id, height) {
    if (!height || this.known.get(id) === height) return false;
    this.known.set(id, height);
    this.isStale = true;
    return true;
  }

  // Another width makes other heights: only the guess stays.
  forget() {
    this.guess();
    this.known.clear();
    this.isStale = true;
  }

  guess() {
    if (!this.known.size) return this.last ?? FIRST_GUESS;
    let sum = 0;
    for (const height of this.known.values()) sum += height;
    this.last = sum / this.known.size;
    return this.last;
  }

  start(index) {
    if (this.isStale) {
      const guess = this.guess();
      this.starts = [0];
      for (const id of this.ids) this.starts.push(this.starts.at(-1) + (this.known.get(id) ?? guess));
      this.isStale = false;
    }
    return this.starts[index];
  }

  get total() {
    return this.start(this.ids.length);
  }

  // The row that stands at a height.
  at(height) {
    this.start(0);
    let low = 0;
    let high = Math.max(0, this.ids.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
