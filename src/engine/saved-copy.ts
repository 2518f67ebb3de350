import { withEquivalents } from '../core/identity/order.ts';
import type { PaperId } from '../core/identity/paper-id.ts';
import type { LibraryDb } from '../storage/library/database.ts';
import { LibraryFault } from '../storage/library/fault.ts';
import { savedByKey } from '../storage/library/queries/papers.ts';
import type { SavedRow } from '../storage/library/rows.ts';
import { readSelf, type Self } from '../storage/library/self.ts';
import { titleAliases } from '../storage/papers/aliases.ts';

/**
 * The saved papers in the engine's memory, for hints and search. Follows the library by its running number: while that stands, a
 * look costs one read; when it moved, what changed is read.
 */
export interface SavedCopy {
  readonly rows: ReadonlyMap<string, SavedRow>;
  /** Keys of the saved papers that share an id or a deciding title with this one. */
  keysOf(paper: { readonly ids: readonly PaperId[]; readonly title: string }): readonly string[];
  /** Brings the copy up to date. @returns keys that changed, came or went since the last call of this `reader` */
  freshen(reader: string): Promise<ReadonlySet<string>>;
  /** These changed: told by the background, to spare looking for them. */
  changed(keys: readonly string[]): void;
}

/**
 * @param library runs a read on the library. Where that fails as expected (lost, blocked, newer …) the copy stays as it is: search and
 * hints go on with what is known
 */
export function savedCopy(library: <T>(read: (db: LibraryDb) => Promise<T>) => Promise<T>): SavedCopy {
  const rows = new Map<string, SavedRow>();
  const keys = new Map<string, Set<string>>();
  const told = new Set<string>();
  const readers = new Map<string, Set<string>>();
  /** The library's own figures when the copy was last brought up to date. */
  let self: Self | undefined;

  function set(key: string, row: SavedRow | undefined): void {
    const before = rows.get(key);
    for (const alias of before ? aliasesOf(before) : []) keys.get(alias)?.delete(key);
    if (row === undefined) rows.delete(key);
    else {
      rows.set(key, row);
      for (const alias of aliasesOf(row)) keys.set(alias, (keys.get(alias) ?? new Set()).add(key));
    }
    for (const changed of readers.values()) changed.add(key);
  }

  async function catchUp(db: LibraryDb): Promise<void> {
    const now = await readSelf(db);
    if (now?.seq === self?.seq && now?.aliases === self?.aliases && told.size === 0) return;
    // Another library in its place, or one that lost what it had: nothing of the copy holds.
    const other = self !== undefined && (now?.clock.device !== self.clock.device || now.seq < self.seq);
    const asked = new Set(told);
    told.clear();
    // By number, not by time: a merge or restore brings changes that are older than what is here.
    for (const { id } of self && !other ? await db.outbox.where('seq').above(self.seq).toArray() : []) asked.add(id);
    const found = await savedByKey(db, [...asked]);
    for (const [i, key] of [...asked].entries()) if (found[i] !== undefined || rows.has(key)) set(key, found[i]);
    const rebuilt = now?.seq === self?.seq && now?.aliases !== self?.aliases; // rows made anew, without a change of their own
    if (other || rebuilt || (await db.papers.count()) !== rows.size) await compare(db, other);
    self = now;
  }

  /** Every row against the copy. @param all every one counts as changed, for records may differ where rows do not */
  async function compare(db: LibraryDb, all: boolean): Promise<void> {
    const there = new Map((await db.papers.toArray()).map((row) => [row.key, row]));
    for (const key of [...rows.keys()]) if (!there.has(key)) set(key, undefined);
    for (const [key, row] of there) if (all || JSON.stringify(rows.get(key)) !== JSON.stringify(row)) set(key, row);
  }

  let under: Promise<void> | undefined;
  return {
    rows,
    keysOf: (paper) => [...new Set(aliasesOf(paper).flatMap((alias) => [...(keys.get(alias) ?? [])]))],
    changed: (some) => {
      for (const key of some) told.add(key);
    },
    async freshen(reader) {
      if (!readers.has(reader)) readers.set(reader, new Set(rows.keys()));
      under ??= library(catchUp)
        .catch((error: unknown) => {
          if (!(error instanceof LibraryFault)) throw error;
        })
        .finally(() => {
          under = undefined;
        });
      await under;
      const changed = readers.get(reader) ?? new Set();
      readers.set(reader, new Set());
      return changed;
    },
  };
}

const aliasesOf = (paper: { readonly ids: readonly PaperId[]; readonly title: string }): readonly string[] => {
  const { key } = titleAliases(paper.title);
  return [...withEquivalents(paper.ids), ...(key === undefined ? [] : [key])];
};
