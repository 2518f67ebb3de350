import type { PapersDb } from '../database.ts';
import type { PrintsRow } from '../rows.ts';

interface Loaded {
  epoch: number;
  segments: readonly PrintsRow[];
  loading: Promise<void> | undefined;
}

const loaded = new WeakMap<PapersDb, Loaded>();

/**
 * The fingerprints of every alias, newest segment first, kept in memory: 8 bytes each. While nothing changed this costs one read of
 * the epoch; after a change only new segments are read.
 */
export async function currentPrints(db: PapersDb): Promise<readonly PrintsRow[]> {
  const memory = loaded.get(db) ?? { epoch: -1, segments: [], loading: undefined };
  loaded.set(db, memory);
  const epoch = epochOf(await db.meta.get('epoch'));
  if (epoch !== memory.epoch) {
    memory.loading ??= load(db, memory).finally(() => {
      memory.loading = undefined;
    });
    await memory.loading;
  }
  return memory.segments;
}

const epochOf = (row: { readonly value: unknown } | undefined): number =>
  typeof row?.value === 'number' ? row.value : 0;

async function load(db: PapersDb, memory: Loaded): Promise<void> {
  await db.transaction('r', db.meta, db.prints, async () => {
    const epoch = epochOf(await db.meta.get('epoch'));
    const numbers = await db.prints.toCollection().primaryKeys();
    const had = new Map(memory.segments.map((row) => [row.segment, row]));
    const fresh = await db.prints.bulkGet(numbers.filter((n) => !had.has(n)));
    for (const row of fresh) if (row !== undefined) had.set(row.segment, row);
    memory.segments = numbers.flatMap((n) => had.get(n) ?? []).sort((a, b) => b.segment - a.segment);
    memory.epoch = epoch;
  });
}
