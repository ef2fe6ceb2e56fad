// Keys pressed inside the frame of the page: the studio hears its own, and Tab leaves at the first or the last link.

import { heedOwnKeys } from "./studio_keys.js";

const STOPS = "a[href], summary, [tabindex='0']";

export function heedFrameKeys(studio, frame) {
  heedOwnKeys(studio, frame.document);
  frame.document.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && !event.ctrlKey && !event.altKey && isLast(frame.document, event.shiftKey)) leave(frame, event.shiftKey);
  });
}

function isLast(page, isBack) {
  const stops = [...page.querySelectorAll(STOPS)].filter((one) => one.checkVisibility());
  const active = page.activeElement;
  if (!stops.length) return true;
  return isBack ? active === stops[0] || active === page.body : active === stops.at(-1);
}

// The step itself is the browser's: it goes from beside the frame, where a frame that is last would go round in itself.
function leave(frame, isBack) {
  (isBack ? frame.before : frame.after).focus({ preventScroll: true });
}
