/** Copies of a library in the browser's database over targets that misbehave, as src/sync/laws.test.ts plays them in memory. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lost, playWith, schedules } from '../../../sync/replicas.testing.ts';
import { WORLDS } from '../../../sync/worlds.testing.ts';
import { consistent } from '../consistent.testing.ts';
import { dexieCopy } from './dexie-copy.testing.ts';

const numRuns = process.env['SOAK'] ? 500 : 12;

describe.each(WORLDS)('libraries in a database over %s', (_, world) => {
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
  }, 600_000);
});
