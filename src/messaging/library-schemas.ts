import * as v from 'valibot';
import { LONGEST_TAG, RATINGS } from '../core/library/edits.ts';
import { COLOURS } from '../core/library/things.ts';
import { EXPORT_FORMATS, REFERENCE_FORMATS } from './library-calls.ts';
import { bounded, status } from './schemas.ts';

/** Shapes of the calls about the library, with their limits. */

const { text, count } = bounded;

export const key = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
export const keys = (most: number) => v.pipe(v.array(key), v.maxLength(most));
export const tag = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_TAG));
export const thingId = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_TAG));
export const staged = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,80}$/));

/** Papers that one choice may name; a choice by query has no such bound. */
export const MOST_KEYS = 100_000;
/** Papers that are edited at once, without a job. */
export const FEW = 200;

export const listQuery = v.strictObject({
  text: text(1_000),
  shelf: v.picklist(['library', 'trash']),
  sort: v.picklist(['relevance', 'added', 'changed', 'title', 'year', 'status', 'rating', 'venue']),
  descending: v.boolean(),
});

export const choice = v.union([
  v.strictObject({ keys: keys(MOST_KEYS) }),
  v.strictObject({ query: listQuery, except: keys(MOST_KEYS) }),
]);

const harmless = [
  v.strictObject({ do: v.literal('status'), status }),
  v.strictObject({ do: v.literal('rating'), rating: v.picklist(RATINGS) }),
  v.strictObject({ do: v.literal('tag'), tag, on: v.boolean() }),
  v.strictObject({ do: v.literal('auto'), tag, on: v.boolean() }),
  v.strictObject({ do: v.literal('collection'), id: thingId, on: v.boolean() }),
] as const;
/** What a card in a page may do: nothing that takes a paper out. */
export const harmlessEdit = v.variant('do', harmless);
export const edit = v.variant('do', [
  ...harmless,
  v.strictObject({ do: v.literal('delete') }),
  v.strictObject({ do: v.literal('restore') }),
]);
export const edits = v.pipe(v.array(edit), v.minLength(1), v.maxLength(100));

export const when = v.strictObject({
  author: v.optional(text(200)),
  title: v.optional(text(200)),
  tag: v.optional(tag),
  category: v.optional(text(40)),
});
export const adds = v.strictObject({
  tags: v.pipe(v.array(tag), v.maxLength(20)),
  collection: v.optional(thingId),
});

const name = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200)));
const deleted = v.optional(v.boolean());
export const thingFields = v.variant('kind', [
  v.strictObject({ kind: v.literal('collection'), name, parent: v.optional(v.nullable(thingId)), deleted }),
  v.strictObject({ kind: v.literal('tag'), colour: v.optional(v.nullable(v.picklist(COLOURS))), deleted }),
  v.strictObject({
    kind: v.literal('rule'),
    name,
    on: v.optional(v.boolean()),
    when: v.optional(when),
    adds: v.optional(adds),
    deleted,
  }),
  v.strictObject({
    kind: v.literal('search'),
    name,
    text: v.optional(text(1_000)),
    order: v.optional(v.pipe(v.number(), v.finite())),
    deleted,
  }),
]);

export const referenceFormat = v.picklist(REFERENCE_FORMATS);
export const exportOptions = v.strictObject({
  format: v.picklist(EXPORT_FORMATS),
  keyPattern: v.optional(text(200)),
  abstracts: v.boolean(),
  notes: v.boolean(),
});
export const exportWords = v.strictObject({
  title: text(100),
  language: text(40),
  abstract: text(100),
  note: text(100),
});
export const importOptions = v.strictObject({
  tags: v.pipe(v.array(tag), v.maxLength(20)),
  collection: v.optional(thingId),
  status: v.optional(status),
  marks: v.boolean(),
});
export const place = v.strictObject({ query: listQuery, key });
export const window = (most: number) => ({
  query: listQuery,
  from: count,
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most)),
});
