import type { Sealing } from './blob/codec.ts';
import { MemoryBlobs, plainPlace } from './blob/memory-blob.testing.ts';
import { segmentTarget } from './blob/segment-target.ts';
import { askOf } from './couchdb/ask.testing.ts';
import type { DocumentSealing } from './couchdb/codec.ts';
import { CouchDatabase } from './couchdb/couch-database.testing.ts';
import { couchTarget } from './couchdb/couch-target.ts';
import { MemoryPlace } from './memory-place.testing.ts';
import type { World } from './replicas.testing.ts';

/** Places with what befalls them, for schedules that are played over each (replicas.testing.ts). */

function segments(): World {
  const place = new MemoryPlace();
  return {
    connect: (fails, chance) => place.target('t', fails, chance),
    accident: (pick) => {
      if (pick % 3 === 0) place.wipe();
    },
    heal: () => {
      place.honest = true;
    },
  };
}

/** @param sealing how the files are sealed: plain without one */
export function folder(sealing?: () => Sealing, blobs = new MemoryBlobs()): World {
  let restore: () => void = () => blobs.wipe();
  return {
    connect: (fails, chance) => segmentTarget('t', blobs.target(fails, chance), plainPlace(3, sealing?.())),
    accident: (pick) => {
      const what = pick % 8;
      if (what === 0) blobs.wipe();
      else if (what === 1) restore = blobs.backup();
      else if (what === 2) restore();
      else if (what === 3) blobs.manners = { truncates: 0.1, silent: 0.1 };
      else if (what === 4) blobs.manners = { lags: 0.1, sizeless: true };
      else if (what === 5) blobs.manners = { caseless: true, silent: 0.05 };
      else if (what === 6) blobs.manners = { overwrites: true, truncates: 0.05, lags: 0.05 };
      else blobs.manners = {};
    },
    heal: () => {
      blobs.manners = {};
    },
  };
}

/** @param sealing how documents are encrypted: not at all without one */
export function couch(sealing?: () => DocumentSealing, database = new CouchDatabase()): World {
  let restore: () => void = () => database.wipe();
  return {
    connect: (fails) =>
      couchTarget('t', { url: 'http://couch/db', now: () => 0, ask: askOf(database, fails) }, sealing?.()),
    accident: (pick, chance) => {
      const what = pick % 6;
      if (what === 0) database.wipe();
      else if (what === 1) restore = database.backup();
      else if (what === 2) restore();
      else if (what === 3) database.rewind = pick % 7;
      else if (what === 4) database.judge = () => (chance() < 0.3 ? 'split' : undefined);
      else database.judge = () => (chance() < 0.1 ? { error: 'timeout', reason: 'quorum' } : undefined);
    },
    heal: () => {
      database.judge = () => undefined;
    },
  };
}

export const WORLDS = [
  ['segments that come late, twice and in pieces', segments],
  [
    'SYNC 33, 34, 36, 39, 43, 44: a folder that overwrites, cuts, lags, does not answer, is wiped and restored',
    () => folder(),
  ],
  ['a CouchDB that is wiped, restored, split and rewound', () => couch()],
] as const;
