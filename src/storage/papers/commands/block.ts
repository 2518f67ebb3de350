import type { Entry } from '../../../core/entry.ts';
import type { Alias } from '../../../core/identity/paper-id.ts';
import { type EntryAliases, entryAliases, printOf } from '../aliases.ts';
import { CROWD } from '../cluster.ts';
import type { PapersDb } from '../database.ts';
import { isPrint } from '../prints.ts';
import type { AliasRow, EntryRow, PrintsRow } from '../rows.ts';

/**
 * Everything that a change of some entries can touch: all papers that share an id or title with them, directly or through others,
 * with all their entries. Within a block, papers are a pure function of the entries (cluster.ts).
 */
export interface Block {
  readonly entries: readonly EntryRow[];
  readonly pids: ReadonlySet<number>;
  readonly rows: ReadonlyMap<string, AliasRow>;
  /** Title keys that lead to so many papers that they say nothing; the block does not spread over them. */
  readonly crowded: ReadonlySet<string>;
}

/** Reads a block inside a transaction. New entries that nobody told of cost no read. */
export async function readBlock(
  db: PapersDb,
  segments: readonly PrintsRow[],
  seen: WeakMap<Entry, EntryAliases>,
  start: { readonly entries: readonly Entry[]; readonly pids: Iterable<number> },
): Promise<Block> {
  const rows = new Map<string, AliasRow>();
  const asked = new Set<string>();
  const crowded = new Set<string>();
  const pids = new Set<number>();
  const entries: EntryRow[] = [];
  let newPids = [...new Set(start.pids)];
  let newEntries = start.entries;
  while (newPids.length > 0 || newEntries.length > 0) {
    for (const pid of newPids) pids.add(pid);
    const read = newPids.length > 0 ? await db.entries.where('pid').anyOf(newPids).toArray() : [];
    entries.push(...read);
    const ties = [...newEntries, ...read.map((row) => row.entry)].flatMap((entry) => entryAliases(entry, seen).ties);
    newPids = [];
    newEntries = [];
    for (const row of await readAliases(db, segments, ties, asked)) {
      rows.set(row.alias, row);
      const led = [row.pid, ...(row.others ?? [])];
      if (led.length >= CROWD) crowded.add(row.alias);
      else newPids.push(...led.filter((pid) => !pids.has(pid)));
    }
    newPids = [...new Set(newPids)];
  }
  return { entries, pids, rows, crowded };
}

/** The rows of aliases not asked for yet; those without a fingerprint are not read. */
export async function readAliases(
  db: PapersDb,
  segments: readonly PrintsRow[],
  aliases: Iterable<Alias>,
  asked: Set<string>,
): Promise<readonly AliasRow[]> {
  const fresh: string[] = [];
  for (const alias of aliases) {
    if (asked.has(alias)) continue;
    asked.add(alias);
    if (isPrint(segments, printOf(alias))) fresh.push(alias);
  }
  if (fresh.length === 0) return [];
  return (await db.aliases.bulkGet(fresh)).filter((row) => row !== undefined);
}
