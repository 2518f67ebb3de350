import { localDay } from '../core/calendar-day.ts';
import {
  type Canary,
  corpusLost,
  type Found,
  judge,
  type Loss,
  snapshotDue,
  snapshotWait,
} from '../core/library/canary.ts';
import { canon } from '../core/library/canon.ts';
import type { LibraryHealth } from '../messaging/calls.ts';
import { runtime, storage, tabs } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { discardStore } from '../storage/library/bucket.ts';
import { rebuild, settle } from '../storage/library/commands/rebuild.ts';
import { refreshRows, rowsAreOld } from '../storage/library/commands/refresh-rows.ts';
import { closeLibrary, connections, LIBRARY, type LibraryDb, withLibrary } from '../storage/library/database.ts';
import { isFull, needRoom } from '../storage/library/disk.ts';
import { LibraryFault } from '../storage/library/fault.ts';
import { openLibraryWork } from '../storage/library/queries/library-jobs.ts';
import { readLibraryId, readSelf, type Self } from '../storage/library/self.ts';
import { opfsFolder } from '../storage/snapshots/folder.ts';
import { backupBlob, listSnapshots, type SnapshotInfo, storeSnapshot } from '../storage/snapshots/snapshots.ts';
import { changeCanary, readCanary } from './library/canary-store.ts';
import { lookIntoLibrary, lookIntoPapers } from './library/look.ts';

/**
 * Keeps watch over the library: compares it with the canary at every start and after every reopen, opens the restore screen once
 * for a loss, freezes what sync may push, and takes the rolling snapshots.
 */

type State = LibraryHealth['state'];

/** The canary of a library to which nothing was ever written. */
const NOTHING: Canary = { library: '', seq: 0, papers: 0 };

/** The last check of this connection, or the one that is going on. */
let checked: { readonly connection: number; readonly state: State } | undefined;
let checking: Promise<State> | undefined;

/** Compares the library with its canary, unless that was done for this connection. Before every write, so that no loss is written over. */
export function checkLibrary(): Promise<State> {
  if (checked?.connection === connections()) return Promise.resolve(checked.state);
  checking ??= check()
    .then((state) => {
      // What could not be looked into is looked into again.
      if (state !== 'unreadable' && state !== 'unwritable' && state !== 'blocked')
        checked = { connection: connections(), state };
      return state;
    })
    .finally(() => {
      checking = undefined;
    });
  return checking;
}

async function check(): Promise<State> {
  const look = await lookIntoLibrary();
  if (look.state === 'unwritable') return look.state; // the canary may not be readable either
  await checkPapers(await firstOfSession());
  if (look.state === 'unreadable') return lose('unreadable');
  if (look.state !== 'open') return look.state;
  const canary = await readCanary();
  const verdict = judge(canary, look.found);
  if (canary?.lost !== undefined && canary.lost.state !== 'unreadable') return lose(canary.lost.state);
  if (verdict === 'empty-loss' || verdict === 'partial-loss') return lose(verdict);
  if (verdict === 'rows-missing') await withLibrary(rebuild, SNAPSHOT_LIMIT);
  else void refresh();
  await remember(look.found);
  void snapshotWhereDue();
  if (canary?.lost !== undefined) await freeze(undefined); // it could not be opened and now can: nothing is missing
  return 'good';
}

/** After an update: rows as this version makes them. Batch by batch, so that reads and writes go on meanwhile. */
async function refresh(): Promise<void> {
  const again = async (db: LibraryDb): Promise<void> => {
    if (await rowsAreOld(db)) await refreshRows(db, Date.now());
  };
  await withLibrary(again, SNAPSHOT_LIMIT).catch((error: unknown) => {
    if (!(error instanceof LibraryFault)) report(error, 'rows'); // the next start goes on
  });
}

