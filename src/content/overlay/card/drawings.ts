import type { LinkKind } from '../../../core/links/link.ts';
import { linkSigns } from '../drawings.ts';
import type { Drawing } from '../icons.ts';

/** Drawings that only the card needs. */
export const cross: Drawing = ['m4 4 8 8M12 4l-8 8'];
export const up: Drawing = ['M8 3.5 12.5 11h-9Z'];
export const talk: Drawing = ['M2.3 3.2h11.4v8H7.3L4.5 13.5v-2.3H2.3Z'];
export const copy: Drawing = ['M5.5 5.5h8v8h-8Z', 'M10.5 5.5v-3h-8v8h3'];
export const quote: Drawing = [
  '*M2.4 9.2V5.4A2.6 2.6 0 0 1 5 2.8h.6v1.7H5a1 1 0 0 0-1 1v.3h2.6v3.4ZM9.2 9.2V5.4a2.6 2.6 0 0 1 2.6-2.6h.6v1.7h-.6a1 1 0 0 0-1 1v.3h2.6v3.4Z',
];
export const panel: Drawing = ['M2 3h12v10H2ZM9.8 3v10'];
export const open: Drawing = ['M6.5 3H3v10h10V9.5M9 2.5h4.5V7M13.2 2.8 7.5 8.5'];

const page: Drawing = ['M9 1.9H4.5a1 1 0 0 0-1 1v10.2a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V5.4Z', 'M9 1.9v3.5h3.5'];

export const allLinkSigns: Readonly<Record<LinkKind, Drawing>> = {
  ...linkSigns,
  collection: page,
  archive: page,
  paper: page,
  web: linkSigns.project,
};
