import type { CalendarDay } from '../../core/calendar-day.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
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

/** `aliases(alias)`: ids and title keys of saved papers. */
export interface SavedAliasRow {
  readonly alias: string;
  readonly key: string;
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
  readonly steps: readonly unknown[];
  readonly at: number;
}

/** `outbox(++seq)`: what later leaves for targets. */
export interface OutboxRow {
  readonly seq: number;
  readonly kind: StateKind;
  readonly id: string;
}

/** `history(++id, [kind+ref])`: overwritten values. */
export interface HistoryRow {
  readonly id: number;
  readonly kind: StateKind;
  readonly ref: string;
  readonly field: string;
  readonly value: unknown;
  readonly stamp: string;
}

/** `device(key)`: `self` with the device id and clock; `schema`; `library` with the library's own id. */
export interface DeviceRow {
  readonly key: string;
  readonly value: unknown;
}

/** `settings(key)` */
export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}
