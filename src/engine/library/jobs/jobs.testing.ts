import { recordOf } from '../../../core/library/bib.ts';
import { textsOf } from '../../../core/library/notes.ts';
import type { BibState, NoteState } from '../../../core/library/state.ts';
import type { LibraryDb } from '../../../storage/library/database.ts';
import type { LibraryJobRow, SavedRow } from '../../../storage/library/rows.ts';
import type { Engine } from '../../context.ts';
import { engineOn, type Ground } from '../../engine.testing.ts';
import { makeEngine, type RunningEngine } from '../../engine.ts';

/** Library jobs on a profile in memory, and how to end their worker. */

export interface Running extends RunningEngine {
  readonly db: LibraryDb;
  /** Papers that were told as written, in order. */
  readonly told: string[];
}

/** A worker's engine on the profile. @param change wraps what it is given */
export async function workerOn(ground: Ground, change: (engine: Engine) => Engine = (e) => e): Promise<Running> {
  const engine = await engineOn(ground);
  const told: string[] = [];
  const running = makeEngine(change({ ...engine, written: (keys) => told.push(...keys) }), () => undefined);
  return { ...running, told, db: await engine.library(async (db) => db) };
}

/** Waits until no job is open. */
export async function finish({ libraryJobs }: RunningEngine): Promise<void> {
  libraryJobs.wake();
  await libraryJobs.idle();
}

/** A worker that is ended at its `n`-th touch of the library, before or after it. @returns whether it came so far */
export async function dieAt(
  ground: Ground,
  n: number,
  after: boolean,
  work: (running: RunningEngine) => Promise<unknown>,
): Promise<boolean> {
  let count = 0;
  let dead = false;
  const killed = (): never => {
    dead = true;
    throw new DOMException('killed', 'InvalidStateError');
  };
  const running = await workerOn(ground, (engine) => ({
    ...engine,
    report: () => undefined,
    library: async (touch) => {
      count += 1;
      if (dead || (count === n && !after)) killed();
      const value = await engine.library(touch);
      if (count >= n) killed();
      return value;
    },
  }));
  await work(running).catch(() => undefined);
  await finish(running);
  running.db.close();
  return dead;
}

/** All that a person sees of a library, without times. */
export async function shownOf(db: LibraryDb): Promise<unknown> {
  const plain = async (rows: readonly SavedRow[]) =>
    Promise.all(
      rows.map(async ({ added: _, changed: __, since: ___, ...row }) => {
        const [bib, note] = await db.states.bulkGet([
          ['bib', row.key],
          ['note', row.key],
        ]);
        return {
          ...row,
          record: recordOf(bib?.state as BibState | undefined),
          notes: textsOf(note?.state as NoteState | undefined),
        };
      }),
    );
  const trash = (await db.trash.toArray()).map(({ deletedAt: _, ...row }) => row);
  return { papers: await plain(await db.papers.toArray()), trash: await plain(trash) };
}

export const jobOf = async (db: LibraryDb, request: string): Promise<LibraryJobRow | undefined> =>
  db.jobs.where('request').equals(request).first();
