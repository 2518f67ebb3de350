import type { SavedRow } from '../../core/library/saved-row.ts';
import type { HeldChanges } from '../../messaging/sync-calls.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import { statusWord } from '../parts/words.ts';

/** What a large change would do, in words. Pure. */

type Group = 'status' | 'rating' | 'tags' | 'collections' | 'note' | 'record' | 'made';

export interface HeldGroup {
  readonly title: string;
  readonly count: number;
  readonly rows: readonly SavedRow[];
}

/** `paper t.RL` and `paper t.ML` are both tags: a person counts tags, not registers. */
function groupOf(field: string): Group {
  const [kind, name = ''] = field.split(' ', 2);
  if (kind === 'note') return 'note';
  if (kind === 'bib') return 'record';
  if (kind !== 'paper') return 'made';
  if (name === 'f.status') return 'status';
  if (name === 'f.rating') return 'rating';
  if (name.startsWith('c.')) return 'collections';
  return /^[ta]\./.test(name) ? 'tags' : 'record';
}

const title = (group: Group, count: number): string =>
  ({
    status: tn('syncGuardStatus', count),
    rating: tn('syncGuardRating', count),
    tags: tn('syncGuardTags', count),
    collections: tn('syncGuardCollections', count),
    note: tn('syncGuardNote', count),
    record: tn('syncGuardRecord', count),
    made: tn('syncGuardMade', count),
  })[group];

/** Largest first. */
export function heldGroups({ fields }: HeldChanges): readonly HeldGroup[] {
  const groups = new Map<Group, { count: number; rows: Map<string, SavedRow> }>();
  for (const { field, count, rows } of fields) {
    const group = groupOf(field);
    const known = groups.get(group) ?? { count: 0, rows: new Map<string, SavedRow>() };
    known.count += count;
    for (const row of rows) known.rows.set(row.key, row);
    groups.set(group, known);
  }
  return [...groups]
    .map(([group, { count, rows }]) => ({ title: title(group, count), count, rows: [...rows.values()] }))
    .sort((a, b) => b.count - a.count);
}

/** "read · 2 tags · note" */
export const rowWords = ({ status, tags, hasNote }: SavedRow): string =>
  [
    statusWord(status),
    ...(tags.length > 0 ? [tn('syncGuardTags2', tags.length)] : []),
    ...(hasNote ? [t('syncGuardHasNote')] : []),
  ].join(' · ');

/** What pressing the dangerous button does, with its numbers. */
export function deedWords(deleted: number, changed: number): string {
  if (changed === 0) return t('syncGuardDelete', number(deleted));
  return deleted === 0 ? t('syncGuardChange', number(changed)) : t('syncGuardBoth', number(deleted), number(changed));
}
