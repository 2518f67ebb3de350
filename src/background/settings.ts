import { isRecord } from '../core/library/merge.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts';
import { storage } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { changeSettings } from '../storage/library/commands/settings.ts';
import { libraryDb, withLibrary } from '../storage/library/database.ts';
import { settingsOf, storedSettings } from '../storage/library/queries/settings.ts';

/**
 * The settings live in the library. What must hold even where the library is lost or cannot be read, which sites are off and whether
 * listings are kept, is copied to `storage.local`, which survives every damage to databases.
 */
const KEY = 'settings';

/**
 * The settings; where even their copy cannot be read the defaults, so that notes still appear. Then no listing is kept: the person
 * may have said so.
 */
export const readSettings = async (): Promise<Settings> =>
  (await knownSettings()) ?? { ...DEFAULT_SETTINGS, keepListings: false }; // the restore screen tells what is wrong

/** The settings as the library has them, else as the copy does; undefined where neither can be read. */
export async function knownSettings(): Promise<Settings | undefined> {
  try {
    return (await storedSettings(await libraryDb())) ?? (await readCopy()) ?? DEFAULT_SETTINGS;
  } catch {
    return readCopy().catch(() => undefined);
  }
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Changes follow one another, so the copy is that of the last. Where a loss took the settings, the copy is what is changed.
 * @throws LibraryFault, which the answering side gives its name
 */
export function editSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const mine = turn.then(async () => {
    const copy = await readCopy().catch(() => undefined);
    const settings = await withLibrary((db) => changeSettings(db, change, copy));
    await keepCopy(settings);
    return settings;
  });
  turn = mine.catch(() => undefined);
  return mine;
}

/**
 * After a loss is settled: the copy is newer than what a snapshot brought back, or a fresh library has. Where it cannot be written
 * the loss is settled all the same.
 */
export async function bringBackSettings(): Promise<void> {
  const copy = await readCopy().catch(() => undefined);
  if (copy === undefined) return;
  const { sitesOff, keepListings } = copy;
  await editSettings((settings) => ({ ...settings, sitesOff, keepListings })).catch((error: unknown) =>
    report(error, 'settings brought back'),
  );
}

/** Undefined where none was ever made. The rest of the settings are the defaults. */
async function readCopy(): Promise<Settings | undefined> {
  const value = (await storage.local.get(KEY))[KEY];
  return isRecord(value) ? settingsOf(value) : undefined;
}

/** A copy that cannot be written is no failure of the change, which the library has. */
export const keepCopy = ({ sitesOff, keepListings }: Settings): Promise<void> =>
  storage.local
    .set({ [KEY]: { sitesOff, keepListings } })
    .catch((error: unknown) => report(error, 'copy of the settings'));
