/**
 * Saved papers for the measures of lists: real papers of both corpora, with tags, statuses, collections, stars and dates drawn by a seed.
 * The rows are made by the library's own computation when they are asked for, so that what is measured in memory is the engine's alone.
 */

import type { CalendarDay } from '../../src/core/calendar-day.ts';
import type { PaperId } from '../../src/core/identity/paper-id.ts';
import { addToRecord } from '../../src/core/library/bib.ts';
import type { Stamp } from '../../src/core/library/clock.ts';
import type { BibState, PaperState } from '../../src/core/library/state.ts';
import { newPaperState } from '../../src/core/library/state.ts';
import { STATUSES } from '../../src/core/library/status.ts';
import type { SearchDoc } from '../../src/core/search/index-of.ts';
import type { LibraryDb } from '../../src/storage/library/database.ts';
import { shelved } from '../../src/storage/library/row-of.ts';
import type { SavedRow } from '../../src/storage/library/rows.ts';
import { seededRandom } from './draw-sample.ts';

const TOPICS = ['LLMs', 'Offline RL', 'Machine translation', 'Parsing', 'Diffusion', 'Retrieval', 'Agents', 'Speech'];
const OWN = Array.from({ length: 60 }, (_, n) => `project ${n}`);
const START = Date.UTC(2022, 0, 3);
const DAY = 86_400_000;

export interface Kept {
  readonly row: SavedRow;
  readonly bib: BibState;
}

/** Some ms since the epoch as a stamp of one device. */
const stampAt = (ms: number, n = 0): Stamp =>
  `${ms.toString(36).padStart(9, '0')}.${n.toString(36).padStart(4, '0')}.dbench` as Stamp; // the form of core/library/clock.ts

/** Makes the `n`-th paper as the library keeps it, always the same. */
export function keptPaper(doc: SearchDoc, n: number): Kept {
  const random = seededRandom(n + 1);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T; // never empty
  const at = START + Math.floor(random() * 1_400) * DAY + n;
  const stamp = stampAt(at);
  const key = `bench:${doc.key}`;
  const topics = [pick(TOPICS), pick(TOPICS)].map((name) => ({ name, kind: 'task' as const }));
  const bib = addToRecord(
    undefined,
    {
      ids: [key as PaperId],
      title: doc.title,
      ...(doc.authors === undefined ? {} : { authors: doc.authors }),
      ...(doc.year === undefined ? {} : { year: doc.year }),
      ...(doc.venue === undefined ? {} : { venue: doc.venue }),
      ...(doc.abstract === undefined ? {} : { abstract: doc.abstract }),
    },
    () => stamp,
    () => topics,
  );
  const on = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, [1, stamp] as const]));
  const paper: PaperState = {
    ...newPaperState(),
    f: {
      addedAt: [new Date(at).toISOString().slice(0, 10) as CalendarDay, stamp],
      status: [pick(STATUSES), stamp],
      ...(random() < 0.3 ? { rating: [1 + Math.floor(random() * 5), stamp] } : {}),
    },
    t: on(random() < 0.5 ? [pick(OWN)] : []),
    c: on(random() < 0.4 ? [`c-${Math.floor(random() * 40)}`] : []),
  };
  const made = shelved(key, { paper, bib, note: undefined });
  if (made?.shelf !== 'library') throw new Error('a paper of the bench is not saved');
  return { row: made.row, bib };
}

/** A library of these papers, for reading: what of the store the engine's lists ask for, answered without holding anything. */
export function storeOf(docs: readonly SearchDoc[]): LibraryDb {
  const order = docs.map((doc, n) => [`bench:${doc.key}`, n] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const numbers = new Map<string, number>(order);
  const keptAt = (n: number): Kept | undefined => {
    const doc = docs[n];
    return doc === undefined ? undefined : keptPaper(doc, n);
  };
  const kept = (key: string): Kept | undefined => keptAt(numbers.get(key) ?? -1);
  const self = { clock: { device: 'dbench' }, seq: docs.length, aliases: 0, papers: docs.length };
  const none = { toArray: async () => [] };
  const papers = {
    name: 'papers',
    bulkGet: async (keys: readonly string[]) => keys.map((key) => kept(key)?.row),
    where: () => ({
      above: (last: string) => ({
        limit: (count: number) => ({
          toArray: async () => {
            const from = last === '' ? 0 : order.findIndex(([key]) => key > last);
            return from < 0 ? [] : order.slice(from, from + count).flatMap(([, n]) => keptAt(n)?.row ?? []);
          },
        }),
      }),
    }),
  };
  const trash = {
    name: 'trash',
    bulkGet: async (keys: readonly string[]) => keys.map(() => undefined),
    where: () => ({ above: () => ({ limit: () => none }) }),
  };
  const states = {
    bulkGet: async (ids: readonly (readonly [string, string])[]) =>
      ids.map(([kind, id]) => {
        const found = kind === 'bib' ? kept(id) : undefined;
        return found && { kind, id, state: found.bib };
      }),
    where: () => ({ between: () => none }),
  };
  // The methods that lists and the index use, of the shapes they use.
  return {
    papers,
    trash,
    states,
    table: (name: string) => (name === 'trash' ? trash : papers),
    outbox: { where: () => ({ above: () => none }) },
    device: { bulkGet: async () => [{ value: self }, { value: 2 }] },
  } as unknown as LibraryDb;
}
