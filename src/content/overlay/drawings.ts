import type { Status } from '../../core/library/status.ts';
import type { LinkKind } from '../../core/links/link.ts';
import type { TagKind } from '../../core/tags/tag.ts';
import type { Drawing } from './icons.ts';

/** The drawings of a note; card/drawings.ts has those that only the card needs. */
const bookmark = 'M4 2.75h8a.75.75 0 0 1 .75.75v10L8 10.6 3.25 13.5v-10A.75.75 0 0 1 4 2.75Z';

export const mark: Drawing = [
  '2 M3.4 2.6 9.6 8l-6.2 5.4',
  '*M10.1 3.4a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0Z',
  '*M10.1 12.6a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0Z',
];
export const near: Drawing = ['M2.5 6.3c1.8-2 3.6-2 5.5-.3s3.7 1.7 5.5-.3M2.5 10.7c1.8-2 3.6-2 5.5-.3s3.7 1.7 5.5-.3'];

/** How full the bookmark is says where the paper stands in the library. */
export const bookmarks: Readonly<Record<Status | 'none', Drawing>> = {
  none: [bookmark],
  'to-read': [bookmark, `*${bookmark}`],
  reading: [bookmark, '*M3.25 8h9.5v5.5L8 10.6l-4.75 2.9Z'],
  read: [bookmark, 'm5.7 6.6 1.7 1.6 3-3.2'],
  aside: [bookmark, 'M5.8 6.5h4.4'],
};

export const glyphs: Readonly<Record<Exclude<TagKind, 'auto'>, Drawing>> = {
  task: ['1.5 M.9 4a3.1 3.1 0 1 0 6.2 0A3.1 3.1 0 1 0 .9 4Z', '*M3 4a1 1 0 1 0 2 0 1 1 0 1 0-2 0Z'],
  method: ['*M4 .2 7.8 4 4 7.8.2 4Z'],
  bench: ['*M.4 4.6h1.9V8H.4ZM3.05 2.4h1.9V8h-1.9ZM5.7 0h1.9v8H5.7Z'],
  model: ['*M4 .1 7.4 2.05v3.9L4 7.9.6 5.95v-3.9Z'],
  field: ['1.3 M.5 1.2h7M.5 4h7M.5 6.8h4.5'],
  own: ['1.2 M2.7.4 2 7.6M6 .4 5.3 7.6M.5 2.7h7M.5 5.3h7'],
};

/** Kinds of link that are worth a place in a note. */
export type NoteLinkKind = Extract<LinkKind, 'code' | 'model' | 'dataset' | 'demo' | 'project' | 'video'>;

export const linkSigns: Readonly<Record<NoteLinkKind, Drawing>> = {
  code: ['M5.2 4.5 1.9 8l3.3 3.5M10.8 4.5 14.1 8l-3.3 3.5M9.1 3.2 6.9 12.8'],
  model: ['M8 1.9 13.3 5v6L8 14.1 2.7 11V5Z', 'M8 8v6M8 8 2.8 5.1M8 8l5.2-2.9'],
  dataset: [
    'M3 3.9a5 1.9 0 1 0 10 0 5 1.9 0 1 0-10 0v8.2c0 1 2.2 1.9 5 1.9s5-.9 5-1.9V3.9M3 8c0 1 2.2 1.9 5 1.9S13 9 13 8',
  ],
  demo: [
    'M3.4 2.9h9.2a1.5 1.5 0 0 1 1.5 1.5v7.2a1.5 1.5 0 0 1-1.5 1.5H3.4a1.5 1.5 0 0 1-1.5-1.5V4.4a1.5 1.5 0 0 1 1.5-1.5Z',
    'M2 5.8h12M6.8 7.9v3l2.6-1.5Z',
  ],
  project: [
    'M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0h12M8 2c1.9 1.7 2.7 3.7 2.7 6S9.9 12.3 8 14C6.1 12.3 5.3 10.3 5.3 8S6.1 3.7 8 2Z',
  ],
  video: [
    'M4 3.5h8a2.2 2.2 0 0 1 2.2 2.2v4.6a2.2 2.2 0 0 1-2.2 2.2H4a2.2 2.2 0 0 1-2.2-2.2V5.7A2.2 2.2 0 0 1 4 3.5Z',
    '*m6.9 6.1 3 1.9-3 1.9Z',
  ],
};
