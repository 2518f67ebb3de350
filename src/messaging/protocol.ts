import * as v from 'valibot';
import { LONGEST_NOTE } from '../core/library/edits.ts';
import type { CallName, Party } from './calls.ts';
import { libraryRules } from './library-rules.ts';
import * as l from './library-schemas.ts';
import * as s from './schemas.ts';
import { syncRules } from './sync-rules.ts';

/** Who sends: classified from what the browser says of the sender, never from the message. */
export type SenderClass = 'content' | 'page' | 'background' | 'engine';

export interface Rule {
  readonly to: Party;
  readonly from: readonly SenderClass[];
  readonly body: v.GenericSchema;
  /** Largest body as JSON text, in UTF-16 units. */
  readonly max: number;
}

const { text, count } = s.bounded;
const KB = 1_024;
const MB = 1_024 * KB;
const job = v.strictObject({ job: count });
const texts = v.strictObject({
  texts: v.pipe(v.array(s.pageText), v.maxLength(s.MAX_TEXTS)),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
});
const find = v.strictObject({
  text: text(500),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
});
const digests = v.union([v.literal('all'), v.pipe(v.array(count), v.maxLength(10_000))]);
const { staged } = l;

const anyone = ['content', 'page'] as const;
const pages = ['page'] as const;
const inside = ['page', 'background'] as const;

/** The table of calls: deny by default. A content script may look up, save, undo, harvest and report; nothing else. */
export const protocol = {
  'papers.lookup': {
    to: 'background',
    from: anyone,
    max: 4 * MB,
    body: v.strictObject({
      queries: v.pipe(v.array(s.query), v.maxLength(s.MAX_QUERIES)),
      full: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)),
    }),
  },
  'papers.rows': {
    to: 'background',
    from: anyone,
    max: MB,
    body: v.strictObject({ queries: v.pipe(v.array(s.query), v.maxLength(200)) }),
  },
  'papers.describe': {
    to: 'background',
    from: anyone,
    max: 4 * MB,
    body: v.strictObject({ texts: texts.entries.texts }),
  },
  'papers.hints': { to: 'background', from: anyone, max: 4 * MB, body: texts },
  'library.save': {
    to: 'background',
    from: anyone,
    max: 16 * MB,
    body: v.strictObject({
      request: s.requestId,
      papers: v.pipe(v.array(s.saveInput), v.minLength(1), v.maxLength(s.MAX_QUERIES)),
      status: v.optional(s.status),
    }),
  },
  'library.undo': {
    to: 'background',
    from: anyone,
    max: KB,
    body: v.strictObject({ request: s.requestId, undo: s.requestId }),
  },
  'digest.harvest': {
    to: 'background',
    from: ['content'],
    max: 16 * MB,
    body: v.strictObject({
      key: text(500),
      name: text(300),
      format: s.format,
      text: text(12 * MB),
      captured: v.optional(s.calendarDay),
    }),
  },
  'library.mark': {
    to: 'background',
    from: anyone,
    max: MB,
    body: v.strictObject({
      request: s.requestId,
      paper: s.saveInput,
      edits: v.pipe(v.array(l.harmlessEdit), v.maxLength(100)),
      note: v.optional(text(LONGEST_NOTE)),
    }),
  },
  'library.aside': {
    to: 'background',
    from: anyone,
    max: 16 * KB,
    body: v.strictObject({ query: s.query, cite: v.optional(v.picklist(['apa', 'ieee', 'acm', 'chicago'])) }),
  },
  'panel.open': { to: 'background', from: anyone, max: 16 * KB, body: v.strictObject({ query: s.query }) },
  'page.card': { to: 'background', from: ['content'], max: KB, body: s.nothing },
  'page.report': {
    to: 'background',
    from: ['content'],
    max: KB,
    body: v.strictObject({ site: text(60), mentions: count, known: count, changed: v.boolean() }),
  },

  ...libraryRules,
  ...syncRules,

  'digest.add': {
    to: 'background',
    from: pages,
    max: 32 * MB,
    body: v.strictObject({
      request: s.requestId,
      name: text(300),
      captured: v.optional(s.calendarDay),
      text: v.optional(text(24 * MB)),
      staged: v.optional(staged),
    }),
  },
  'digest.sample': { to: 'background', from: pages, max: KB, body: v.strictObject({ request: s.requestId }) },
  'digest.cancel': { to: 'background', from: pages, max: KB, body: job },
  'digest.forget': { to: 'background', from: pages, max: MB, body: v.strictObject({ request: s.requestId, digests }) },
  'sites.set': { to: 'background', from: pages, max: KB, body: v.strictObject({ site: text(60), on: v.boolean() }) },
  'settings.set': { to: 'background', from: pages, max: 64 * KB, body: v.strictObject({ settings: s.settings }) },
  'search.find': { to: 'background', from: pages, max: 4 * KB, body: find },
  'library.snapshot': { to: 'background', from: pages, max: KB, body: v.strictObject({ request: s.requestId }) },
  'library.restore': {
    to: 'background',
    from: pages,
    max: KB,
    body: v.strictObject({ request: s.requestId, name: v.optional(text(120)), staged: v.optional(staged) }),
  },
  'library.accept': { to: 'background', from: pages, max: KB, body: v.strictObject({ request: s.requestId }) },
  'library.health': { to: 'background', from: pages, max: KB, body: s.nothing },

  'engine.ingest': {
    to: 'engine',
    from: inside,
    max: 48 * MB,
    body: v.strictObject({
      request: s.requestId,
      name: text(300),
      key: v.optional(text(500)),
      format: v.optional(s.format),
      captured: v.optional(s.calendarDay),
      text: v.optional(text(24 * MB)),
      staged: v.optional(staged),
      kind: v.picklist(['added', 'listing']),
    }),
  },
  'engine.forget': { to: 'engine', from: inside, max: MB, body: v.strictObject({ request: s.requestId, digests }) },
  'engine.cancel': { to: 'engine', from: inside, max: KB, body: job },
  'engine.resume': { to: 'engine', from: inside, max: KB, body: s.nothing },
  'engine.hints': { to: 'engine', from: inside, max: 4 * MB, body: texts },
  'engine.find': { to: 'engine', from: inside, max: 4 * KB, body: find },
  'engine.libraryChanged': {
    to: 'engine',
    from: inside,
    max: MB,
    body: v.strictObject({ keys: v.pipe(v.array(text(400)), v.maxLength(s.MAX_QUERIES)) }),
  },

  'page.papers': { to: 'content', from: inside, max: KB, body: s.nothing },
  'page.switch': { to: 'content', from: inside, max: KB, body: v.strictObject({ on: v.boolean() }) },
  'page.refresh': { to: 'content', from: inside, max: KB, body: s.nothing },
  'page.show': { to: 'content', from: inside, max: KB, body: v.strictObject({ id: s.id }) },
} as const satisfies Record<CallName, Rule>;
