import type { Out } from '../../../messaging/calls.ts';

/** What the chart "topics over years" shows. */

export type Topic = Out<'library.charts'>['topics'][number];

export interface TopicGrid {
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly name: string;
    readonly kind: Topic['kind'];
    /** One count a year, in the order of `years`. */
    readonly counts: readonly number[];
    readonly total: number;
  }[];
  /** The greatest count. */
  readonly most: number;
}

/**
 * Topics with most papers first, and the years in which they have any, without holes.
 * @param topics how many, at most
 * @param years how many of the newest, at most
 */
export function topicGrid(all: readonly Topic[], topics: number, years: number): TopicGrid {
  const total = (topic: Topic): number => topic.byYear.reduce((sum, [, count]) => sum + count, 0);
  const chosen = [...all].sort((a, b) => total(b) - total(a) || (a.name < b.name ? -1 : 1)).slice(0, topics);
  const known = chosen.flatMap(({ byYear }) => byYear.filter(([, count]) => count > 0).map(([year]) => year));
  const last = Math.max(...known);
  const first = Math.max(Math.min(...known), last - years + 1);
  const shown = known.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const rows = chosen.map((topic) => {
    const counts = new Map(topic.byYear);
    return {
      name: topic.name,
      kind: topic.kind,
      counts: shown.map((year) => counts.get(year) ?? 0),
      total: total(topic),
    };
  });
  return { years: shown, rows, most: Math.max(1, ...rows.flatMap(({ counts }) => counts)) };
}

/** The text of a query that finds papers with a tag, and of a year where one is given. */
export function topicQuery(name: string, year?: number): string {
  const tag = `tag:"${name.replaceAll('"', ' ').trim()}"`;
  return year === undefined ? tag : `${tag} year:${year}`;
}
