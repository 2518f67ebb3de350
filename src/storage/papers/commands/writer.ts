import type { Entry } from '../../../core/entry.ts';
import { paperOf } from '../../../core/identity/merge-entries.ts';
import type { TextFacts } from '../../../core/tags/text-facts.ts';
import type { EntryAliases } from '../aliases.ts';
import { type PapersDb, refuseNewer } from '../database.ts';
import type { Tagger } from '../paper-row.ts';
import type { DigestRow, MetaRow, PrintsRow } from '../rows.ts';

/** What the one writer keeps in memory between batches. */
export interface Writer {
  readonly db: PapersDb;
  readonly tag: Tagger;
  /** Tags papers that will be written next, while the browser is busy writing others: a quarter of an ingest's time. */
  prime(entries: readonly Entry[]): void;
  readonly seen: WeakMap<Entry, EntryAliases>;
  /** Newest first. */
  segments: readonly PrintsRow[];
  /** The state that `segments` belongs to. */
  epoch: number;
  /** Chunks of search lines written since somebody last emptied this. */
  dirty: Set<number> | 'all';
}

/** @throws StoreError `newer` */
export function makeWriter(db: PapersDb, tag: Tagger): Writer {
  refuseNewer(db);
  const { tagger, prime } = primed(tag);
  return { db, tag: tagger, prime, seen: new WeakMap(), segments: [], epoch: -1, dirty: 'all' };
}

/** A tagger that remembers what it was asked before its time. */
function primed(tag: Tagger): { readonly tagger: Tagger; readonly prime: Writer['prime'] } {
  const known = new Map<string, ReturnType<Tagger>>();
  const keyOf = (facts: TextFacts): string => JSON.stringify(facts);
  const remember: Tagger = (facts) => {
    const tags = tag(facts);
    known.set(keyOf(facts), tags);
    return tags;
  };
  return {
    tagger: (facts) => (known.size > 0 ? known.get(keyOf(facts)) : undefined) ?? tag(facts),
    prime(entries) {
      known.clear();
      for (const entry of entries) paperOf([{ entry, digest: 0, weight: 0 }], remember);
    },
  };
}

export interface Counters {
  readonly epoch: number;
  readonly paper: number;
  readonly entry: number;
  readonly segment: number;
  readonly count: number;
}

const FIRST: Counters = { epoch: 0, paper: 1, entry: 1, segment: 1, count: 0 };
const NAMES = ['epoch', 'paper', 'entry', 'segment', 'count'] as const satisfies readonly (keyof Counters)[];

export async function readCounters(db: PapersDb): Promise<Counters> {
  const rows = await db.meta.bulkGet([...NAMES]);
  const counters = { ...FIRST };
  for (const [i, name] of NAMES.entries()) {
    const value = rows[i]?.value;
    if (typeof value === 'number') counters[name] = value;
  }
  return counters;
}

export const counterRows = (counters: Counters): readonly MetaRow[] =>
  NAMES.map((name) => ({ key: name, value: counters[name] }));

/** Brings the fingerprints in memory up to the store's state, inside a transaction. */
export async function refresh(writer: Writer, epoch: number): Promise<void> {
  if (writer.epoch === epoch) return;
  writer.segments = newestFirst(await writer.db.prints.toArray());
  writer.epoch = epoch;
  writer.dirty = 'all';
}

/** A chunk of search lines was written. */
export function soil(writer: Writer, chunk: number): void {
  if (writer.dirty !== 'all') writer.dirty.add(chunk);
}

export const newestFirst = (rows: readonly PrintsRow[]): readonly PrintsRow[] =>
  [...rows].sort((a, b) => b.segment - a.segment);

/** Digest rows by number, inside a transaction. */
export async function readDigests(db: PapersDb, ids: Iterable<number>): Promise<ReadonlyMap<number, DigestRow>> {
  const rows = await db.digests.bulkGet([...new Set(ids)]);
  return new Map(rows.flatMap((row): [number, DigestRow][] => (row === undefined ? [] : [[row.id, row]])));
}
