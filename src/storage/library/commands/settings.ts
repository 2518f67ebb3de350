import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts';
import { type LibraryDb, refuseNewer } from '../database.ts';
import { libraryFault } from '../fault.ts';
import { storedSettings } from '../queries/settings.ts';

/**
 * Changes the settings: reads and writes in one transaction, so two pages do not undo each other's change.
 * @param none what to change where none are stored
 */
export async function changeSettings(
  db: LibraryDb,
  change: (settings: Settings) => Settings,
  none: Settings = DEFAULT_SETTINGS,
): Promise<Settings> {
  refuseNewer(db);
  try {
    return await db.transaction('rw', db.settings, async () => {
      const settings = change((await storedSettings(db)) ?? none);
      await db.settings.put({ key: 'settings', value: settings });
      return settings;
    });
  } catch (error) {
    throw libraryFault(error);
  }
}
