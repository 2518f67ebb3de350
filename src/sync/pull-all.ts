import { effectOf, isHeavy } from './guard.ts';
import { type Fault, fault, type Outcome } from './outcome.ts';
import { waitAfter } from './patience.ts';
import type { Run } from './run.ts';
import type { Cursor, RemoteRecord } from './target.ts';

/** Reads a target's feed to its end. Each batch is committed with the cursor after it, so that whoever comes next goes on from there. */
export async function pullAll(run: Run): Promise<Outcome<void>> {
  const { target, store, signal } = run;
  const known = (names: Parameters<typeof store.tokens>[1]) => store.tokens(target.id, names);
  for (let tries = 1; ; tries++) {
    let at = (await store.memory(target.id))?.cursor;
    let failed: Fault | undefined;
    for await (const batch of target.pull(at, known, signal)) {
      if (!batch.ok) {
        failed = batch;
        break;
      }
      const { records, cursor, unread = 0 } = batch.value;
      await takeIn(run, records, cursor);
      run.tally.unreadable += unread;
      // Only what moves on counts as such: a server that always breaks off at the same place is given up.
      if (cursor !== undefined && cursor !== at) tries = 1;
      at = cursor ?? at;
      if (signal.aborted) break;
    }
    if (signal.aborted) return fault('cancelled');
    if (failed === undefined) return { ok: true, value: undefined };
    const given = await waitAfter(failed, tries, run.timer, signal);
    if (given !== undefined) return given;
  }
}

/** Takes records into the library; those that would delete or replace what a person sees are held back (guard.ts). */
export async function takeIn(run: Run, records: readonly RemoteRecord[], cursor?: Cursor): Promise<void> {
  const { store, target, tally } = run;
  const mine = await store.states(records);
  const heavy = records.map((record, i) => isHeavy(effectOf(record, mine[i])));
  const done = await store.commit(target.id, {
    merge: records.filter((_, i) => heavy[i] !== true),
    hold: records.filter((_, i) => heavy[i] === true),
    ...(cursor === undefined ? {} : { cursor }),
  });
  tally.pulled += records.length;
  tally.changed += done.changed;
  tally.unreadable += done.refused;
}