/** Notes a loss, freezes sync, and opens the restore screen the first time. */
async function lose(state: Loss): Promise<State> {
  const before = await readCanary();
  if (before?.lost?.state !== state) {
    await changeCanary((canary) => ({
      ...(canary ?? NOTHING),
      lost: { state, shown: canary?.lost?.shown ?? false },
    }));
  }
  if (state !== 'unreadable') await freeze(state);
  if (before?.lost?.shown !== true) {
    await changeCanary((canary) => canary && { ...canary, lost: { state, shown: true } });
    await tabs.create({ url: runtime.getURL('src/ui/restore/index.html') });
  }
  return state;
}

/** The mark inside the library that sync must respect: a frozen library pushes nothing. */
async function freeze(state: Loss | undefined): Promise<void> {
  await withLibrary(async (db) => {
    if (state === undefined) await db.device.delete('frozen');
    else await db.device.put({ key: 'frozen', value: state });
  });
}

/** The canary takes the figures of a library in which nothing is missing. */
async function remember(found: Pick<Found, 'library' | 'seq'> & { readonly papers: number }): Promise<void> {
  const { library, seq, papers } = found;
  if (library === undefined) return; // nothing was ever written
  await changeCanary((canary) => {
    const { lost, ...rest } = canary ?? {};
    return { ...rest, library, seq, papers };
  });
}

/** Did what digests told us get lost? It can be added again: nothing is frozen, and the banner of popup and settings tells it. */
async function checkPapers(thorough: boolean): Promise<LibraryHealth['papers']> {
  const look = await lookIntoPapers(thorough);
  if (look.state !== 'open') return look.state;
  const corpus = (await readCanary())?.corpus;
  const { found } = look;
  const lost = corpusLost(corpus, found);
  const missing = found.missing ?? corpus?.missing ?? 0;
  const next = lost
    ? { ...(corpus ?? found), missing, lostAt: corpus?.lostAt ?? found.epoch }
    : { epoch: found.epoch, papers: found.papers, missing };
  if (canon(next) !== canon(corpus)) {
    await changeCanary((canary) => ({ ...(canary ?? NOTHING), corpus: next }));
  }
  return lost ? 'lost' : 'good';
}

/** A store is damaged between two runs of the browser: its rows are counted once in each. */
async function firstOfSession(): Promise<boolean> {
  const { looked } = await storage.session.get('looked');
  if (looked !== true) await storage.session.set({ looked: true });
  return looked !== true;
}

/** Everything the restore screen and the settings show. */
export async function libraryHealth(): Promise<LibraryHealth> {
  checked = undefined; // look afresh
  const seen = await checkLibrary();
  const state = seen === 'good' && (await isFull()) ? 'unwritable' : seen;
  /** Where the disk refuses, nothing else need be known. */
  const orElse = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    seen === 'unwritable' ? work.catch(() => otherwise) : work;
  const [canary, look, papers, snapshots] = await Promise.all([
    orElse(readCanary(), undefined),
    lookIntoLibrary(),
    orElse(checkPapers(true), 'unreadable'),
    orElse<readonly SnapshotInfo[]>(
      opfsFolder().then((folder) => listSnapshots(folder, seen !== 'good')),
      [],
    ),
  ]);
  const count = look.state === 'open' ? look.found.papers : look.count;
  return {
    state,
    count,
    expected: canary?.lost === undefined ? count : canary.papers,
    snapshots: snapshots.map(({ name, day, count: papersIn, bytes, good }) => ({
      name,
      day,
      count: papersIn,
      bytes,
      good,
    })),
    papers,
  };
}

let written: Self | undefined;
let noting: Promise<void> | undefined;

/** After a write: the canary follows, and a snapshot is taken where one is due. Many quick writes are noted as one. */
export function noteWrite(self: Self): Promise<void> {
  written = self;
  noting ??= note().finally(() => {
    noting = undefined;
  });
  return noting;
}

