import type { Entry, EntryFlag } from '../entry.ts';
import { mergeLinks } from '../links/merge.ts';
import { linksIn } from '../links/scan.ts';
import { cleanField, cutAt } from './clean-text.ts';
import { LIMITS } from './limits.ts';

/** An entry before its texts are cleaned, cut to the limits and searched for links. */
export type RawEntry = Omit<Entry, 'flags'> & { readonly flags?: readonly EntryFlag[] };

/**
 * The last step of every format: clean and bounded texts, flags for what was cut, and the links of abstract and remark
 * merged with those the digest states. Ids are taken as given: ids in prose are mentions of other papers.
 */
export function entryOf(raw: RawEntry): Entry {
  const flags = new Set(raw.flags ?? []);
  const title = bounded(raw.title, LIMITS.title, () => flags.add('title-cut'));
  const abstract =
    raw.abstract === undefined ? undefined : bounded(raw.abstract, LIMITS.abstract, () => flags.add('abstract-cut'));
  const remark = raw.remark === undefined ? undefined : bounded(raw.remark, LIMITS.remark, () => undefined);
  const { flags: _, ...rest } = raw;
  return {
    ...rest,
    title,
    ...(abstract === undefined ? {} : { abstract }),
    ...(remark === undefined ? {} : { remark }),
    links: mergeLinks([
      ...raw.links,
      ...(abstract === undefined ? [] : linksIn(cutAt(raw.abstract ?? '', LIMITS.abstract), 'abstract')),
      ...(remark === undefined ? [] : linksIn(cutAt(raw.remark ?? '', LIMITS.remark), 'remark')),
    ]).slice(0, LIMITS.links),
    ...(flags.size === 0 ? {} : { flags: [...flags] }),
  };
}

function bounded(text: string, units: number, onCut: () => void): string {
  // cleaning only shortens, so what lies far beyond the limit need not be cleaned
  const clean = cleanField(cutAt(text, 4 * units));
  if (clean.length <= units && text.length <= 4 * units) return clean;
  onCut();
  return cutAt(clean, units).trimEnd();
}
