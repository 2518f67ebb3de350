import { isRecord } from '../../../core/library/merge.ts';
import { BACKUPS, DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts';
import { TAG_KINDS } from '../../../core/tags/tag.ts';
import type { LibraryDb } from '../database.ts';

/** The settings; the default for every one that is missing or malformed. */
export const readSettings = async (db: LibraryDb): Promise<Settings> => (await storedSettings(db)) ?? DEFAULT_SETTINGS;

/** As `readSettings`; undefined where none were ever stored, or a loss took them. */
export async function storedSettings(db: LibraryDb): Promise<Settings | undefined> {
  const row = await db.settings.get('settings');
  return row && settingsOf(row.value);
}

/** Reads what may come from a file or another version; wrong fields are the default. */
export function settingsOf(value: unknown): Settings {
  if (!isRecord(value)) return DEFAULT_SETTINGS;
  const notes = isRecord(value['notes']) ? value['notes'] : {};
  const { notes: standard, ...rest } = DEFAULT_SETTINGS;
  const named = notes['kindsOff'];
  return {
    sitesOff: Array.isArray(value['sitesOff'])
      ? value['sitesOff'].filter((site) => typeof site === 'string')
      : rest.sitesOff,
    keepListings: boolean(value['keepListings'], rest.keepListings),
    notes: {
      kindsOff: Array.isArray(named) ? TAG_KINDS.filter((kind) => named.includes(kind)) : standard.kindsOff,
      links: boolean(notes['links'], standard.links),
      hints: boolean(notes['hints'], standard.hints),
      density: notes['density'] === 'compact' || notes['density'] === 'cosy' ? notes['density'] : standard.density,
    },
    ...backupOf(value['backup']),
  };
}

/** Left out where it is not set: `never`. */
function backupOf(value: unknown): Pick<Settings, 'backup'> {
  const every = isRecord(value) ? BACKUPS.find((known) => known === value['every']) : undefined;
  return every === undefined || every === 'never' ? {} : { backup: { every } };
}

const boolean = (value: unknown, standard: boolean): boolean => (typeof value === 'boolean' ? value : standard);
