import type { CalendarDay } from '../calendar-day.ts';

/** A paper as a Hugging Face page shows it, for rendering pages in tests. */
export interface Shown {
  readonly title: string;
  readonly abstract: string;
  readonly authors?: number;
  readonly organisation?: { readonly slug: string; readonly name: string };
  readonly date: CalendarDay | string;
  readonly comments?: number;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** "Nov 10 2", or "Nov 10, 2024 2" where the year is not that of the visit. */
export function shownDate(day: string, comments: number, visited: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const long = day.slice(0, 4) === visited.slice(0, 4) ? '' : `, ${year}`;
  return `${MONTHS[(month ?? 1) - 1]} ${date}${long}${comments > 0 ? ` ${comments}` : ''}`;
}

/** The lines that copying one record gives. */
export function shownRecord(paper: Shown, visited: string): string {
  const who = paper.organisation
    ? `${paper.organisation.slug} ${paper.organisation.name}`
    : `  • ${paper.authors ?? 1} authors`;
  return [
    fold(paper.title),
    '',
    fold(paper.abstract),
    '',
    who,
    '·',
    shownDate(paper.date, paper.comments ?? 0, visited),
  ].join('\n');
}

/** A whole page: its own words, its date, and the records. */
export function shownPage(papers: readonly Shown[], visited: string): string {
  const head = [
    'new',
    'Get trending papers in your email inbox!',
    'Subscribe',
    'Daily Papers',
    'byAK and the research community',
    shownDate(visited, 0, visited),
  ];
  return [...head, ...papers.map((paper) => shownRecord(paper, visited))].join('\n\n');
}
