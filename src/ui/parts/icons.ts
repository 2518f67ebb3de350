/** The drawings of VISUAL.md 4 as data: paths on a 16 px grid (glyphs of tag kinds on 8 px), drawn by icon.tsx. */
export interface Stroke {
  readonly d: string;
  /** Filled with the text colour as well. */
  readonly fill?: boolean;
  /** Where it differs from 1.5. */
  readonly width?: number;
}

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
const box = (x: number, y: number, w: number, h: number, r: number): string =>
  `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}Z`;

const bookmark = 'M4 2.75h8a.75.75 0 0 1 .75.75v10L8 10.6 3.25 13.5v-10A.75.75 0 0 1 4 2.75Z';

export const icons = {
  bookmark: [{ d: bookmark }],
  'to-read': [{ d: bookmark, fill: true }],
  reading: [{ d: bookmark }, { d: 'M3.25 8h9.5v5.5L8 10.6l-4.75 2.9Z', fill: true, width: 0 }],
  read: [{ d: bookmark }, { d: 'm5.7 6.6 1.7 1.6 3-3.2' }],
  aside: [{ d: bookmark }, { d: 'M5.8 6.5h4.4' }],
  search: [{ d: circle(7, 7, 4.3) }, { d: 'm10.3 10.3 3.5 3.5' }],
  settings: [
    { d: circle(8, 8, 2.1) },
    {
      d: 'M8 1.8v1.7M8 12.5v1.7M1.8 8h1.7M12.5 8h1.7M3.6 3.6l1.2 1.2M11.2 11.2l1.2 1.2M12.4 3.6l-1.2 1.2M4.8 11.2l-1.2 1.2',
    },
  ],
  tray: [{ d: 'M2.2 9 4 3.2h8L13.8 9v3.8H2.2Z' }, { d: 'M2.4 9h3.3l.8 1.6h3L10.3 9h3.3' }],
  plus: [{ d: 'M8 3v10M3 8h10' }],
  tick: [{ d: 'm3.3 8.4 3 3 6.4-6.8' }],
  back: [{ d: 'm10 4-4 4 4 4' }],
  code: [{ d: 'M5.2 4.5 1.9 8l3.3 3.5M10.8 4.5 14.1 8l-3.3 3.5M9.1 3.2 6.9 12.8' }],
  warning: [{ d: 'M8 2.3 14.3 13H1.7Z' }, { d: 'M8 6.5v3M8 11.3h.01' }],
  lock: [{ d: box(3.2, 7, 9.6, 6.8, 1.3) }, { d: 'M5.3 7V5a2.7 2.7 0 0 1 5.4 0v2' }],
  offline: [
    {
      d: 'M2 2l12 12M4.6 5.6A6 6 0 0 0 3 6.7M7 4.1a8 8 0 0 1 6 2.6M5.3 8.9A4.5 4.5 0 0 1 7 7.9M10.7 8.9l.2.2M8 12h.01',
    },
  ],
  file: [{ d: 'M9 1.9H4.5a1 1 0 0 0-1 1v10.2a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V5.4Z' }, { d: 'M9 1.9v3.5h3.5' }],
  paste: [{ d: box(3.2, 3, 9.6, 11, 1.3) }, { d: 'M5.8 4.5V2.6h4.4v1.9Z' }],
  receive: [{ d: 'M8 2v7.5M4.8 6.5 8 9.7l3.2-3.2M2.5 11.5v2h11v-2' }],
  out: [{ d: 'M6.5 3.2H3.2v9.6h9.6V9.5M9.3 2.8h3.9v3.9M13 3 7.5 8.5' }],
  locate: [{ d: circle(8, 8, 3.6) }, { d: 'M8 1.8v2.6M8 11.6v2.6M1.8 8h2.6M11.6 8h2.6' }],
  home: [{ d: 'm2.5 7.5 5.5-5 5.5 5M4 6.5v7h8v-7' }],
  pencil: [{ d: 'm10.8 2.8 2.4 2.4L5.6 12.8l-3 .6.6-3Z' }],
  info: [{ d: circle(8, 8, 6) }, { d: 'M8 7.3v4M8 4.8h.01' }],
  clock: [{ d: circle(8, 8, 6) }, { d: 'M8 4.6V8l2.3 1.6' }],
  again: [{ d: 'M13.2 6.5A5.5 5.5 0 0 0 3.3 5M2.8 9.5A5.5 5.5 0 0 0 12.7 11M3 2.2V5h2.8M13 13.8V11h-2.8' }],
  cross: [{ d: 'm4 4 8 8M12 4l-8 8' }],
  near: [
    {
      d: 'M2.5 6.3c1.8-2 3.6-2 5.5-.3s3.7 1.7 5.5-.3M2.5 10.7c1.8-2 3.6-2 5.5-.3s3.7 1.7 5.5-.3',
    },
  ],
  folder: [{ d: 'M1.9 4.2a1 1 0 0 1 1-1h3.3l1.5 1.7h5.4a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H2.9a1 1 0 0 1-1-1Z' }],
  star: [{ d: 'm8 2 1.8 3.8 4.1.5-3 2.8.8 4.1L8 11.2l-3.7 2 .8-4.1-3-2.8 4.1-.5Z' }],
  pause: [{ d: 'M5.5 3.5v9M10.5 3.5v9', width: 1.8 }],
  server: [
    { d: box(2.3, 2.3, 11.4, 4.6, 1.2) },
    { d: box(2.3, 9.1, 11.4, 4.6, 1.2) },
    { d: 'M5 4.6h.01M5 11.4h.01', width: 2 },
  ],
  cloud: [{ d: 'M4.6 12.7a2.9 2.9 0 0 1-.4-5.8 4 4 0 0 1 7.7.9 2.5 2.5 0 0 1-.3 4.9Z' }],
  trash: [{ d: 'M2.8 4.3h10.4M6.3 4.2V2.5h3.4v1.7M4.2 4.5l.6 9h6.4l.6-9' }],
  more: [{ d: 'M3.5 8h.01M8 8h.01M12.5 8h.01', width: 2.2 }],
  down: [{ d: 'm4 6 4 4 4-4' }],
  up: [{ d: 'm4 10 4-4 4 4' }],
  minus: [{ d: 'M3 8h10' }],
  whole: [{ d: 'M2.8 6V2.8H6M10 2.8h3.2V6M13.2 10v3.2H10M6 13.2H2.8V10' }],
  merge: [{ d: 'M4 2.5v3.2C4 8 8 7.6 8 10v3.5M12 2.5v3.2C12 8 8 7.6 8 10M5.8 11.5 8 13.7l2.2-2.2' }],
  rows: [{ d: 'M2.2 3.5h11.6M2.2 8h11.6M2.2 12.5h11.6' }],
  cards: [
    { d: box(2.3, 2.3, 4.8, 4.8, 1) },
    { d: box(8.9, 2.3, 4.8, 4.8, 1) },
    { d: box(2.3, 8.9, 4.8, 4.8, 1) },
    { d: box(8.9, 8.9, 4.8, 4.8, 1) },
  ],
  chart: [{ d: 'M2.5 13.5h11M4.3 11V8.5M8 11V3.5M11.7 11V6' }],
  rule: [{ d: 'M2.5 4h11M4.5 8h7M6.5 12h3' }],
  cite: [
    {
      d: 'M3 11.5c1.9-.4 2.6-1.6 2.6-3.4H3V4.5h3.8v3.8c0 2.6-1.3 4-3.3 4.5M9 11.5c1.9-.4 2.6-1.6 2.6-3.4H9V4.5h3.8v3.8c0 2.6-1.3 4-3.3 4.5',
    },
  ],
  pin: [{ d: 'M5.5 2.5h5M6.3 2.5v4L4.2 9.2h7.6L9.7 6.5v-4M8 9.2v4.6' }],
  pinned: [{ d: 'M5.5 2.5h5M6.3 2.5v4L4.2 9.2h7.6L9.7 6.5v-4Z', fill: true }, { d: 'M8 9.2v4.6' }],
  'star-full': [{ d: 'm8 2 1.8 3.8 4.1.5-3 2.8.8 4.1L8 11.2l-3.7 2 .8-4.1-3-2.8 4.1-.5Z', fill: true }],
  cube: [{ d: 'M8 1.9 13.3 5v6L8 14.1 2.7 11V5Z' }, { d: 'M8 8v6M8 8 2.8 5.1M8 8l5.2-2.9' }],
  cylinder: [
    {
      d: 'M3 3.9a5 1.9 0 1 0 10 0 5 1.9 0 1 0-10 0v8.2c0 1 2.2 1.9 5 1.9s5-.9 5-1.9V3.9M3 8c0 1 2.2 1.9 5 1.9S13 9 13 8',
    },
  ],
  window: [{ d: box(1.9, 2.9, 12.2, 10.2, 1.5) }, { d: 'M2 5.8h12M6.8 7.9v3l2.6-1.5Z' }],
  globe: [
    {
      d: 'M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0h12M8 2c1.9 1.7 2.7 3.7 2.7 6S9.9 12.3 8 14C6.1 12.3 5.3 10.3 5.3 8S6.1 3.7 8 2Z',
    },
  ],
  screen: [{ d: box(1.8, 3.5, 12.4, 9, 2.2) }, { d: 'm6.9 6.1 3 1.9-3 1.9Z', fill: true, width: 0 }],
  mark: [
    { d: 'M3.4 2.6 9.6 8l-6.2 5.4', width: 2 },
    { d: circle(11.6, 3.4, 1.5), fill: true, width: 0 },
    { d: circle(11.6, 12.6, 1.5), fill: true, width: 0 },
  ],
} as const satisfies Record<string, readonly Stroke[]>;

export type IconName = keyof typeof icons;

/** One glyph a tag kind; `auto` has none. */
export const glyphs = {
  task: [
    { d: circle(4, 4, 3.1), width: 1.5 },
    { d: circle(4, 4, 1), fill: true, width: 0 },
  ],
  method: [{ d: 'M4 .2 7.8 4 4 7.8 .2 4Z', fill: true, width: 0 }],
  bench: [{ d: 'M.4 4.6h1.9V8H.4ZM3.05 2.4h1.9V8h-1.9ZM5.7 0h1.9v8H5.7Z', fill: true, width: 0 }],
  model: [{ d: 'M4 .1 7.4 2.05v3.9L4 7.9 .6 5.95v-3.9Z', fill: true, width: 0 }],
  field: [{ d: 'M.5 1.2h7M.5 4h7M.5 6.8h4.5', width: 1.3 }],
  own: [{ d: 'M2.7 .4 2 7.6M6 .4 5.3 7.6M.5 2.7h7M.5 5.3h7', width: 1.2 }],
  auto: [],
} as const satisfies Record<string, readonly Stroke[]>;
