import { type CalendarDay, localDay } from '../../../core/calendar-day.ts';
import { stampMs } from '../../../core/library/clock.ts';
import type { SavedRow } from '../../../core/library/saved-row.ts';
import type { TagKind } from '../../../core/tags/tag.ts';
import type { LibraryPageCalls } from '../../../messaging/library-calls.ts';
import { readTimes } from '../../../storage/library/queries/read-times.ts';
import type { Engine } from '../../context.ts';

/** What the charts of the library show: weeks of saving and reading, topics over the years. */

type Charts = LibraryPageCalls['library.charts']['out'];

/** Two years: what is older says little about how one reads now. */
const WEEKS = 104;
const TOPICS = 12;
const DAY = 86_400_000;

export async function chartsOf({ saved, library, now }: Engine): Promise<Charts> {
  const rows = [...saved.rows.values()];
  const stamps = await library((db) => readTimes(db));
  const reads = rows.flatMap(({ key, status }) => {
    const stamp = status === 'read' ? stamps.get(key) : undefined;
    return stamp === undefined ? [] : [stampMs(stamp)];
  });
  const saves = rows.flatMap(({ added }) => (added === undefined ? [] : [added]));
  return { weeks: weeksOf(saves, reads, now()), topics: topicsOf(rows) };
}

/**
 * Saves and reads by week of the person's calendar, Monday first, oldest first, without a gap, up to this week.
 * @param saves times in ms since the epoch
 */
export function weeksOf(saves: readonly number[], reads: readonly number[], now: number): Charts['weeks'] {
  const counts = new Map<CalendarDay, { saved: number; read: number }>();
  const count = (times: readonly number[], what: 'saved' | 'read'): void => {
    for (const time of times) {
      const from = mondayOf(time);
      const week = counts.get(from) ?? { saved: 0, read: 0 };
      week[what] += 1;
      counts.set(from, week);
    }
  };
  count(saves, 'saved');
  count(reads, 'read');
  const weeks: { from: CalendarDay; saved: number; read: number }[] = [];
  let left = counts.size;
  // Noon: an hour more or less in spring and autumn changes no day.
  for (let back = 0; back < WEEKS && left > 0; back += 1) {
    const from = mondayOf(now - back * 7 * DAY);
    const week = counts.get(from);
    if (week !== undefined) left -= 1;
    weeks.push({ from, saved: week?.saved ?? 0, read: week?.read ?? 0 });
  }
  return weeks.reverse();
}

function mondayOf(time: number): CalendarDay {
  const day = new Date(time);
  return localDay(new Date(day.getFullYear(), day.getMonth(), day.getDate() - ((day.getDay() + 6) % 7), 12));
}

/** The topics of most papers, with their papers by year of appearance. Own tags count too: they are topics of the person's. */
export function topicsOf(rows: readonly SavedRow[]): Charts['topics'] {
  const found = new Map<string, { name: string; kind: TagKind; count: number; years: Map<number, number> }>();
  for (const row of rows) {
    const own = row.tags.map((name) => ({ name, kind: 'own' as const }));
    for (const { name, kind } of [...own, ...(row.topics ?? [])]) {
      const topic = found.get(`${kind} ${name}`) ?? { name, kind, count: 0, years: new Map() };
      topic.count += 1;
      if (row.year !== undefined) topic.years.set(row.year, (topic.years.get(row.year) ?? 0) + 1);
      found.set(`${kind} ${name}`, topic);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, TOPICS)
    .map(({ name, kind, years }) => ({ name, kind, byYear: [...years].sort(([a], [b]) => a - b) }));
}
