import { withEquivalents } from '../core/identity/order.ts';
import type { PaperId } from '../core/identity/paper-id.ts';
import { THING_KINDS } from '../core/library/things.ts';
import type { LibraryDb } from '../storage/library/database.ts';
import { LibraryFault } from '../storage/library/fault.ts';
import type { SavedRow, TrashRow } from '../storage/library/rows.ts';
import type { Self } from '../storage/library/self.ts';
import { titleAliases } from '../storage/papers/aliases.ts';
import { AliasPrints } from './library/alias-prints.ts';
import { rounds } from './library/rounds.ts';
import { RowTexts } from './library/row-texts.ts';
import { NO_THINGS, readThings, type Things } from './library/things.ts';

/**
 * The saved papers in the engine's memory, for lists, hints and search. Follows the library by its running number: while that stands, a
 * look costs one read; when it moved, what changed is read.
 */
export interface SavedCopy {
  readonly rows: ReadonlyMap<string, SavedRow>;
  readonly trash: ReadonlyMap<string, TrashRow>;
  readonly things: Things;
  /** The library's number of changes that the copy knows of. */
  readonly seq: number;
  /** Counts changes of the copy. */
  readonly version: number;
  /** What tells this library from another in its place: its copy's name and the version of its rows. Empty before the first look. */
  readonly origin: string;
  /** Keys of the saved papers that share an id or a deciding title with this one. */
  keysOf(paper: { readonly ids: readonly PaperId[]; readonly title: string }): readonly string[];
  /** Brings the copy up to date. @returns keys that changed, came or went since the last call of this `reader`, on either shelf */
  freshen(reader: string): Promise<ReadonlySet<string>>;
  /**
   * Of what the last call gave to `reader`: the keys whose record or note may have changed, which rows show in part only, and the number of
   * changes that it knew of.
   */
  lastNews(reader: string): { readonly records: ReadonlySet<string>; readonly seq: number };
  /** These changed: told by the background, to spare looking for them. */
  changed(keys: readonly string[]): void;
}

/** Rows read at once, so that no read holds up other calls for long. */
const BATCH = 2_000;

/** Changes that a reader has not been told of. */
interface News {
  keys: Set<string>;
  records: Set<string>;
}

/**
 * @param library runs a read on the library. Where that fails as expected (lost, blocked, newer …) the copy stays as it is: search and
 * hints go on with what is known
 */
