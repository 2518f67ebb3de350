import type { SaveInput } from '../../core/library/save-input.ts';
import type { CallError } from '../../messaging/calls.ts';
import { CallFailure, type Handlers } from '../../messaging/server.ts';
import { report } from '../../platform/report.ts';
import type { Done } from '../../storage/library/commands/once.ts';
import { remembered } from '../../storage/library/commands/remembered.ts';
import { save } from '../../storage/library/commands/save.ts';
import { undo } from '../../storage/library/commands/undo.ts';
import { type LibraryDb, withLibrary } from '../../storage/library/database.ts';
import { LibraryFault, type LibraryFaultName } from '../../storage/library/fault.ts';
import { opfsFolder } from '../../storage/snapshots/folder.ts';
import { restoreSnapshot, wholeSnapshot } from '../../storage/snapshots/restore.ts';
import { tellEngine } from '../engine.ts';
import { knownOf } from '../library/known.ts';
import { moment } from '../library/moment.ts';
import {
  acceptLibrary,
  checkLibrary,
  libraryHealth,
  noteWrite,
  snapshot,
  startFreshIfUnreadable,
} from '../library-health.ts';
import { bringBackSettings, editSettings } from '../settings.ts';

/** What digests told of papers that are about to be saved, in their order. */
export type KnownOf = (papers: readonly SaveInput[]) => Promise<readonly (Partial<SaveInput> | undefined)[]>;

/** The calls about the library, answered here. */
export type LibraryHandlers = Pick<
  Handlers<'background'>,
  | 'library.save'
  | 'library.undo'
  | 'library.snapshot'
  | 'library.restore'
  | 'library.accept'
  | 'library.health'
  | 'settings.set'
>;

const LONG = 10 * 60_000;

/**
 * People's actions on the library. They run one after another, in the order in which they came, each acknowledged when it is
 * durable; what follows (canary, snapshot, engine, other pages) is not waited for.
 */
export const libraryHandlersWith = (known: KnownOf) =>
  ({
    'library.save': ({ request, papers, status }) =>
      act(async () => {
        const told = await atMost(2_000, known(papers));
        const full = papers.map((paper, i) => filled(paper, told?.[i]));
        return committed(await withLibrary((db) => save(db, { request, papers: full, status }, moment())));
      }),

    'library.undo': (body) => act(async () => committed(await withLibrary((db) => undo(db, body, moment())))),

    'library.snapshot': ({ request }) =>
      act(async () => ({ name: await withLibrary((db) => remembered(db, request, moment(), snapshot), LONG) })),

    'library.restore': ({ request, name }) =>
      act(async () => {
        // A backup that turns out to be damaged must not cost what may still be in the store.
        await startFreshIfUnreadable(async () => wholeSnapshot(await opfsFolder(), name));
        let keys: readonly string[] = [];
        const restore = async (db: LibraryDb) => {
          const done = await restoreSnapshot(await opfsFolder(), db, name, Date.now());
          keys = done.keys;
          return { restored: done.restored, library: done.library };
        };
        const { restored, library } = await withLibrary(
          (db) => remembered(db, request, moment(), () => restore(db)),
          LONG,
        );
        await acceptLibrary(library);
        await bringBackSettings();
        spread(keys);
        return { restored };
      }),

    'library.accept': () =>
      act(async () => {
        await acceptLibrary();
        await bringBackSettings();
        return {};
      }),

    'library.health': () => named(libraryHealth()),

    'settings.set': ({ settings }) =>
      act(async () => {
        // Sites have a call of their own, which also registers their scripts: a page with an older copy changes nothing there.
        await editSettings(({ sitesOff }) => ({ ...settings, sitesOff }));
        return {};
      }),
  }) satisfies LibraryHandlers;

export const libraryHandlers = libraryHandlersWith(knownOf);

let last: Promise<unknown> = Promise.resolve();

/** One action after another; before each, a loss that nobody has noticed yet is noticed. */
function act<T>(action: () => Promise<T>): Promise<T> {
  const mine = last.then(async () => {
    await checkLibrary().catch((error: unknown) => report(error, 'library check')); // the action itself says what is wrong
    return named(action());
  });
  last = mine.catch(() => undefined);
  return mine;
}

/** What follows an acknowledged write. */
function committed<T>({ reply, keys, self }: Done<T>): T {
  if (keys.length > 0) {
    void noteWrite(self).catch((error: unknown) => report(error, 'canary'));
    spread(keys);
  }
  return reply;
}

const channel = new BroadcastChannel('scholion-library');
/** Keys in one message to the engine. */
const MOST = 2_000;

/** Tells other pages and the engine which papers changed. */
function spread(keys: readonly string[]): void {
  channel.postMessage({ keys });
  for (let i = 0; i < keys.length; i += MOST) {
    void tellEngine(keys.slice(i, i + MOST)).catch(() => undefined); // it looks for itself when it starts
  }
}

const ERRORS: Readonly<Record<LibraryFaultName, CallError>> = {
  blocked: 'no-answer',
  slow: 'no-answer',
  newer: 'read-only',
  'read-only': 'read-only',
  quota: 'quota',
  unreadable: 'library-lost',
  'not-found': 'not-found',
  empty: 'empty',
};

/** Gives expected failures the names of the protocol. */
async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof LibraryFault) throw new CallFailure(ERRORS[error.fault], error.message);
    throw error;
  }
}

/** What the page shows, with the gaps filled by what digests told. */
const filled = (paper: SaveInput, known: Partial<SaveInput> | undefined): SaveInput =>
  known === undefined
    ? paper
    : {
        ...known,
        ...paper,
        ids: [...new Set([...paper.ids, ...(known.ids ?? [])])],
        ...(known.links || paper.links ? { links: [...(paper.links ?? []), ...(known.links ?? [])] } : {}),
      };

/** A save waits for no other store: undefined after `ms`, or where that store fails. */
const atMost = <T>(ms: number, work: Promise<T>): Promise<T | undefined> =>
  Promise.race([work.catch(() => undefined), new Promise<undefined>((done) => setTimeout(done, ms, undefined))]);
