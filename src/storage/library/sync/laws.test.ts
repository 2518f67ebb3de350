/** Copies of a library in the browser's database over targets that misbehave, as src/sync/laws.test.ts plays them in memory. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askOf } from '../../../sync/couchdb/ask.testing.ts';
import { CouchDatabase } from '../../../sync/couchdb/couch-database.testing.ts';
import { couchTarget } from '../../../sync/couchdb/couch-target.ts';
import { MemoryPlace } from '../../../sync/memory-place.testing.ts';
import { lost, playWith, schedules, type World } from '../../../sync/replicas.testing.ts';
import { consistent } from '../consistent.testing.ts';
import { dexieCopy } from './dexie-copy.testing.ts';

const numRuns = process.env['SOAK'] ? 500 : 25;

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

function couch(): World {
  const database = new CouchDatabase();
  let restore: () => void = () => database.wipe();
  return {
    connect: (fails) => couchTarget('t', { url: 'http://couch/db', now: () => 0, ask: askOf(database, fails) }),
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

describe.each([
  ['segments that come late, twice and in pieces', segments],
  ['a CouchDB that is wiped, restored, split and rewound', couch],
] as const)('libraries in a database over %s', (_, world) => {
  test('SYNC 2: end equal, consistent, and no edit of a person is lost', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const played = await playWith(schedule, world(), (device, now, step) => dexieCopy(device, { now, step }));
        const contents = await Promise.all(played.replicas.map(({ store }) => store.contents()));
        for (const { text } of contents) expect(text).toBe(contents[0]?.text);
        expect(played.reports.map(({ state }) => state)).toEqual(played.replicas.map(() => 'synced'));
        const replicas = contents.map(({ history, states }) => ({
          store: { history, state: ({ kind, id }: { kind: string; id: string }) => states.get(`${kind} ${id}`) },
        }));
        expect(lost({ replicas, ops: played.ops })).toEqual([]);
        for (const { store } of played.replicas) {
          const db = await store.db();
          await consistent(db);
          db.close();
        }
      }),
      { numRuns },
    );
  }, 60_000);
});
