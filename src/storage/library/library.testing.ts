/** A library in memory, for tests: real Dexie over fake-indexeddb. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { CalendarDay } from '../../core/calendar-day.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import type { Moment } from './commands/once.ts';
import { type LibraryDb, openLibrary } from './database.ts';

export const memory = (indexedDB = new IDBFactory()) => ({ indexedDB, IDBKeyRange });

export const openMemory = (store = memory()): Promise<LibraryDb> => openLibrary(store);

let time = 1_764_000_000_000;
/** Later at each call. */
export const moment = (): Moment => ({ now: ++time, day: '2025-11-24' as CalendarDay }); // a real day

/** A request id of the form that the protocol demands. */
let requests = 0;
export function request(): string {
  requests += 1;
  return `request-${String(requests).padStart(12, '0')}`;
}

export const paper = (n: number, more: Partial<SaveInput> = {}): SaveInput => ({
  ids: [`arxiv:2511.${String(n).padStart(5, '0')}` as PaperId], // of the canonical form
  title: `A Paper about Subject Number ${n} and What Follows from It`,
  ...more,
});