async function note(): Promise<void> {
  for (let self = written; self !== undefined; self = written) {
    written = undefined;
    // While a loss is not settled the canary keeps the figures of before it.
    if ((await readCanary())?.lost !== undefined) continue;
    await remember({ ...(await libraryId()), seq: self.seq, papers: self.papers });
    await snapshotWhereDue();
  }
}

/** How long a snapshot waits for long work on the library before it looks again, in ms. */
const AT_WORK = 10_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Takes a snapshot where one is due. It looks when its turn comes, since another may just have been taken. One that must wait is
 * taken by a timer, or, where this worker ends before, at the next start.
 */
function snapshotWhereDue(): Promise<unknown> {
  const mine = taking.then(async () => {
    const [canary, self] = await Promise.all([readCanary(), withLibrary(readSelf)]);
    if (!snapshotDue(canary, self?.writes ?? 0, localDay(new Date()))) return;
    // Long work would wait for every reading of the whole library, and be in the middle anyway.
    const atWork = (await withLibrary(openLibraryWork)) > 0;
    const wait = Math.max(snapshotWait(canary, Date.now()), atWork ? AT_WORK : 0);
    if (wait === 0) await take();
    else if (waiting === undefined) {
      waiting = setTimeout(() => {
        waiting = undefined;
        void snapshotWhereDue();
      }, wait);
    }
  });
  taking = mine.catch((error: unknown) => report(error, 'snapshot'));
  return taking;
}

const libraryId = async (): Promise<Pick<Found, 'library'>> => {
  const library = await withLibrary(readLibraryId);
  return library === undefined ? {} : { library };
};

let taking: Promise<unknown> = Promise.resolve();
/** A library of 100,000 papers takes some ten seconds to write. */
const SNAPSHOT_LIMIT = 5 * 60_000;

/**
 * Takes a snapshot of everything acknowledged so far; one after another. @returns its file's name
 * @throws LibraryFault `unreadable` while a loss is not settled: the snapshots of before it must stay
 */
export function snapshot(): Promise<string> {
  const mine = taking.then(take);
  taking = mine.catch(() => undefined);
  return mine;
}

async function take(): Promise<string> {
  if ((await readCanary())?.lost !== undefined) {
    throw new LibraryFault('unreadable', 'Something is missing from the library: restore it or accept it first.');
  }
  const [start, day] = [Date.now(), localDay(new Date())];
  const { file, writes } = await withLibrary(async (db) => {
    // Counted before: what is written meanwhile may not be in it.
    const counted = (await readSelf(db))?.writes ?? 0;
    return { writes: counted, ...(await backupBlob(db, day)) };
  }, SNAPSHOT_LIMIT);
  await needRoom();
  const name = await storeSnapshot(await opfsFolder(), file, day);
  const at = Date.now();
  const noted = { snapshotDay: day, snapshotWrites: writes, snapshotAt: at, snapshotTook: Math.max(0, at - start) };
  await changeCanary((c) => c && { ...c, ...noted });
  return name;
}

/**
 * Gives up a store that cannot be opened for an empty one; the person has asked for it. Otherwise nothing.
 * @param before must hold first; what it throws leaves the store as it is
 */
export async function startFreshIfUnreadable(before: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  if ((await lookIntoLibrary()).state !== 'unreadable') return;
  await before();
  await closeLibrary();
  await discardStore(LIBRARY);
}

/** Takes the library as it is: the canary counts anew, sync is free again. @param library the id to go on under, after a restore */
export async function acceptLibrary(library?: string): Promise<void> {
  await startFreshIfUnreadable();
  const figures = await withLibrary((db) => settle(db, library), SNAPSHOT_LIMIT);
  const look = await lookIntoPapers(true);
  await remember(figures);
  await changeCanary((canary): Canary | undefined => {
    const { corpus, ...rest } = canary ?? NOTHING;
    return look.state === 'open' ? { ...rest, corpus: look.found } : rest;
  });
  checked = undefined;
}
