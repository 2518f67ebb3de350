/**
 * Draws icons of VISUAL.md 4. A drawing is a list of paths on a 16 px grid, or on 8 px for the glyph of a tag:
 * `*` before a path fills it; a number before it is the width of its stroke where that is not 1.5.
 */
export type Drawing = readonly string[];

const SVG = 'http://www.w3.org/2000/svg';
const drawn = new Map<Drawing, SVGElement>();

/** @param size in px, as it is drawn; 8 is the grid of glyphs */
export function icon(drawing: Drawing, size: number, attributes: Readonly<Record<string, string>> = {}): SVGElement {
  let first = drawn.get(drawing);
  if (first === undefined) {
    first = draw(drawing, size === 8 ? 8 : 16);
    drawn.set(drawing, first);
  }
  const svg = first.cloneNode(true) as SVGElement; // a clone of an SVGElement is one
  set(svg, { ...attributes, width: `${size}`, height: `${size}` });
  return svg;
}

function draw(drawing: Drawing, grid: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  set(svg, { viewBox: `0 0 ${grid} ${grid}`, fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true' });
  set(svg, { 'stroke-width': '1.5', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
  for (const shape of drawing) {
    const path = document.createElementNS(SVG, 'path');
    const [, filled, width, d = ''] = /^(\*?)(?:([\d.]+) )?(.*)$/.exec(shape) ?? [];
    set(path, { d });
    if (filled) set(path, { fill: 'currentColor', stroke: 'none' });
    if (width !== undefined) set(path, { 'stroke-width': width });
    svg.append(path);
  }
  return svg;
}

function set(node: Element, attributes: Readonly<Record<string, string>>): void {
  for (const key in attributes) node.setAttribute(key, attributes[key] ?? '');
}
