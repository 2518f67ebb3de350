import type { Edit } from '../../../core/library/actions.ts';
import { aliasesOf } from '../../../core/library/aliases.ts';
import { recordOf } from '../../../core/library/bib.ts';
import { type Stamper, stamper } from '../../../core/library/clock.ts';
import type { BibState, PaperState } from '../../../core/library/state.ts';
import { visible } from '../../../core/library/view.ts';
import type { LibraryDb } from '../database.ts';
import { packingDue, packPrints } from '../prints.ts';
import { rowOf } from '../row-of.ts';
import type { HistoryRow, SavedAliasRow, StateKind, StateRow } from '../rows.ts';
import type { Self } from '../self.ts';

/** The kinds of state that a saved paper consists of. */
interface States {
  readonly paper: PaperState;
  readonly bib: BibState;
}

/**
 * The states that one transaction reads and changes. Nothing is written before `flush`, which writes states, rows, aliases,
 * outbox, history and counts together.
 */
export class Session {
  readonly stamps: Stamper;
  readonly #db: LibraryDb;
  readonly #now: number;
  readonly #self: Self;
  readonly #stored = new Map<string, StateRow | undefined>();
  readonly #changed = new Map<string, StateRow>();
  readonly #history: HistoryRow[] = [];

  constructor(db: LibraryDb, self: Self, now: number) {
    this.#db = db;
    this.#self = self;
    this.#now = now;
    this.stamps = stamper(self.clock, now);
  }

  /** Reads states ahead, in one read. */
  async load(wanted: readonly (readonly [kind: StateKind, id: string])[]): Promise<void> {
    const missing = wanted.filter(([kind, id]) => !this.#stored.has(name(kind, id)));
    const rows = await this.#db.states.bulkGet(missing.map(([kind, id]) => [kind, id]));
    for (const [i, [kind, id]] of missing.entries()) this.#stored.set(name(kind, id), rows[i]);
  }

  /** The state as it is in this transaction; must have been loaded. */
  state(kind: StateKind, id: string): unknown {
    const key = name(kind, id);
    return (this.#changed.get(key) ?? this.#stored.get(key))?.state;
  }
  paper(id: string): PaperState | undefined {
    return this.state('paper', id) as States['paper'] | undefined; // put by commands only, or merged from states of this kind
  }
  bib(id: string): BibState | undefined {
    return this.state('bib', id) as States['bib'] | undefined; // as above
  }

  put(kind: StateKind, id: string, state: unknown): void {
    this.#changed.set(name(kind, id), { kind, id, state });
  }

  /** Keeps the values that edits replaced. */
  remember(ref: string, edits: readonly Edit[]): void {
    for (const { part, name: field, before } of edits) {
      if (before === undefined) continue;
      this.#history.push({ kind: 'paper', ref, field: `${part}.${field}`, value: before[0], stamp: before[1] });
    }
  }

  /** Writes everything. @returns the library's own row after it, and the keys of papers that changed */
  async flush(): Promise<{ readonly self: Self; readonly keys: readonly string[] }> {
    const db = this.#db;
    const rows = [...this.#changed.values()];
    const keys = [...new Set(rows.filter((r) => r.kind === 'paper' || r.kind === 'bib').map((r) => r.id))];
    await this.load(keys.flatMap((id) => [['paper', id] as const, ['bib', id] as const]));
    const { rows: aliases, last } = await this.#newAliases(keys);
    const shown = keys.map((key) => ({ key, row: rowOf(key, this.paper(key), this.bib(key)) }));
    const before = keys.filter((key) => {
      const old = this.#stored.get(name('paper', key))?.state as PaperState | undefined; // as in paper()
      return old !== undefined && visible(old);
    });
    let seq = this.#self.seq;
    await db.states.bulkPut(rows);
    await db.outbox.bulkPut(rows.map(({ kind, id }) => ({ kind, id, seq: ++seq })));
    await db.papers.bulkPut(shown.flatMap(({ row }) => (row === undefined ? [] : [row])));
    await db.papers.bulkDelete(shown.flatMap(({ key, row }) => (row === undefined ? [key] : [])));
    await db.aliases.bulkPut(aliases);
    await db.history.bulkAdd(this.#history);
    const created = rows.filter((row) => this.#stored.get(name(row.kind, row.id)) === undefined).length;
    const visibleNow = shown.filter(({ row }) => row !== undefined).length;
    let self: Self = {
      ...this.#self,
      clock: this.stamps.clock(),
      seq,
      writes: this.#self.writes + keys.length,
      papers: this.#self.papers - before.length + visibleNow,
      states: this.#self.states + created,
      aliases: last,
    };
    if (packingDue(self)) self = { ...self, packed: await packPrints(db, self) };
    await db.device.put({ key: 'self', value: self });
    return { self, keys };
  }

  get now(): number {
    return this.#now;
  }

  /** Rows of aliases that changed records have and the stored ones had not, and the number of the last alias. */
  async #newAliases(keys: readonly string[]): Promise<{ rows: readonly SavedAliasRow[]; last: number }> {
    const added = keys.flatMap((key) => {
      const [bib, stored] = [this.bib(key), this.#stored.get(name('bib', key))?.state as BibState | undefined]; // as in bib()
      if (bib === undefined || bib === stored) return [];
      const had = new Set<string>(stored === undefined ? [] : aliasesOf(recordOf(stored)));
      return aliasesOf(recordOf(bib)).flatMap((alias) => (had.has(alias) ? [] : [{ alias, key }]));
    });
    const rows = new Map<string, SavedAliasRow>();
    for (const row of await this.#db.aliases.bulkGet([...new Set(added.map(({ alias }) => alias))])) {
      if (row !== undefined) rows.set(row.alias, row);
    }
    let last = this.#self.aliases;
    const changed = new Map<string, SavedAliasRow>();
    for (const { alias, key } of added) {
      const row = changed.get(alias) ?? rows.get(alias);
      if (row?.keys.includes(key)) continue;
      if (row === undefined) last += 1;
      changed.set(alias, { alias, keys: [...(row?.keys ?? []), key], n: row?.n ?? last });
    }
    return { rows: [...changed.values()], last };
  }
}

const name = (kind: string, id: string): string => `${kind} ${id}`;