export function savedCopy(library: <T>(read: (db: LibraryDb) => Promise<T>) => Promise<T>): SavedCopy {
  const rows = new RowTexts<SavedRow>();
  const trash = new RowTexts<TrashRow>();
  let things = NO_THINGS;
  /** Made when first asked for: lists do not need it. */
  let prints: AliasPrints | undefined;
  const told = new Set<string>();
  const readers = new Map<string, News>();
  const given = new Map<string, { readonly records: ReadonlySet<string>; readonly seq: number }>();
  /** The library's own figures when the copy was last brought up to date, and the version of its rows. */
  let self: Self | undefined;
  let made: unknown;
  /** Papers that the library counts and the copy has not, after every row was read: then the count is wrong. */
  let gap = 0;
  let version = 0;

  function note(key: string, record: boolean): void {
    version += 1;
    for (const news of readers.values()) {
      news.keys.add(key);
      if (record) news.records.add(key);
    }
  }

  function put(row: SavedRow): boolean {
    const before = prints && rows.get(row.key);
    if (!rows.put(row)) return false;
    if (before) prints?.remove(row.key, decidingAliases(before));
    prints?.add(row.key, decidingAliases(row));
    return true;
  }

  function remove(key: string): boolean {
    const before = prints && rows.get(key);
    if (before) prints?.remove(key, decidingAliases(before));
    return rows.remove(key);
  }

  async function catchUp(db: LibraryDb): Promise<void> {
    const [own, maker] = await db.device.bulkGet(['self', 'rows']);
    const now = own?.value as Self | undefined; // written by storage/library/self.ts alone
    if (now?.seq === self?.seq && now?.aliases === self?.aliases && maker?.value === made && told.size === 0) return;
    // Another library in its place, or one that lost what it had: nothing of the copy holds.
    const other = self !== undefined && (now?.clock.device !== self.clock.device || now.seq < self.seq);
    const asked = new Set(told);
    told.clear();
    // By number, not by time: a merge or restore brings changes that are older than what is here.
    const changes = self && !other ? await db.outbox.where('seq').above(self.seq).toArray() : [];
    const records = new Set(changes.flatMap(({ kind, id }) => (kind === 'bib' || kind === 'note' ? [id] : [])));
    for (const { id } of changes) asked.add(id);
    await readSome(db, [...asked], records);
    if (self === undefined || other || changes.some(({ kind }) => THING_KINDS.some((known) => known === kind))) {
      things = await readThings(db);
      version += 1;
    }
    // Rows made anew without a change of their own: after a loss, by a new version, or where a merge leads elsewhere.
    const redone = now?.seq === self?.seq && now?.aliases !== self?.aliases;
    const moved = JSON.stringify(now?.stay ?? []) !== JSON.stringify(self?.stay ?? []);
    if (other || redone || moved || maker?.value !== made || (now?.papers ?? 0) - rows.size !== gap) {
      await readAll(db, db.papers, rows, put, remove, other);
      await readAll(
        db,
        db.trash,
        trash,
        (row) => trash.put(row),
        (key) => trash.remove(key),
        other,
      );
      gap = (now?.papers ?? 0) - rows.size;
    }
    self = now;
    made = maker?.value;
  }

  async function readSome(db: LibraryDb, asked: readonly string[], records: ReadonlySet<string>): Promise<void> {
    for (let i = 0; i < asked.length; i += BATCH) {
      const some = asked.slice(i, i + BATCH);
      const kept = await db.papers.bulkGet(some);
      const missing = some.filter((_, n) => kept[n] === undefined);
      const deleted = new Map(missing.length === 0 ? [] : zipped(missing, await db.trash.bulkGet(missing)));
      for (const [n, key] of some.entries()) {
        const [row, gone] = [kept[n], deleted.get(key)];
        const moved = [row ? put(row) : remove(key), gone ? trash.put(gone) : trash.remove(key)];
        if (moved.includes(true) || records.has(key)) note(key, records.has(key));
      }
    }
  }

  /** Every row against the copy. @param all every one counts as changed, for records may differ where rows do not */
  async function readAll<T extends SavedRow>(
    db: LibraryDb,
    table: LibraryDb['papers'] | LibraryDb['trash'],
    copy: ReadonlyMap<string, T>,
    put: (row: T) => boolean,
    remove: (key: string) => boolean,
    all: boolean,
  ): Promise<void> {
    const there = new Set<string>();
    for (let last = ''; ; ) {
      const batch = (await db.table(table.name).where('key').above(last).limit(BATCH).toArray()) as T[]; // rows of that table
      for (const row of batch) {
        there.add(row.key);
        if (put(row) || all) note(row.key, true);
      }
      const end = batch.at(-1);
      if (end === undefined || batch.length < BATCH) break;
      last = end.key;
    }
    for (const key of [...copy.keys()]) if (!there.has(key) && remove(key)) note(key, true);
  }

  const allPrints = (): AliasPrints => {
    const all = new AliasPrints();
    for (const [key, row] of rows) all.add(key, decidingAliases(row));
    return all;
  };

  const fresh = (): News => ({ keys: new Set([...rows.keys(), ...trash.keys()]), records: new Set() });

  const follow = rounds(async () => {
    try {
      await library(catchUp);
    } catch (error) {
      if (!(error instanceof LibraryFault)) throw error;
    }
  });
  return {
    rows,
    trash,
    get things() {
      return things;
    },
    get seq() {
      return self?.seq ?? 0;
    },
    get version() {
      return version;
    },
    get origin() {
      return self === undefined ? '' : `${self.clock.device} ${String(made)}`;
    },
    keysOf: (paper) => {
      const all = prints ?? allPrints();
      prints = all;
      return [...new Set(decidingAliases(paper).flatMap((alias) => all.at(alias)))];
    },
    changed: (some) => {
      for (const key of some) told.add(key);
    },
    async freshen(reader) {
      if (!readers.has(reader)) readers.set(reader, fresh());
      await follow();
      const news = readers.get(reader) ?? fresh();
      readers.set(reader, { keys: new Set(), records: new Set() });
      given.set(reader, { records: news.records, seq: self?.seq ?? 0 });
      return news.keys;
    },
    lastNews: (reader) => given.get(reader) ?? { records: new Set(), seq: 0 },
  };
}

const zipped = <T>(keys: readonly string[], values: readonly T[]): (readonly [string, T | undefined])[] =>
  keys.map((key, i) => [key, values[i]] as const);

/** Ids, and the title where it decides by itself. */
function decidingAliases({
  ids,
  title,
}: {
  readonly ids: readonly PaperId[];
  readonly title: string;
}): readonly string[] {
  const { key } = titleAliases(title);
  return [...withEquivalents(ids), ...(key === undefined ? [] : [key])];
}
