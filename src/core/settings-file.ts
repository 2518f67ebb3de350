import { isRecord } from './library/merge.ts';
import { type ReadSettings, readSettings } from './read-settings.ts';
import { err, ok, type Result } from './result.ts';
import type { Settings } from './settings.ts';

/** Settings as a file that a person keeps or takes to another machine: readable JSON. */

const FORMAT = 1;
/** More than this is no file of settings, in UTF-16 units. */
const LONGEST = 256 * 1024;

export const settingsFile = (settings: Settings): string =>
  `${JSON.stringify({ scholion: 'settings', format: FORMAT, settings }, undefined, 2)}\n`;

/**
 * @param sites ids that are known here
 * @returns the settings and the fields that held nonsense; `not-settings` where it is another file, `newer` where a later version
 * wrote it in another form
 */
export function readSettingsFile(
  text: string,
  sites: ReadonlySet<string>,
): Result<ReadSettings, 'not-settings' | 'newer'> {
  if (text.length > LONGEST) return err('not-settings');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return err('not-settings');
  }
  if (!isRecord(value) || value['scholion'] !== 'settings') return err('not-settings');
  if (value['format'] !== FORMAT) return err(typeof value['format'] === 'number' ? 'newer' : 'not-settings');
  return ok(readSettings(value['settings'], sites));
}
