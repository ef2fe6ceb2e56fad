// A drawing that the kernel made, taken over piece by piece: nothing but shapes and words comes in.

const SVG_NAMES = "http://www.w3.org/2000/svg";
const DRAWN = new Set(["svg", "title", "desc", "g", "path", "rect", "ellipse", "circle", "text", "tspan"]);
const LOOKS = new Set(
  ("class id role aria-labelledby aria-describedby viewBox width height x y cx cy r rx ry d fill fill-opacity stroke stroke-width " +
    "stroke-opacity stroke-dasharray font-size font-weight text-anchor").split(" "),
);
const COLOURS = new Set(["none", "currentColor"]);

function adopted(from) {
  if (from.namespaceURI !== SVG_NAMES || !DRAWN.has(from.localName)) return null;
  const to = document.createElementNS(SVG_NAMES, from.localName);
  for (const { name, value } of from.attributes) {
    const isColour = name === "fill" || name === "stroke";
    if (LOOKS.has(name) && (!isColour || COLOURS.has(value))) to.setAttribute(name, value);
  }
  for (const child of from.childNodes) {
    const one = child.nodeType === 3 ? document.createTextNode(child.data) : child.nodeType === 1 ? adopted(child) : null;
    if (one) to.append(one);
  }
  return to;
}

// The SVG as an element of this page; null for what is none.
export function drawn(text) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const root = parsed.documentElement;
  return parsed.querySelector("parsererror") || root.localName !== "svg" ? null : adopted(root);
}
