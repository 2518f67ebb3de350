import * as v from 'valibot';
import { CITED_AS, LONGEST_PATTERN } from '../core/citations/citation-settings.ts';
import { STATUSES } from '../core/library/status.ts';
import { LINK_KINDS, LINK_STATUSES } from '../core/links/link.ts';
import { BACKUPS } from '../core/settings.ts';
import { TAG_KINDS } from '../core/tags/tag.ts';

/** Shapes that calls share, with their limits. Text is bounded here once, so that no handler meets a surprise. */
export const MAX_QUERIES = 2_500;
export const MAX_TEXTS = 120;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

export const requestId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/));
export const id = v.pipe(
  v.string(),
  v.regex(/^(?:arxiv|doi|acl|openreview|pmid|pmcid|s2|s2corpus|dblp|pmlr):\S{1,300}$/),
);
export const ids = v.pipe(v.array(id), v.maxLength(12));
export const title = text(2_000);
export const calendarDay = day;
export const status = v.picklist(STATUSES);
export const format = v.picklist(['hf-page', 'hf-json', 'jsonl']);

export const query = v.strictObject({
  ids,
  title,
  authors: v.optional(v.pipe(v.array(text(300)), v.maxLength(20))),
  year: v.optional(count),
});

export const pageText = v.strictObject({
  ids,
  title,
  abstract: v.optional(text(20_000)),
  remark: v.optional(text(4_000)),
  categories: v.optional(v.pipe(v.array(text(40)), v.maxLength(20))),
  hrefs: v.optional(v.pipe(v.array(text(2_000)), v.maxLength(40))),
});

const link = v.strictObject({
  url: v.pipe(text(2_000), v.regex(/^https:\/\//)),
  kind: v.picklist(LINK_KINDS),
  status: v.picklist(LINK_STATUSES),
  label: text(300),
  key: v.optional(text(400)),
  evidence: v.strictObject({ source: v.picklist(['abstract', 'remark', 'title', 'digest']), text: text(400) }),
});

export const saveInput = v.strictObject({
  ids,
  title,
  authors: v.optional(v.pipe(v.array(text(300)), v.maxLength(5_000))),
  authorCount: v.optional(count),
  year: v.optional(count),
  date: v.optional(day),
  venue: v.optional(text(500)),
  categories: v.optional(v.pipe(v.array(text(40)), v.maxLength(40))),
  abstract: v.optional(text(20_000)),
  links: v.optional(v.pipe(v.array(link), v.maxLength(40))),
});

export const settings = v.strictObject({
  sitesOff: v.pipe(v.array(text(60)), v.maxLength(100)),
  keepListings: v.boolean(),
  notes: v.strictObject({
    kindsOff: v.pipe(v.array(v.picklist(TAG_KINDS)), v.maxLength(10)),
    links: v.boolean(),
    hints: v.boolean(),
    density: v.picklist(['cosy', 'compact']),
  }),
  // Pages of before have no such setting: theirs stays as it is.
  backup: v.optional(v.strictObject({ every: v.picklist(BACKUPS) })),
  citations: v.optional(v.strictObject({ style: v.picklist(CITED_AS), keyPattern: text(LONGEST_PATTERN) })),
});

export const nothing = v.strictObject({});
export const bounded = { text, count };
