import type { LinkKind } from '../../core/links/link.ts';
import type { TagKind } from '../../core/tags/tag.ts';

/**
 * The drawings of VISUAL.md 4 that notes and cards use, as paths: on a 16 px grid, glyphs of tag kinds on 8 px.
 * `*` before a path fills it; `2 ` and the like before it is the width of its stroke where that is not 1.5.
 */
const bookmark = 'M4 2.75h8a.75.75 0 0 1 .75.75v10L8 10.6 3.25 13.5v-10A.75.75 0 0 1 4 2.75Z';
const code = ['M5.2 4.5 1.9 8l3.3 3.5M10.8 4.5 14.1 8l-3.3 3.5M9.1 3.2 6.9 12.8'];
const globe = [
  'M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0h12M8 2c1.9 1.7 2.7 3.7 2.7 6S9.9 12.3 8 14C6.1 12.3 5.3 10.3 5.3 8S6.1 3.7 8 2Z',
];
const page = ['M9 1.9H4.5a1 1 0 0 0-1 1v10.2a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V5.4Z', 'M9 1.9v3.5h3.5'];

const drawings = {
  mark: [
    '2 M3.4 2.6 9.6 8l-6.2 5.4',
    '*M10.1 3.4a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0Z',
    '*M10.1 12.6a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0Z',
  ],
  none: [bookmark],
  'to-read': [`${bookmark}`, `*${bookmark}`],
  reading: [bookmark, '*M3.25 8h9.5v5.5L8 10.6l-4.75 2.9Z'],
  read: [bookmark, 'm5.7 6.6 1.7 1.6 3-3.2'],
  aside: [bookmark, 'M5.8 6.5h4.4'],
  near: ['M2.5 6.3c1.8-2 3.6-2 5.5-.3s3.7 1.7 5.5-.3M2.5 10.7c1.8-2 3.6-2 5.5-.3s3.7 1.7 5.5-.3'],
  cross: ['m4 4 8 8M12 4l-8 8'],
  up: ['M8 3.5 12.5 11h-9Z'],
  talk: ['M2.3 3.2h11.4v8H7.3L4.5 13.5v-2.3H2.3Z'],
  copy: ['M5.5 5.5h8v8h-8Z', 'M10.5 5.5v-3h-8v8h3'],
  open: ['M6.5 3H3v10h10V9.5M9 2.5h4.5V7M13.2 2.8 7.5 8.5'],
  'link-code': code,
  'link-model': ['M8 1.9 13.3 5v6L8 14.1 2.7 11V5Z', 'M8 8v6M8 8 2.8 5.1M8 8l5.2-2.9'],
  'link-dataset': [
    'M3 3.9a5 1.9 0 1 0 10 0 5 1.9 0 1 0-10 0v8.2c0 1 2.2 1.9 5 1.9s5-.9 5-1.9V3.9M3 8c0 1 2.2 1.9 5 1.9S13 9 13 8',
  ],
  'link-demo': [
    'M3.4 2.9h9.2a1.5 1.5 0 0 1 1.5 1.5v7.2a1.5 1.5 0 0 1-1.5 1.5H3.4a1.5 1.5 0 0 1-1.5-1.5V4.4a1.5 1.5 0 0 1 1.5-1.5Z',
    'M2 5.8h12M6.8 7.9v3l2.6-1.5Z',
  ],
  'link-project': globe,
  'link-video': [
    'M4 3.5h8a2.2 2.2 0 0 1 2.2 2.2v4.6a2.2 2.2 0 0 1-2.2 2.2H4a2.2 2.2 0 0 1-2.2-2.2V5.7A2.2 2.2 0 0 1 4 3.5Z',
    '*m6.9 6.1 3 1.9-3 1.9Z',
  ],
  'link-collection': page,
  'link-archive': page,
  'link-paper': page,
  'link-web': globe,
  'tag-task': ['1.5 M.9 4a3.1 3.1 0 1 0 6.2 0A3.1 3.1 0 1 0 .9 4Z', '*M3 4a1 1 0 1 0 2 0 1 1 0 1 0-2 0Z'],
  'tag-method': ['*M4 .2 7.8 4 4 7.8.2 4Z'],
  'tag-bench': ['*M.4 4.6h1.9V8H.4ZM3.05 2.4h1.9V8h-1.9ZM5.7 0h1.9v8H5.7Z'],
  'tag-model': ['*M4 .1 7.4 2.05v3.9L4 7.9.6 5.95v-3.9Z'],
  'tag-field': ['1.3 M.5 1.2h7M.5 4h7M.5 6.8h4.5'],
  'tag-own': ['1.2 M2.7.4 2 7.6M6 .4 5.3 7.6M.5 2.7h7M.5 5.3h7'],
} as const satisfies Record<string, readonly string[]> &
  Record<`link-${LinkKind}`, readonly string[]> &
  Record<`tag-${Exclude<TagKind, 'auto'>}`, readonly string[]>;

export type IconName = keyof typeof drawings;

const SVG = 'http://www.w3.org/2000/svg';
const drawn = new Map<IconName, SVGElement>();

/** @param size in px, as it is drawn */
export function icon(name: IconName, size: number, attributes: Readonly<Record<string, string>> = {}): SVGElement {
  let first = drawn.get(name);
  if (first === undefined) {
    first = draw(name);
    drawn.set(name, first);
  }
  const svg = first.cloneNode(true) as SVGElement; // a clone of an SVGElement is one
  set(svg, { ...attributes, width: `${size}`, height: `${size}` });
  return svg;
}

function draw(name: IconName): SVGElement {
  const box = name.startsWith('tag-') ? '0 0 8 8' : '0 0 16 16';
  const svg = document.createElementNS(SVG, 'svg');
  set(svg, { viewBox: box, fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true' });
  set(svg, { 'stroke-width': '1.5', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
  for (const shape of drawings[name]) {
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
