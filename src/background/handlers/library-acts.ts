import type { Handlers } from '../../messaging/server.ts';
import { stagedFiles } from '../../platform/staged-files.ts';
import { edit } from '../../storage/library/commands/edit.ts';
import { mark } from '../../storage/library/commands/mark.ts';
import { mergePapers } from '../../storage/library/commands/merge-papers.ts';
import type { Done } from '../../storage/library/commands/once.ts';
import { purge } from '../../storage/library/commands/purge.ts';
import { setThing } from '../../storage/library/commands/set-thing.ts';
import { writeNote } from '../../storage/library/commands/write-note.ts';
import { type LibraryDb, withLibrary } from '../../storage/library/database.ts';
import { LibraryFault } from '../../storage/library/fault.ts';
import { previewBackup } from '../../storage/snapshots/preview.ts';
import { aside } from '../library/aside.ts';
import { downloadBackup, stageBackup } from '../library/backups.ts';
import { filledIn } from '../library/filled.ts';
import { knownOf } from '../library/known.ts';
import { moment } from '../library/moment.ts';
import { checkLibrary } from '../library-health.ts';
import { openPanel } from '../save-paths/panel.ts';
import { backupFile } from './library.ts';
import { act, change, committed, engineWrote, named } from './library-turn.ts';

/** Single actions on the library, answered here. */

/** A command as an action: in its turn, then told to whoever shows the library. */
const run = <T>(command: (db: LibraryDb) => Promise<Done<T>>): Promise<T> =>
  act(async () => committed(await change(command, LIMIT)));

/** The trash of a large library takes a while to empty. ms */
const LIMIT = 5 * 60_000;

export const actHandlers = {
  'library.edit': (body) => run((db) => edit(db, body, moment())),
  'library.note': (body) => run((db) => writeNote(db, body, moment())),
  'library.thing': (body) => run((db) => setThing(db, body, moment())),
  'library.mergePapers': (body) => run((db) => mergePapers(db, body, moment())),
  'library.purge': (body) => run((db) => purge(db, body, moment())),

  'library.mark': ({ paper, ...body }) =>
    act(async () => {
      const [full = paper] = await filledIn([paper], knownOf);
      return committed(await change((db) => mark(db, { ...body, paper: full }, moment())));
    }),

  'library.aside': (body) => named(aside(body, knownOf)),

  // Not in its turn: a large library takes seconds to write, and nobody should wait for that.
  'library.backup': ({ request, to }) =>
    named(
      (async () => {
        await checkLibrary();
        const backup = await stageBackup(request);
        if (to === 'file') return backup;
        const { name, count } = backup;
        await downloadBackup(backup).finally(() => stagedFiles.remove(backup.staged));
        return { name, count };
      })(),
    ),

  'library.previewRestore': ({ name, staged }) =>
    named(
      (async () => {
        const file = await backupFile(name, staged);
        return withLibrary((db) => previewBackup(file, db), LIMIT).catch((error: unknown) => {
          // A library that cannot be read is what a backup is for.
          if (error instanceof LibraryFault && error.fault === 'unreadable') return previewBackup(file, undefined);
          throw error;
        });
      })(),
    ),

  'library.written': async ({ keys }) => {
    await engineWrote(keys);
    return {};
  },

  'panel.open': openPanel,
} satisfies Partial<Handlers<'background'>>;
