/**
 * Three to five copies of a library over one target, random schedules, wrong clocks, cut requests, killed workers, a target that misbehaves.
 * 300 seeds over each kind of target; SOAK: 10,000.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lost, type Played, play, schedules } from './replicas.testing.ts';
import { WORLDS } from './worlds.testing.ts';

const numRuns = process.env['SOAK'] ? 10_000 : 300;

/** After everything was calm for a while: equal everywhere, "synced", and nothing lost. */
function judge(played: Played): void {
  const [first, ...others] = played.replicas.map(({ store }) => store.text());
  for (const other of others) expect(other).toBe(first);
  expect(played.reports.map(({ state }) => state)).toEqual(played.replicas.map(() => 'synced'));
  expect(lost(played)).toEqual([]);
  for (const { store } of played.replicas) {
    for (const { state, name } of store.library.values()) {
      if (name.kind !== 'note') expect(state['newer']).toEqual({ part: { deep: [name.id, 1] } });
    }
  }
}

describe.each(WORLDS)('copies of a library over %s', (_, world) => {
  test('2, 3, 4, 5, 6, 7, 8, 10, 12, 18, 23, 24, 25, 26, D10, D11, D13: end equal, and no edit of a person is lost', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        judge(await play(schedule, world()));
      }),
      { numRuns },
    );
  });
});
