// Drawings that are wider than the window begin at their topmost document; without this script, at their left edge.
"use strict";
for (const drawing of document.querySelectorAll(".drawing")) {
  const boxes = [...drawing.querySelectorAll("a")].map((link) => link.getBoundingClientRect());
  if (!boxes.length) continue;
  const first = boxes.reduce((one, two) => (two.top < one.top - 1 || (two.top < one.top + 1 && two.left < one.left) ? two : one));
  const place = drawing.getBoundingClientRect();
  drawing.scrollLeft = first.left + first.width / 2 - place.left - place.width / 2;
}
