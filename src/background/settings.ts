import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts';
import { changeSettings } from '../storage/library/commands/settings.ts';
import { libraryDb } from '../storage/library/database.ts';
import { readSettings as read } from '../storage/library/queries/settings.ts';

/**
 * The settings; the defaults where the library cannot be read, so that notes still appear. Then no listing is kept: the person may
 * have said so.
 */
export async function readSettings(): Promise<Settings> {
  try {
    return await read(await libraryDb());
  } catch {
    return { ...DEFAULT_SETTINGS, keepListings: false }; // the restore screen tells what is wrong with the library
  }
}

/** @throws LibraryFault, which the answering side gives its name */
export const editSettings = async (change: (settings: Settings) => Settings): Promise<Settings> =>
  changeSettings(await libraryDb(), change);
