import { CallFailure, type Handlers } from '../../messaging/server.ts';
import { report } from '../../platform/report.ts';
import { stagedFiles } from '../../platform/staged-files.ts';
import { fillTopics } from '../../storage/library/commands/fill-topics.ts';
import { startUndoJob } from '../../storage/library/commands/jobs/undo-job.ts';
import { remembered } from '../../storage/library/commands/remembered.ts';
import { save } from '../../storage/library/commands/save.ts';
import { isJob, undo } from '../../storage/library/commands/undo.ts';
import { type LibraryDb, withLibrary } from '../../storage/library/database.ts';
import { readSelf } from '../../storage/library/self.ts';
import { opfsFolder } from '../../storage/snapshots/folder.ts';
import { restoreFile, snapshotNamed, wholeSnapshot } from '../../storage/snapshots/restore.ts';
import { giveWork } from '../engine.ts';
import { scheduleBackups } from '../library/backups.ts';
import { filledIn, type KnownOf } from '../library/filled.ts';
import { knownOf } from '../library/known.ts';
import { moment } from '../library/moment.ts';
import { acceptLibrary, checkLibrary, libraryHealth, snapshot, startFreshIfUnreadable } from '../library-health.ts';
import { bringBackSettings, editSettings } from '../settings.ts';
import { act, change, committed, named, restored } from './library-turn.ts';

export type { KnownOf } from '../library/filled.ts';

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
        const full = await filledIn(papers, known);
        return committed(await change((db) => save(db, { request, papers: full, status }, moment())));
      }),

    'library.undo': async (body) => {
      const small = await act(async () => {
        if (!(await withLibrary((db) => isJob(db, body.undo)))) {
          return committed(await change((db) => undo(db, body, moment())));
        }
        const job = await change((db) => startUndoJob(db, body, Date.now()));
        return job === undefined ? { undone: 0 } : undefined;
      });
      // The job is in the store; the engine may take its time to start.
      return small ?? { undone: 0, ...(await giveWork('engine.undoJob', body)) };
    },

    'library.snapshot': ({ request }) =>
      act(async () => ({ name: await change((db) => remembered(db, request, moment(), snapshot), LONG) })),

    'library.restore': ({ request, name, staged }) =>
      act(async () => {
        const file = await backupFile(name, staged);
        const lost = (await checkLibrary()) !== 'good';
        // A backup that turns out to be damaged must not cost what may still be in the store.
        await startFreshIfUnreadable(() => wholeSnapshot(file));
        let keys: readonly string[] = [];
        const restore = async (db: LibraryDb) => {
          const empty = (await readSelf(db)) === undefined;
          const done = await restoreFile(file, db, Date.now());
          keys = done.keys;
          return { restored: done.restored, library: done.library, instead: lost || empty };
        };
        const done = await change((db) => remembered(db, request, moment(), () => restore(db)), LONG);
        // A library that has its own papers keeps its own name.
        if (done.instead) {
          await acceptLibrary(done.library);
          await bringBackSettings();
        }
        restored(keys);
        void withLibrary((db) => fillTopics(db, keys, Date.now()), LONG).then(restored, (error: unknown) =>
          report(error, 'topics'),
        );
        return { restored: done.restored };
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
        await editSettings(({ sitesOff, backup }) => ({
          ...(backup === undefined ? {} : { backup }),
          ...settings,
          sitesOff,
        }));
        await scheduleBackups();
        return {};
      }),
  }) satisfies LibraryHandlers;

export const libraryHandlers = libraryHandlersWith(knownOf);

/** The backup that a page names: a snapshot, or a file that it staged. @throws LibraryFault, CallFailure `not-found` */
export async function backupFile(name: string | undefined, staged: string | undefined): Promise<Blob> {
  if (name !== undefined) return snapshotNamed(await opfsFolder(), name);
  const file = staged === undefined ? undefined : await stagedFiles.open(staged);
  if (file === undefined) throw new CallFailure('not-found', 'There is no such file.');
  return file;
}
