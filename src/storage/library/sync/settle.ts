import { laneOf } from '../../../core/sync/lanes.ts';
import type { Settled } from '../../../sync/store.ts';
import type { LibraryDb } from '../database.ts';
import type { MarkRow } from '../rows.ts';
import { keyIn, memoryOf, nameOf, stateKey } from './keys.ts';
import { printOf, project, type Scope } from './scope.ts';

/** Notes what a target took and what waits, as `SyncStore.settle`. Inside a transaction. */
export async function settle(
  db: LibraryDb,
  target: string,
  { acked, waiting, upTo }: Settled,
  scope: Scope | undefined,
): Promise<void> {
  const memory = await memoryOf(db, target);
  const all = [...acked, ...waiting];
  const old = await db.marks.bulkGet(all.map((one) => keyIn(target, one)));
  const marks = new Map<string, MarkRow | undefined>(all.map((one, i) => [nameOf(one), old[i]]));
  const changes = await db.outbox.bulkGet(acked.map(stateKey));
  const states = scope === undefined ? [] : await db.states.bulkGet(acked.map(stateKey));
  for (const [i, one] of acked.entries()) {
    const { kind, id, seq, token } = one;
    const before = marks.get(nameOf(one));
    const wire = one.wire ?? before?.wire;
    const now = changes[i]?.seq;
    // What changed while it was on its way is due again, also where its turn has passed.
    const behind = now !== undefined && now > seq && now <= memory.pushed[laneOf(kind)];
    const sent = scope === undefined || now !== seq ? undefined : project(scope, kind, id, states[i]?.state);
    marks.set(nameOf(one), {
      target,
      kind,
      id,
      seq,
      ...(token === undefined ? {} : { token }),
      ...(wire === undefined ? {} : { wire }),
      ...(behind ? { why: 'behind' } : {}),
      ...(sent === undefined ? {} : { print: printOf(sent) }),
    });
  }
  for (const { kind, id, why } of waiting) {
    const { seq: _, ...before } = marks.get(nameOf({ kind, id })) ?? {};
    marks.set(nameOf({ kind, id }), { ...before, target, kind, id, seq: 0, why });
  }
  const rows = [...marks.values()].filter((row) => row !== undefined);
  if (rows.length > 0) await db.marks.bulkPut(rows);
  await db.memories.put({
    ...memory,
    pushed: upTo === undefined ? memory.pushed : { ...memory.pushed, [upTo.lane]: upTo.seq },
    unmarked: memory.unmarked || acked.some(({ seq }) => seq > 0),
  });
}
