import { matchTitle, type TitleFacts } from '../../core/identity/match-title.ts';
import { withEquivalents } from '../../core/identity/order.ts';
import { prefixKey, titleKey } from '../../core/identity/title-key.ts';
import type { Query } from '../../core/note-data.ts';
import type { SavedAliasRow } from './rows.ts';

/** Which saved paper a mention means: an id decides; a title only by the rules of RELATED.md 9. */

export interface Asked {
  readonly query: Query;
  readonly ids: readonly string[];
  /** Key of the whole title, or of its beginning where it is visibly cut. */
  readonly title?: string;
  readonly cut: boolean;
}

/** The aliases to look up for a mention. */
export function asked(query: Query): Asked {
  const cut = /(?:…|\.\.\.)\s*$/.test(query.title);
  const title = cut ? prefixKey(query.title) : titleKey(query.title);
  const ids = withEquivalents(query.ids);
  return title === undefined ? { query, ids, cut } : { query, ids, title, cut };
}

export const aliasesAsked = ({ ids, title }: Asked): readonly string[] => (title === undefined ? ids : [...ids, title]);

/**
 * Chooses among the papers that share an alias with the mention.
 * @param keysOf papers that have an alias, those to be seen first
 * @param factsOf what is known of a paper: its title and ids
 */
export function chooseKey(
  { query, ids, title, cut }: Asked,
  keysOf: (alias: string) => readonly string[],
  factsOf: (key: string) => TitleFacts | undefined,
): string | undefined {
  for (const id of ids) {
    // An alias is never taken away, an id may be: where a merge of two papers was taken back.
    const key = keysOf(id).find((candidate) => {
      const own = factsOf(candidate)?.ids ?? [];
      return own.length === 0 || withEquivalents(own).some((known) => known === id);
    });
    if (key !== undefined) return key;
  }
  if (title === undefined) return undefined;
  const facts: TitleFacts = { ...query, cut };
  const matching = keysOf(title).filter((key) => {
    const other = factsOf(key);
    return other !== undefined && matchTitle(facts, other) === 'title';
  });
  // A cut title must be the beginning of one saved title only.
  return cut && matching.length > 1 ? undefined : matching[0];
}

/** The papers that have each alias. @param rows as `bulkGet` gives them */
export function keysByAlias(rows: readonly (SavedAliasRow | undefined)[]): Map<string, readonly string[]> {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.alias, row.keys] as const])));
}

/** Adds a paper to an alias. @returns false where it was there */
export function addKey(index: Map<string, readonly string[]>, alias: string, key: string): boolean {
  const keys = index.get(alias) ?? [];
  if (keys.includes(key)) return false;
  index.set(alias, [...keys, key]);
  return true;
}
