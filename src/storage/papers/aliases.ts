import type { Entry } from '../../core/entry.ts';
import { kindOf, withEquivalents } from '../../core/identity/order.ts';
import type { Alias, PaperId, TitleKey } from '../../core/identity/paper-id.ts';
import { hash53, isStopTitle, prefixKey, titleChars, titleKey } from '../../core/identity/title-key.ts';

/** What leads to a paper: its ids, its titles' keys and, for cut titles, the keys of their beginnings. */

/** Key characters below which a title never decides (RELATED.md 9). */
const SHORTEST = 12;
/** From here on an exact title decides by itself. */
export const LONG = 20;

export interface TitleAliases {
  /** Undefined where this title never decides. */
  readonly key: TitleKey | undefined;
  readonly prefix: TitleKey | undefined;
  /** Key characters. */
  readonly length: number;
}

const NONE: TitleAliases = { key: undefined, prefix: undefined, length: 0 };

export function titleAliases(title: string): TitleAliases {
  const length = titleChars(title).length;
  if (length < SHORTEST || isStopTitle(title)) return { ...NONE, length };
  return { key: titleKey(title), prefix: prefixKey(title), length };
}

export interface EntryAliases {
  readonly ids: readonly PaperId[];
  readonly title: TitleAliases;
  /** What ties it to other entries: ids and title key. */
  readonly ties: readonly Alias[];
}

/** An entry's aliases; `seen` remembers them, since clustering asks again and again. */
export function entryAliases(entry: Entry, seen: WeakMap<Entry, EntryAliases>): EntryAliases {
  const known = seen.get(entry);
  if (known) return known;
  const ids = withEquivalents(entry.ids);
  const title = titleAliases(entry.title);
  const made = { ids, title, ties: title.key === undefined ? ids : [...ids, title.key] };
  seen.set(entry, made);
  return made;
}

export const hasArxiv = (ids: readonly PaperId[]): boolean => ids.some((id) => kindOf(id) === 'arxiv');

export const printOf = (alias: Alias): number => hash53(alias);

/** Beside a title key's own print: stands where the row is `sealed`, so that a look-up can tell without a read. */
export const sealPrintOf = (alias: Alias): number => hash53(`sealed ${alias}`);
