import * as v from 'valibot';
import { PLACE_KINDS } from '../core/sync/place.ts';
import * as l from './library-schemas.ts';
import type { Rule } from './protocol.ts';
import { bounded } from './schemas.ts';
import type { SyncEngineCalls, SyncPageCalls } from './sync-calls.ts';

/** Who may make the calls about sync, and their shapes. Secrets come from pages and go to the engine; no answer holds one. */

const { text } = bounded;
const KB = 1_024;

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/));
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(1e14));
const decision = v.optional(v.picklist(['apply', 'keep-mine']));

const settings = {
  kind: v.picklist(PLACE_KINDS),
  name: text(200),
  address: v.optional(text(2_000)),
  database: v.optional(text(300)),
  login: v.optional(text(300)),
  encrypted: v.boolean(),
  collection: v.optional(l.thingId),
  share: v.optional(v.picklist(['papers', 'everything'])),
  plainHttp: v.optional(v.literal(true)),
} as const;
const placeSettings = v.strictObject(settings);
const place = v.strictObject({ ...settings, id, paused: v.boolean(), addedAt: moment });
const secrets = v.strictObject({ password: v.optional(text(2_000)), passphrase: v.optional(text(2_000)) });
const draft = v.strictObject({ draft: v.strictObject({ id: v.optional(id), settings: placeSettings, secrets }) });
const ofPlace = v.strictObject({ id });
const reach = v.strictObject({ place: placeSettings, secrets });

const request = v.strictObject({
  at: moment,
  host: text(300),
  purpose: text(60),
  outcome: v.union([text(60), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999))]),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** Requests of one sync that are told; the log keeps no more. */
export const MOST_REQUESTS = 200;

const fromPage = { to: 'background', from: ['page'], max: 16 * KB } as const;
const toEngine = { to: 'engine', from: ['background'], max: 16 * KB } as const;

export const syncRules = {
  'sync.test': { ...fromPage, body: draft },
  'sync.preview': { ...fromPage, body: draft },
  'sync.add': { ...fromPage, body: v.strictObject({ place, secrets }) },
  'sync.change': {
    ...fromPage,
    body: v.strictObject({
      id,
      name: v.optional(text(200)),
      login: v.optional(text(300)),
      paused: v.optional(v.boolean()),
      secrets: v.optional(secrets),
    }),
  },
  'sync.remove': { ...fromPage, body: ofPlace },
  'sync.run': { ...fromPage, body: v.strictObject({ id: v.optional(id), decision }) },
  'sync.stop': { ...fromPage, body: ofPlace },
  'sync.held': { ...fromPage, body: ofPlace },
  'sync.writeBundle': { ...fromPage, body: ofPlace },
  'sync.readBundle': { ...fromPage, body: v.strictObject({ id, staged: l.staged, decision }) },

  'engine.sync': {
    ...toEngine,
    body: v.strictObject({ place, secrets, decision, staged: v.optional(l.staged) }),
  },
  'engine.syncStop': { ...toEngine, body: ofPlace },
  'engine.syncTest': { ...toEngine, body: reach },
  'engine.syncPreview': { ...toEngine, body: reach },
  'engine.syncHeld': { ...toEngine, body: ofPlace },
  'engine.writeBundle': { ...toEngine, body: v.strictObject({ place, secrets }) },
  'sync.ended': {
    to: 'background',
    from: ['engine'],
    max: 256 * KB,
    body: v.strictObject({
      id: v.optional(id),
      requests: v.pipe(v.array(request), v.maxLength(MOST_REQUESTS)),
    }),
  },
} as const satisfies Record<keyof SyncPageCalls | keyof SyncEngineCalls, Rule>;
