import type { ItemResult } from '../network/zotero/records.ts';
import { failLibraryJob, jobKeys, openLibraryJobs, stepLibraryJob } from '../storage/library/commands/jobs/jobs.ts';
import { type Batch, keepBatch } from '../storage/library/commands/jobs/send-batch.ts';
import type { LibraryDb } from '../storage/library/database.ts';
import type { LibraryJobRow } from '../storage/library/rows.ts';
import { type ToSendAt, worksToSend, ZOTERO } from './library/works-to-send.ts';
import type { SendOptions, sendWorks } from './zotero.ts';

/**
 * Jobs that send papers to Zotero. They run here and not in the engine, for the network is the background's. What is done stands in the
 * library after every batch, so that whatever starts next goes on; what was sent and not yet written down is known again by Zotero's keys.
 */

export interface ZoteroJobDeps {
  readonly library: <T>(work: (db: LibraryDb) => Promise<T>) => Promise<T>;
  readonly send: typeof sendWorks;
  readonly now: () => number;
  /** Something else than Zotero failed. */
  readonly report: (error: unknown) => void;
}

export interface ZoteroJobs {
  /** Goes on with open jobs, oldest first, one after the other. Called again meanwhile, it looks again. */
  readonly goOn: () => Promise<void>;
}

/** Papers that are read at once: a work with its abstract has some kB. */
const SLICE = 500;
/** How often a job under way is looked at: was it cancelled? ms */
const LOOK = 500;
/** Begun so often without a step forward, a job is given up. */
const MOST_TRIES = 8;

export function zoteroJobs(deps: ZoteroJobDeps): ZoteroJobs {
  let running: Promise<void> | undefined;
  let again = false;
  const runAll = async (): Promise<void> => {
    do {
      again = false;
      for (;;) {
        const [job] = (await deps.library(openLibraryJobs)).filter(({ kind }) => kind === ZOTERO);
        if (job === undefined) break;
        await runOne(deps, job);
      }
    } while (again);
  };
  return {
    goOn() {
      again = true;
      running ??= runAll().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

async function runOne(deps: ZoteroJobDeps, job: LibraryJobRow): Promise<void> {
  const { library, now } = deps;
  const tries = (job.tries ?? 0) + 1;
  const fail = (error: string, detail = '') => library((db) => failLibraryJob(db, job.id, error, detail, now()));
  if (tries > MOST_TRIES) return void (await fail('failed', 'It was begun again and again and got no further.'));
  if (!(await library((db) => stepLibraryJob(db, job.id, { state: 'running', tries, beat: now() })))) return;
  const stop = new AbortController();
  const look = setInterval(() => {
    void library((db) => db.jobs.get(job.id))
      .then((row) => row?.state !== 'running' && stop.abort())
      .catch(() => undefined); // asked again soon
  }, LOOK);
  try {
    const why = await sendAll(deps, job, { signal: stop.signal });
    if (why !== undefined && why !== 'cancelled') await fail(why);
  } catch (error) {
    deps.report(error);
    await fail('failed', error instanceof Error ? error.message : String(error));
  } finally {
    clearInterval(look);
  }
}

/** @returns why it ended before all papers were dealt with; undefined where they are, or where the job is not open any more */
async function sendAll(
  { library, send, now }: ZoteroJobDeps,
  job: LibraryJobRow,
  options: SendOptions,
): Promise<string | undefined> {
  const total = job.total ?? 0;
  for (let from = job.done; from < total || total === 0; ) {
    const keys = await library((db) => jobKeys(db, job.id, from, SLICE));
    const papers = await library((db) => worksToSend(db, keys));
    let at = from;
    const keep = (results: readonly ItemResult[], to: number): Promise<boolean> => {
      const batch = batchOf(papers, results, { keys, base: from, from: at, to });
      at = to;
      return library((db) => keepBatch(db, job.id, batch, now()));
    };
    const end = from + keys.length;
    if (papers.length === 0) {
      if (!(await keep([], keys.length === 0 ? total : end))) return undefined;
    } else {
      const { stopped } = await send(
        papers.map(({ item }) => item),
        async (results, cursor) => {
          const next = papers[cursor];
          await keep(results, next === undefined ? end : from + next.at);
          // A step forward: whatever ended the worker before was not this.
          await library((db) => stepLibraryJob(db, job.id, { tries: 1 }));
        },
        options,
      );
      if (stopped !== undefined) return stopped.why;
    }
    from = end;
  }
  return undefined;
}

interface Reach {
  readonly keys: readonly string[];
  /** Place of the first key in the job. */
  readonly base: number;
  readonly from: number;
  readonly to: number;
}

/** What became of the papers of a stretch. Those that were not there to be sent have failed. */
function batchOf(papers: readonly ToSendAt[], results: readonly ItemResult[], reach: Reach): Batch {
  const titles = new Map(papers.map(({ item }) => [item.key, item.work.title]));
  const there = new Set(titles.keys());
  const gone = reach.keys.slice(reach.from - reach.base, reach.to - reach.base).filter((key) => !there.has(key));
  const records: { key: string; record: Batch['records'][number]['record'] }[] = [];
  const failed = gone.map((key) => ({ title: key, reason: 'gone' }));
  let sent = 0;
  let already = 0;
  for (const result of results) {
    if (result.outcome === 'failed') {
      failed.push({ title: titles.get(result.key) ?? result.key, reason: result.reason });
      continue;
    }
    records.push({ key: result.key, record: result.sent });
    if (result.outcome === 'already') already += 1;
    else sent += 1;
  }
  return { target: ZOTERO, records, sent, already, failed, to: reach.to };
}
