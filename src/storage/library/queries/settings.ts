import { readSettings as readSettingsFrom } from '../../../core/read-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts';
import type { LibraryDb } from '../database.ts';

/** The settings; the default for every one that is missing or malformed. */
export const readSettings = async (db: LibraryDb): Promise<Settings> => (await storedSettings(db)) ?? DEFAULT_SETTINGS;

/** As `readSettings`; undefined where none were ever stored, or a loss took them. */
export async function storedSettings(db: LibraryDb): Promise<Settings | undefined> {
  const row = await db.settings.get('settings');
  return row && settingsOf(row.value);
}

/** Reads what may come from a file or another version; wrong fields are the default. */
export const settingsOf = (value: unknown): Settings => readSettingsFrom(value).settings;
