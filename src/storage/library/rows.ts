import type { CalendarDay } from '../../core/calendar-day.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import type { Inverse } from '../../core/library/actions.ts';
import type { Status } from '../../core/library/status.ts';

/**
 * Rows of `scholion-library` (DESIGN.md 3): what the person made. Precious; strict durability; every effect is written in one
 * transaction with its request id, its undo and its outbox entry.
 */

/** Kinds of state; later issues fill the others. */
export type StateKind = 'paper' | 'bib' | 'note' | 'collection' | 'tag' | 'rule' | 'search';

/** `states([kind+id])`: registers with clocks (core/library), unknown fields kept. */
export interface StateRow {
  readonly kind: StateKind;
  readonly id: string;
  /** The merged state; its type is core/library's for the kind. */
  readonly state: unknown;
}

/** `papers(key, status, changed, *tags)`: the saved papers as lists show them; computed from states. */
export interface SavedRow {
  /** Strongest id, or title key. */
  readonly key: string;
  readonly ids: readonly PaperId[];
  readonly title: string;
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly year?: number;
  readonly date?: CalendarDay;
  readonly venue?: string;
  readonly status: Status;
  readonly tags: readonly string[];
  readonly hasCode: boolean;
  readonly since?: CalendarDay;
  /** ms since the epoch of the last change, for sorting only. */
  readonly changed: number;
}

/** `aliases(alias, n)`: ids and title keys of saved papers, also of those taken out. Never removed. */
export interface SavedAliasRow {
  readonly alias: string;
  /** Several where papers share a title. */
  readonly keys: readonly string[];
  /** Counts every alias ever added, so that a copy in memory catches up by reading only what is newer. */
  readonly n: number;
}

/** `prints(segment)`: one row, 0: sorted fingerprints of the aliases up to number `n`, so that a cold start reads one row. */
export interface SavedPrintsRow {
  readonly segment: number;
  readonly n: number;
  readonly prints: Float64Array;
}

/** `requests(id)`: what was answered, so that a retry has one effect. Kept 30 days. */
export interface RequestRow {
  readonly id: string;
  readonly reply: unknown;
  readonly at: number;
}

/** `undo(request)`: how to take an effect back, once. */
export interface UndoRow {
  readonly request: string;
  readonly steps: readonly UndoStep[];
  readonly at: number;
  /** Taken back; or, where the request itself was never seen, called off: it has no effect when it arrives late. */
  readonly done?: true;
}

export interface UndoStep {
  readonly key: string;
  readonly inverse: Inverse;
}

/** `outbox([kind+id], seq)`: what later leaves for targets; one row a record, its newest change. */
export interface OutboxRow {
  readonly seq: number;
  readonly kind: StateKind;
  readonly id: string;
}

/** `history(++id, [kind+ref], stamp)`: overwritten values, kept 90 days. */
export interface HistoryRow {
  /** Given by the store. */
  readonly id?: number;
  readonly kind: StateKind;
  readonly ref: string;
  readonly field: string;
  readonly value: unknown;
  readonly stamp: string;
}

/**
 * `device(key)`: `self` (see self.ts); `library`: the library's own random id; `schema`: version of the code that wrote it;
 * `frozen`: set while a loss is not settled, then nothing may be pushed to a target.
 */
export interface DeviceRow {
  readonly key: string;
  readonly value: unknown;
}

/** `settings(key)` */
export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}
