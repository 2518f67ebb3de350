import Dexie from 'dexie';
import { type Stamp, type Stamper, stamper } from '../../../core/library/clock.ts';
import type { Edit } from '../../../core/library/draft.ts';
import type { Overwritten } from '../../../core/library/overwritten.ts';
import type { BibState, NoteState, PaperState } from '../../../core/library/state.ts';
import type { ThingState } from '../../../core/library/things.ts';
import { isPurged } from '../../../core/library/view.ts';
import type { LibraryDb } from '../database.ts';
import { packingDue, packPrints } from '../prints.ts';
import { type PaperStates, shelfOf, shelved } from '../row-of.ts';
import type { HistoryRow, OutboxRow, StateKind, StateRow } from '../rows.ts';
import type { Self } from '../self.ts';
import { followMerges } from './follow-merges.ts';
import { newAliases } from './new-aliases.ts';

/** What a flush wrote. */
export interface Flushed {
  /** The library's own row after it. */
  readonly self: Self;
  /** Papers that changed, in state, record or note. */
  readonly keys: readonly string[];
  /** States that changed, of whatever kind. */
  readonly changed: number;
  /** Their counts. */
  readonly outbox: readonly OutboxRow[];
}

const OF_PAPER: readonly string[] = ['paper', 'bib', 'note'] satisfies StateKind[];

/**
 * The states that one transaction reads and changes. Nothing is written before `flush`, which writes states, rows, aliases,
 * outbox, history and counts together.
 */
export class Session {
  readonly stamps: Stamper;
  readonly db: LibraryDb;
  /** ms since the epoch. */
  readonly now: number;
  readonly #transaction = Dexie.currentTransaction;
  readonly #self: Self;
  readonly #stored = new Map<string, StateRow | undefined>();
  readonly #changed = new Map<string, StateRow>();
  readonly #removed = new Map<string, readonly [kind: StateKind, id: string]>();
  readonly #history: HistoryRow[] = [];

  constructor(db: LibraryDb, self: Self, now: number) {
    this.db = db;
    this.#self = self;
    this.now = now;
    this.stamps = stamper(self.clock, now);
  }

