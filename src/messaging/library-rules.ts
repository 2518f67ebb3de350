import * as v from 'valibot';
import { LONGEST_NOTE } from '../core/library/edits.ts';
import type { LibraryEngineCalls, LibraryPageCalls } from './library-calls.ts';
import * as l from './library-schemas.ts';
import type { Rule } from './protocol.ts';
import { bounded, nothing, requestId } from './schemas.ts';

/** Who may make the calls about the library, and their shapes. */

const { text, count } = bounded;
const KB = 1_024;
const MB = 1_024 * KB;
const request = requestId;

const bodies = {
  list: v.strictObject({ ...l.window(200), facets: v.boolean() }),
  keys: v.strictObject(l.window(50_000)),
  place: l.place,
  bulk: v.strictObject({ request, choice: l.choice, edits: l.edits }),
  retag: v.strictObject({
    request,
    from: v.pipe(v.array(l.tag), v.minLength(1), v.maxLength(1_000)),
    to: v.nullable(l.tag),
  }),
  runRules: v.strictObject({
    request,
    rules: v.union([v.literal('all'), v.pipe(v.array(l.thingId), v.maxLength(1_000))]),
  }),
  previewRule: v.strictObject({ when: l.when, adds: l.adds }),
  duplicates: nothing,
  cancelJob: v.strictObject({ job: count }),
  dismissJob: v.strictObject({ job: count }),
  previewImport: v.strictObject({ staged: l.staged, name: text(300), format: v.optional(l.referenceFormat) }),
  import: v.strictObject({
    request,
    staged: l.staged,
    name: text(300),
    format: v.optional(l.referenceFormat),
    options: l.importOptions,
  }),
  export: v.strictObject({ request, choice: l.choice, options: l.exportOptions }),
  charts: nothing,
  graph: v.strictObject({
    around: v.optional(l.key),
    query: v.optional(l.listQuery),
    limit: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(200)),
  }),
} as const;

/** A choice may name very many papers. */
const LARGE = 48 * MB;
const fromPage = { to: 'background', from: ['page'] } as const;
const toEngine = { to: 'engine', from: ['page', 'background'] } as const;

export const libraryRules = {
  'library.list': { ...fromPage, max: 8 * KB, body: bodies.list },
  'library.keys': { ...fromPage, max: 8 * KB, body: bodies.keys },
  'library.place': { ...fromPage, max: 8 * KB, body: bodies.place },
  'library.edit': {
    ...fromPage,
    max: MB,
    body: v.strictObject({ request, keys: l.keys(l.FEW), edits: l.edits }),
  },
  'library.bulk': { ...fromPage, max: LARGE, body: bodies.bulk },
  'library.note': {
    ...fromPage,
    max: MB,
    body: v.strictObject({ request, key: l.key, text: text(LONGEST_NOTE) }),
  },
  'library.thing': {
    ...fromPage,
    max: 64 * KB,
    body: v.strictObject({ request, id: l.thingId, fields: l.thingFields }),
  },
  'library.retag': { ...fromPage, max: MB, body: bodies.retag },
  'library.runRules': { ...fromPage, max: MB, body: bodies.runRules },
  'library.previewRule': { ...fromPage, max: 8 * KB, body: bodies.previewRule },
  'library.mergePapers': { ...fromPage, max: 4 * KB, body: v.strictObject({ request, keep: l.key, drop: l.key }) },
  'library.duplicates': { ...fromPage, max: KB, body: nothing },
  'library.purge': {
    ...fromPage,
    max: LARGE,
    body: v.strictObject({ request, keys: v.union([v.literal('all'), l.keys(l.MOST_KEYS)]) }),
  },
  'library.cancelJob': { ...fromPage, max: KB, body: bodies.cancelJob },
  'library.dismissJob': { ...fromPage, max: KB, body: bodies.dismissJob },
  'library.previewImport': { ...fromPage, max: 4 * KB, body: bodies.previewImport },
  'library.import': { ...fromPage, max: 64 * KB, body: bodies.import },
  'library.export': { ...fromPage, max: LARGE, body: bodies.export },
  'library.charts': { ...fromPage, max: KB, body: nothing },
  'library.graph': { ...fromPage, max: 8 * KB, body: bodies.graph },
  'library.backup': {
    ...fromPage,
    max: KB,
    body: v.strictObject({ request, to: v.picklist(['file', 'downloads']) }),
  },
  'library.previewRestore': {
    ...fromPage,
    max: KB,
    body: v.strictObject({ name: v.optional(text(120)), staged: v.optional(l.staged) }),
  },
  'zotero.state': { ...fromPage, max: KB, body: nothing },
  'zotero.send': { ...fromPage, max: LARGE, body: v.strictObject({ request, choice: l.choice }) },

  'library.written': {
    to: 'background',
    from: ['engine'],
    max: LARGE,
    body: v.strictObject({ keys: l.keys(l.MOST_KEYS) }),
  },
  'engine.list': { ...toEngine, max: 8 * KB, body: bodies.list },
  'engine.keys': { ...toEngine, max: 8 * KB, body: bodies.keys },
  'engine.place': { ...toEngine, max: 8 * KB, body: bodies.place },
  'engine.bulk': { ...toEngine, max: LARGE, body: bodies.bulk },
  'engine.retag': { ...toEngine, max: MB, body: bodies.retag },
  'engine.runRules': { ...toEngine, max: MB, body: bodies.runRules },
  'engine.previewRule': { ...toEngine, max: 8 * KB, body: bodies.previewRule },
  'engine.duplicates': { ...toEngine, max: KB, body: nothing },
  'engine.cancelJob': { ...toEngine, max: KB, body: bodies.cancelJob },
  'engine.dismissJob': { ...toEngine, max: KB, body: bodies.dismissJob },
  'engine.previewImport': { ...toEngine, max: 4 * KB, body: bodies.previewImport },
  'engine.import': { ...toEngine, max: 64 * KB, body: bodies.import },
  'engine.export': {
    ...toEngine,
    max: LARGE,
    body: v.strictObject({ ...bodies.export.entries, words: v.optional(l.exportWords) }),
  },
  'engine.charts': { ...toEngine, max: KB, body: nothing },
  'engine.graph': { ...toEngine, max: 8 * KB, body: bodies.graph },
  'engine.fileUrl': {
    to: 'engine',
    from: ['background'],
    max: KB,
    body: v.strictObject({ staged: l.staged, type: text(100) }),
  },
  'engine.undoJob': { ...toEngine, max: KB, body: v.strictObject({ request, undo: requestId }) },
} as const satisfies Record<keyof LibraryPageCalls | keyof LibraryEngineCalls, Rule>;
