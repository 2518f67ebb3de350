import { withEquivalents } from '../../../core/identity/order.ts';
import type { Alias, PaperId } from '../../../core/identity/paper-id.ts';
import type { Query } from '../../../core/note-data.ts';
import { hasArxiv, LONG, printOf, sealPrintOf, titleAliases } from '../aliases.ts';
import { isPrint } from '../prints.ts';
import type { PrintsRow } from '../rows.ts';

/** What the fingerprints alone say of a query, without a read. */
export interface Ask {
  readonly query: Query;
  readonly ids: readonly PaperId[];
  /** The title is visibly cut; `title` is without its dots. */
  readonly cut: boolean;
  readonly title: string;
  /** Ids that lead somewhere. */
  readonly idHits: readonly PaperId[];
  /** Title key and key of the beginning, where they lead somewhere and no id does. */
  readonly titleHit: Alias | undefined;
  readonly prefixHit: Alias | undefined;
  /** `ask`: only the rows can tell. */
  readonly verdict: 'known' | 'unknown' | 'ask';
}

const CUT = /\s*(?:…|\.{3})\s*$/;

/** Ids decide before titles: the title of a query whose id is known is not even looked at. */
export function askOf(query: Query, segments: readonly PrintsRow[]): Ask {
  const ids = withEquivalents(query.ids);
  const idHits = ids.filter((id) => isPrint(segments, printOf(id)));
  const cut = CUT.test(query.title);
  const title = cut ? query.title.replace(CUT, '') : query.title;
  const base = { query, ids, cut, title, idHits, titleHit: undefined, prefixHit: undefined };
  if (idHits.length > 0) return { ...base, verdict: 'known' };
  const { key, prefix, length } = titleAliases(title);
  const led = (alias: Alias | undefined): Alias | undefined =>
    alias !== undefined && isPrint(segments, printOf(alias)) ? alias : undefined;
  const titleHit = led(key);
  const prefixHit = led(prefix);
  if (titleHit === undefined && prefixHit === undefined) return { ...base, verdict: 'unknown' };
  const found = { ...base, titleHit, prefixHit };
  if (titleHit === undefined || length < LONG || cut) return { ...found, verdict: 'ask' };
  // Every paper of this title has an arXiv id, and none has this one: another paper of the same title.
  const other = hasArxiv(ids) && isPrint(segments, sealPrintOf(titleHit));
  return other ? { ...base, verdict: 'unknown' } : { ...found, verdict: 'known' };
}