  /** Reads states ahead, in one read. */
  async load(wanted: readonly (readonly [kind: StateKind, id: string])[]): Promise<void> {
    const missing = wanted.filter(([kind, id]) => !this.#stored.has(name(kind, id)));
    if (missing.length === 0) return;
    const rows = await this.db.states.bulkGet(missing.map(([kind, id]) => [kind, id]));
    for (const [i, [kind, id]] of missing.entries()) this.#stored.set(name(kind, id), rows[i]);
  }

  /** Reads all states of a kind of things ahead. @returns them as they are in this transaction */
  async loadAll(kind: StateKind): Promise<readonly { readonly id: string; readonly state: ThingState }[]> {
    const rows = await this.db.states.where('[kind+id]').between([kind, ''], [kind, '\uffff']).toArray();
    for (const row of rows) {
      const key = name(kind, row.id);
      if (!this.#stored.has(key)) this.#stored.set(key, row);
    }
    const ids = new Set(rows.map((row) => row.id));
    for (const row of this.#changed.values()) if (row.kind === kind) ids.add(row.id);
    return [...ids].map((id) => ({ id, state: this.state(kind, id) as ThingState })); // put by commands, or merged from states of this kind
  }

  /** The state as it is in this transaction; must have been loaded. */
  state(kind: StateKind, id: string): unknown {
    const key = name(kind, id);
    if (this.#removed.has(key)) return undefined;
    return (this.#changed.get(key) ?? this.#stored.get(key))?.state;
  }
  // Put by commands only, or merged from states of the kind; whoever reads them reads defensively.
  paper(id: string): PaperState | undefined {
    return this.state('paper', id) as PaperState | undefined;
  }
  bib(id: string): BibState | undefined {
    return this.state('bib', id) as BibState | undefined;
  }
  note(id: string): NoteState | undefined {
    return this.state('note', id) as NoteState | undefined;
  }
  thing(kind: StateKind, id: string): ThingState | undefined {
    return this.state(kind, id) as ThingState | undefined;
  }
  /** The state as it was before this transaction. */
  stored(kind: StateKind, id: string): unknown {
    return this.#stored.get(name(kind, id))?.state;
  }

  put(kind: StateKind, id: string, state: unknown): void {
    this.#removed.delete(name(kind, id));
    this.#changed.set(name(kind, id), { kind, id, state });
  }

  /** Removes a state for good. Only what is purged is ever removed. */
  remove(kind: StateKind, id: string): void {
    this.#changed.delete(name(kind, id));
    this.#removed.set(name(kind, id), [kind, id]);
  }

  /** Keeps the values that edits replaced. */
  remember(kind: StateKind, ref: string, edits: readonly Edit[]): void {
    for (const { part, name: field, before } of edits) {
      if (before === undefined) continue;
      this.#history.push({ kind, ref, field: `${part}.${field}`, value: before[0], stamp: before[1], at: this.now });
    }
  }
  /** Keeps a text of a note that was replaced. */
  rememberText(ref: string, text: string, stamp: Stamp): void {
    this.#history.push({ kind: 'note', ref, field: 'text', value: text, stamp, at: this.now });
  }
  /** Keeps what a merge replaced. */
  rememberLost(kind: StateKind, ref: string, lost: readonly Overwritten[]): void {
    for (const { field, value, stamp } of lost) this.#history.push({ kind, ref, field, value, stamp, at: this.now });
  }

  /**
   * Everything or nothing is written, so all of it must be in the transaction in which it was read. Dexie loses that one where code
   * waits more than a hundred times for nothing of the database, and would then write each part by itself.
   */
  #stayInside(): void {
    if (Dexie.currentTransaction !== this.#transaction) throw new Error('The transaction of this session was left.');
  }

  /** Writes everything. */
  async flush(): Promise<Flushed> {
    this.#stayInside();
    const { db } = this;
    const keys = this.#papers();
    const { stay, touched } = await followMerges(this, keys, this.#self.stay ?? []);
    const all = [...new Set([...keys, ...touched])];
    await this.load(all.flatMap((id) => [['paper', id] as const, ['bib', id] as const, ['note', id] as const]));
    const purged = await this.#purge(keys);
    this.#stayInside();
    const rows = [...this.#changed.values()];
    const { rows: aliases, last } = await newAliases(this, keys, this.#self.aliases);
    const { shown } = await this.#writeRows(all, new Set(this.#self.stay), new Set(stay));
    let seq = this.#self.seq;
    await db.states.bulkPut(rows);
    const outbox = rows.map(({ kind, id }) => ({ kind, id, seq: ++seq }));
    await db.outbox.bulkPut(outbox);
    if (aliases.length > 0) await db.aliases.bulkPut(aliases);
    const history = this.#history.filter(({ kind, ref }) => !(OF_PAPER.includes(kind) && purged.has(ref)));
    if (history.length > 0) await db.history.bulkAdd(history);
    const created = rows.filter((row) => this.#stored.get(name(row.kind, row.id)) === undefined).length;
    const removed = await this.#deleteRemoved();
    const { stay: _, ...before } = this.#self;
    let self: Self = {
      ...before,
      clock: this.stamps.clock(),
      seq,
      writes: before.writes + keys.length + rows.filter(({ kind }) => !OF_PAPER.includes(kind)).length,
      papers: before.papers + shown,
      states: before.states + created - removed,
      aliases: last,
      ...(stay.length === 0 ? {} : { stay }),
    };
    if (packingDue(self)) self = { ...self, packed: await packPrints(db, self) };
    await db.device.put({ key: 'self', value: self });
    return { self, keys: all, changed: rows.length + removed, outbox };
  }

  #papers(): readonly string[] {
    const touched = [...this.#changed.values()].map(({ kind, id }) => [kind, id] as const);
    const of = [...touched, ...this.#removed.values()].filter(([kind]) => OF_PAPER.includes(kind));
    return [...new Set(of.map(([, id]) => id))];
  }

  #statesOf = (key: string): PaperStates => ({ paper: this.paper(key), bib: this.bib(key), note: this.note(key) });

  /** Record, note and history of a paper that was deleted for good go with it. @returns the papers */
  async #purge(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const gone = keys.filter((key) => {
      const paper = this.paper(key);
      return paper !== undefined && isPurged(paper);
    });
    for (const key of gone) {
      for (const kind of ['bib', 'note'] as const) if (this.state(kind, key) !== undefined) this.remove(kind, key);
    }
    if (gone.length === 0) return new Set();
    await this.db.history
      .where('[kind+ref]')
      .anyOf(gone.flatMap((key) => OF_PAPER.map((kind) => [kind, key])))
      .delete();
    return new Set(gone);
  }

  /** @returns how many papers more than before are in the library */
  async #writeRows(keys: readonly string[], before: ReadonlySet<string>, stay: ReadonlySet<string>) {
    const changes = keys.map((key) => {
      const stored = this.stored('paper', key) as PaperState | undefined; // as in paper()
      const now = shelved(key, this.#statesOf(key), stay.has(key));
      return { key, was: shelfOf(stored, before.has(key)), now };
    });
    const left = (shelf: 'library' | 'trash') => (change: (typeof changes)[number]) =>
      change.was === shelf && change.now?.shelf !== shelf ? [change.key] : [];
    const { papers, trash } = this.db;
    await papers.bulkPut(changes.flatMap(({ now }) => (now?.shelf === 'library' ? [now.row] : [])));
    const [gone, restored] = [changes.flatMap(left('library')), changes.flatMap(left('trash'))];
    const deleted = changes.flatMap(({ now }) => (now?.shelf === 'trash' ? [now.row] : []));
    if (gone.length > 0) await papers.bulkDelete(gone);
    if (deleted.length > 0) await trash.bulkPut(deleted);
    if (restored.length > 0) await trash.bulkDelete(restored);
    const count = (on: 'was' | 'now'): number =>
      changes.filter((c) => (on === 'was' ? c.was : c.now?.shelf) === 'library').length;
    return { shown: count('now') - count('was') };
  }

  /** @returns how many states went */
  async #deleteRemoved(): Promise<number> {
    const gone = [...this.#removed].filter(([key]) => this.#stored.get(key) !== undefined).map(([, id]) => id);
    if (gone.length === 0) return 0;
    await this.db.states.bulkDelete(gone.map(([kind, id]) => [kind, id]));
    await this.db.outbox.bulkDelete(gone.map(([kind, id]) => [kind, id]));
    return gone.length;
  }
}

const name = (kind: string, id: string): string => `${kind} ${id}`;
