import type { SavedRow } from '../../../core/library/saved-row.ts';
import { TAG_KINDS, type Tag } from '../../../core/tags/tag.ts';
import { locale, t, tn } from '../../../platform/i18n.ts';
import { familyName } from '../../parts/row-model.ts';

/** What a saved paper says of itself in few words. */

const DAY = 86_400_000;
/** Days that a paper stays in the trash. */
export const TRASH_DAYS = 90;
const FEW_NAMES = 4;

/** "Sims, Lu, Foerster, Teh", "Liu, Li, Lan +3", "12 authors"; empty where none are known. */
export function authorsLine({ authors = [], authorCount }: SavedRow): string {
  const all = Math.max(authors.length, authorCount ?? 0);
  if (authors.length === 0) return all > 0 ? tn('commonAuthors', all) : '';
  const names = authors.slice(0, all > FEW_NAMES ? FEW_NAMES - 1 : FEW_NAMES).map(familyName);
  return all > names.length ? `${names.join(', ')} +${all - names.length}` : names.join(', ');
}

/** Own tags, those of rules, then topics by kind: the order of VISUAL.md 4. */
export function tagsOf({ tags, auto = [], topics = [] }: SavedRow): readonly Tag[] {
  const rank = (tag: Tag): number => TAG_KINDS.indexOf(tag.kind);
  return [
    ...tags.map((name): Tag => ({ name, kind: 'own' })),
    ...auto.map((name): Tag => ({ name, kind: 'auto' })),
    ...[...topics].sort((a, b) => rank(a) - rank(b)),
  ];
}

const units = new Map<string, Intl.NumberFormat>();
function inUnit(n: number, unit: 'day' | 'week' | 'month' | 'year'): string {
  const name = `${locale()} ${unit}`;
  const format = units.get(name) ?? new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' });
  units.set(name, format);
  return format.format(n);
}

/** How long ago, in the largest unit that fits: "today", "2 days", "3 weeks", "4 months". @param then, now ms since the epoch */
export function ago(then: number, now: number): string {
  const days = Math.max(0, Math.floor((now - then) / DAY));
  if (days === 0) return t('libraryToday');
  if (days < 7) return inUnit(days, 'day');
  if (days < 31) return inUnit(Math.floor(days / 7), 'week');
  if (days < 366) return inUnit(Math.floor(days / 30.44), 'month');
  return inUnit(Math.floor(days / 365.25), 'year');
}

/** When it was saved, in ms since the epoch; undefined where that is not known. */
export function addedAt({ added, since }: SavedRow): number | undefined {
  if (added !== undefined) return added;
  const day = since === undefined ? Number.NaN : Date.parse(since);
  return Number.isNaN(day) ? undefined : day;
}

/** When it came into the trash; rows of the trash carry it beside the rest. */
export const deletedAt = (row: SavedRow): number | undefined =>
  'deletedAt' in row && typeof row.deletedAt === 'number' ? row.deletedAt : undefined;

/** "12 days left" before the trash forgets a paper. */
export function daysLeft(row: SavedRow, now: number): string {
  const since = deletedAt(row);
  return since === undefined
    ? ''
    : tn('libraryDaysLeft', Math.max(0, TRASH_DAYS - Math.floor(Math.max(0, now - since) / DAY)));
}
