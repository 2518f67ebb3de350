import { CITED_AS, DEFAULT_CITATIONS, LONGEST_PATTERN } from './citations/citation-settings.ts';
import { isRecord } from './library/merge.ts';
import { BACKUPS, DEFAULT_SETTINGS, type NoteSettings, type Settings } from './settings.ts';
import { TAG_KINDS } from './tags/tag.ts';

/** Settings from what may come from a file or another version. */

/** Where a value stands in a file of settings. */
export type SettingName =
  | 'settings'
  | 'sitesOff'
  | 'keepListings'
  | `notes.${keyof NoteSettings}`
  | 'backup.every'
  | `citations.${'style' | 'keyPattern'}`;

export interface ReadSettings {
  readonly settings: Settings;
  /** What was there and made no sense: the default holds instead. A setting that is missing is not told. */
  readonly wrong: readonly SettingName[];
}

/**
 * Reads settings; a field that is missing or wrong is the default, alone.
 * @param value of any kind
 * @param sites ids that are known; others are told and left out. Without it all are kept: a newer version may know them
 */
export function readSettings(value: unknown, sites?: ReadonlySet<string>): ReadSettings {
  if (!isRecord(value)) return { settings: DEFAULT_SETTINGS, wrong: ['settings'] };
  const wrong = new Set<SettingName>();
  const part = (name: string): Readonly<Record<string, unknown>> => {
    const found = value[name];
    return isRecord(found) ? found : {};
  };
  /** A value that holds, or the default; told where it was there and does not hold. */
  const field = <T>(name: SettingName, given: unknown, standard: T, holds: (given: unknown) => given is T): T => {
    if (holds(given)) return given;
    if (given !== undefined) wrong.add(name);
    return standard;
  };
  const list = <T>(name: SettingName, given: unknown, standard: readonly T[], holds: (item: unknown) => item is T) => {
    const found = field(name, given, standard as readonly unknown[], Array.isArray);
    const good = found.filter(holds);
    if (good.length < found.length) wrong.add(name);
    return good;
  };
  const isSite = (site: unknown): site is string => isText(site) && (sites?.has(site) ?? true);
  const [notes, backup, citations] = [part('notes'), part('backup'), part('citations')];
  const standard = DEFAULT_SETTINGS.notes;
  const every = field('backup.every', backup['every'], 'never', oneOf(BACKUPS));
  const style = field('citations.style', citations['style'], DEFAULT_CITATIONS.style, oneOf(CITED_AS));
  const keyPattern = field(
    'citations.keyPattern',
    citations['keyPattern'],
    DEFAULT_CITATIONS.keyPattern,
    (given): given is string => isText(given) && given.length <= LONGEST_PATTERN,
  );
  const settings: Settings = {
    sitesOff: list('sitesOff', value['sitesOff'], DEFAULT_SETTINGS.sitesOff, isSite),
    keepListings: field('keepListings', value['keepListings'], DEFAULT_SETTINGS.keepListings, isBoolean),
    notes: {
      kindsOff: list('notes.kindsOff', notes['kindsOff'], standard.kindsOff, oneOf(TAG_KINDS)),
      links: field('notes.links', notes['links'], standard.links, isBoolean),
      hints: field('notes.hints', notes['hints'], standard.hints, isBoolean),
      density: field('notes.density', notes['density'], standard.density, oneOf(['cosy', 'compact'])),
    },
    // Left out where they are the default: settings of before stay as they were.
    ...(every === 'never' ? {} : { backup: { every } }),
    ...(style === DEFAULT_CITATIONS.style && keyPattern === DEFAULT_CITATIONS.keyPattern
      ? {}
      : { citations: { style, keyPattern } }),
  };
  return { settings, wrong: [...wrong] };
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isText = (value: unknown): value is string => typeof value === 'string';
const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: unknown): value is T =>
    known.some((one) => one === value);
