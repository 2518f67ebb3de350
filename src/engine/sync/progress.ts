import type { SyncPhase } from '../../core/sync/place.ts';
import type { SyncReport } from '../../core/sync/report.ts';
import { keepReport, noteRunning } from '../../storage/library/commands/place-states.ts';
import type { LibraryDb } from '../../storage/library/database.ts';

/** How a sync goes, written into the library where pages read it. */

/** Written at most so often, and also where nothing moves: whoever looks sees that it lives. ms */
const EVERY = 500;
const BEAT = 20_000;

export interface Progress {
  at(phase: SyncPhase): void;
  read(records: number): void;
  sent(records: number): void;
  /** Writes what it came to; nothing is written after it. */
  end(report: SyncReport): Promise<void>;
}

interface Ground {
  readonly library: <T>(work: (db: LibraryDb) => Promise<T>) => Promise<T>;
  readonly now: () => number;
  readonly random: () => number;
}

export async function begin(id: string, { library, now, random }: Ground): Promise<Progress> {
  const since = now();
  let running = { since, beat: since, phase: 'opening' as SyncPhase, pulled: 0, pushed: 0 };
  let ended = false;
  let writing: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = (): Promise<unknown> => {
    writing = writing
      .then(() => {
        if (ended) return undefined;
        running = { ...running, beat: now() };
        const state = running;
        return library((db) => noteRunning(db, id, state));
      })
      .catch(() => undefined); // the sync itself meets what is wrong with the library
    return writing;
  };
  const change = (next: Partial<typeof running>): void => {
    running = { ...running, ...next };
    timer ??= setTimeout(() => {
      timer = undefined;
      void write();
    }, EVERY);
  };
  const beat = setInterval(() => void write(), BEAT);
  await write();

  return {
    at(phase) {
      if (phase !== running.phase) change({ phase });
    },
    read: (records) => change({ pulled: running.pulled + records }),
    sent: (records) => change({ pushed: running.pushed + records }),
    async end(report) {
      ended = true;
      clearInterval(beat);
      clearTimeout(timer);
      await writing;
      const at = now();
      await library((db) => keepReport(db, id, report, { at, ms: at - since, chance: random() }));
    },
  };
}
