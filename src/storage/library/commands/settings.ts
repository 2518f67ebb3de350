import type { Settings } from '../../../core/settings.ts';
import { type LibraryDb, refuseNewer } from '../database.ts';
import { libraryFault } from '../fault.ts';
import { readSettings } from '../queries/settings.ts';

/** Changes the settings: reads and writes in one transaction, so two pages do not undo each other's change. */
export async function changeSettings(db: LibraryDb, change: (settings: Settings) => Settings): Promise<Settings> {
  refuseNewer(db);
  try {
    return await db.transaction('rw', db.settings, async () => {
      const settings = change(await readSettings(db));
      await db.settings.put({ key: 'settings', value: settings });
      return settings;
    });
  } catch (error) {
    throw libraryFault(error);
  }
}
