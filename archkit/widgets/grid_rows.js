// The rows of a grid that are drawn: those in sight, some around them, and the one that has the focus.

import { make, patchChildren } from "./dom.js";
import { paintRow, rowElement } from "./grid_cells.js";
import { Heights } from "./heights.js";

// Pixels above and below what is in sight, and what is taken for in sight before anything is.
const AROUND = 320;
const UNSEEN_HEIGHT = 640;

export class GridRows {
  constructor(grid) {
    this.grid = grid;
    this.heights = new Heights();
    this.drawn = new Map();
    this.width = 0;
    this.frame = 0;
    grid.scroller.addEventListener("scroll", () => this.later());
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(grid.scroller);
    this.observer.observe(grid.body);
  }

  end() {
    this.observer.disconnect();
    cancelAnimationFrame(this.frame);
  }

  // The rows as they stand now; with other columns each is drawn anew, with other choices or hints none.
  use(rows) {
    this.heights.use(rows.map((row) => row.id));
    const sign = JSON.stringify(this.grid.columns.map(({ path, kind, control }) => [path, kind, control]));
    if (sign !== this.sign) this.drawn.clear();
    this.sign = sign;
  }

  later() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw(false));
  }

  resized() {
    const { scroller } = this.grid;
    if (!scroller.isConnected || !scroller.clientWidth) return;
    if (this.width !== scroller.clientWidth && (this.grid.room.fit() || this.width)) this.heights.forget();
    this.width = scroller.clientWidth;
    this.grid.room.tell();
    if (this.measure()) this.draw(false);
  }

  // Takes the heights of what is drawn; returns whether one of them is news.
  measure() {
    let isNews = false;
    for (const [id, tr] of this.drawn) if (tr.isConnected) isNews = this.heights.learn(id, tr.offsetHeight) || isNews;
    return isNews;
  }

  span() {
    const { scroller, rows } = this.grid;
    const top = scroller.scrollTop - AROUND;
    const height = (scroller.clientHeight || UNSEEN_HEIGHT) + 2 * AROUND;
    const last = this.heights.at(Math.max(0, top + height));
    return [this.heights.at(Math.max(0, top)), Math.min(rows.length, last + 1)];
  }

  // Draws what is in sight; `anew` looks at the cells of rows that are drawn already, too.
  draw(anew = true) {
    const { grid } = this;
    const [first, last] = grid.rows.length ? this.span() : [0, 0];
    const wanted = new Set(Array.from({ length: last - first }, (_, index) => first + index));
    if (grid.at && grid.index.has(grid.at.row)) wanted.add(grid.index.get(grid.at.row));
    const before = this.drawn;
    this.drawn = new Map();
    const elements = [];
    let end = 0;
    for (const index of [...wanted].sort((one, other) => one - other)) {
      if (index > end) elements.push(this.gap(end, index));
      elements.push(this.row(grid.rows[index], before, anew));
      end = index + 1;
    }
    if (end < grid.rows.length) elements.push(this.gap(end, grid.rows.length));
    patchChildren(grid.body, elements);
  }

  row(row, before, anew) {
    const found = before.get(row.id);
    const tr = found ?? rowElement(this.grid, row);
    if (found && anew) paintRow(this.grid, tr, row);
    this.drawn.set(row.id, tr);
    return tr;
  }

  // What holds the place of rows that are out of sight.
  gap(from, to) {
    const height = this.heights.start(to) - this.heights.start(from);
    const cell = make("td", { colspan: this.grid.columns.length + 1, role: "presentation" });
    cell.style.height = `${height}px`;
    return make("tr", { class: "ak-gap", role: "presentation", "aria-hidden": "true" }, cell);
  }

  // Brings a row in sight, so that it is drawn.
  reveal(index) {
    const { scroller, head } = this.grid;
    const top = this.heights.start(index);
    const room = scroller.clientHeight - head.offsetHeight;
    if (top < scroller.scrollTop || top > scroller.scrollTop + room) {
      scroller.scrollTop = Math.max(0, top - room / 3);
    }
    this.draw(true);
  }

  // How many rows one page is.
  get page() {
    const room = (this.grid.scroller.clientHeight || UNSEEN_HEIGHT) - this.grid.head.offsetHeight;
    return Math.max(1, Math.floor(room / this.heights.guess()) - 1);
  }
}
