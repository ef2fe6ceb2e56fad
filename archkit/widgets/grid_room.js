// The room of a grid: its columns as wide as it allows, and a sign where more of them are out of sight.

import { make } from "./dom.js";
import { titleOf } from "./grid_columns.js";
import { columnsElement } from "./grid_head.js";
import { numberWidth, widthsOf } from "./grid_widths.js";

export class GridRoom {
  constructor(grid) {
    this.grid = grid;
    this.element = make("div", { class: "ak-grid-frame" }, grid.scroller);
    this.more = make("p", { class: "ak-hint ak-grid-more", hidden: true });
    grid.scroller.addEventListener("scroll", () => this.tell());
  }

  // The columns as they fit; returns whether their widths are news.
  fit(isNew = false) {
    const { grid } = this;
    const beside = numberWidth(grid.part.rows.length);
    const widths = widthsOf(grid.columns, grid.rows, grid.scroller.clientWidth, beside);
    const sign = JSON.stringify(widths);
    if (!isNew && sign === this.sign) return false;
    this.sign = sign;
    grid.table.querySelector("colgroup")?.remove();
    grid.table.prepend(columnsElement(grid.table, widths, beside));
    grid.table.classList.toggle("ak-is-dense", !widths.some(({ takesMore }) => takesMore) && grid.columns.some((one) => one.kind === "score"));
    return true;
  }

  // Says which columns are out of sight on the right: a scroll bar that hides itself would not.
  tell() {
    const { grid } = this;
    const { scroller } = grid;
    const end = scroller.scrollLeft + scroller.clientWidth;
    const heads = [...grid.heads.children].slice(1);
    const hidden = scroller.clientWidth ? grid.columns.filter((_, index) => {
      const head = heads[index];
      return head && head.offsetLeft + head.offsetWidth / 2 > end;
    }) : [];
    this.element.classList.toggle("ak-goes-on", scroller.scrollWidth - end > 4);
    const words = hidden.length ? `Further right: ${hidden.map(titleOf).join(", ")}` : "";
    if (this.more.textContent !== words) this.more.textContent = words;
    this.more.hidden = !words;
  }
}
