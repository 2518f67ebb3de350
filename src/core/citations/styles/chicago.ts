import { type CitedWork, citedUrl, idValue } from '../citation.ts';
import { parseName } from '../names.ts';
import { familyThenFull, fullName, listed } from './name-forms.ts';
import { italic, joined, quoted, type Run, runs, sentences } from './runs.ts';

/**
 * Chicago, author-date (Manual of Style, 18th edition, 2024, chapters 13 and 14): up to six authors, of more the first three and
 * "et al." (13.107), only the first inverted, lower-case particles after the given names, no author 13.81, "n.d." without a year.
 */
export function chicago(work: CitedWork): readonly Run[] {
  const authors = authorsOf(work);
  const year = work.year === undefined ? 'n.d.' : String(work.year);
  const title = work.kind === 'book' ? italic(work.title) : quoted(work.title, '.');
  const head = authors === undefined ? [title, year] : [authors, year, title];
  return sentences(...head, ...sourceOf(work), citedUrl(work));
}

function authorsOf(work: CitedWork): string | undefined {
  const names = work.authors?.map((author, i) => (i === 0 ? familyThenFull : fullName)(parseName(author)));
  if (names === undefined) return undefined;
  if (names.length > 6 || work.moreAuthors) return `${names.slice(0, names.length > 6 ? 3 : 6).join(', ')}, et al.`;
  return listed(names, 'and', 'always');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function sourceOf(work: CitedWork): readonly (readonly Run[])[] {
  const publisher = runs(work.publisher);
  const pages = work.pages === undefined ? undefined : shortRange(work.pages);
  switch (work.kind) {
    case 'journal': {
      // "Journal 12 (3): 1–10"
      const volume = joined(
        ' ',
        italic(work.venue),
        work.volume,
        work.issue === undefined ? undefined : `(${work.issue})`,
      );
      const numbered = work.volume !== undefined || work.issue !== undefined;
      return [joined(numbered ? ': ' : ', ', volume, pages)];
    }
    case 'conference':
    case 'chapter':
      return [work.venue === undefined ? [] : joined(', ', runs('In ', italic(work.venue)), pages), publisher];
    case 'preprint': {
      const archive = work.venue ?? (idValue(work, 'arxiv') === undefined ? work.publisher : 'arXiv');
      const isOfYear = work.date !== undefined && Number(work.date.slice(0, 4)) === work.year;
      const day = isOfYear ? `${MONTHS[Number(work.date?.slice(5, 7)) - 1]} ${Number(work.date?.slice(8))}` : undefined;
      return [joined(', ', 'Preprint', archive, day)];
    }
    case 'thesis':
      return [joined(', ', 'Thesis', work.venue ?? work.publisher)];
    default:
      return [work.publisher === undefined ? runs(work.venue) : publisher];
  }
}

/** Ranges as 9.63 shortens them: 4171–86, 107–8, 321–28, 1496–500; whole where the first is below 100 or ends in 00. */
function shortRange(pages: string): string {
  const [, from = '', to = ''] = /^(\d+)–(\d+)$/.exec(pages) ?? [];
  if (from.length < 3 || from.length !== to.length || from.endsWith('00') || from >= to) return pages;
  const changed = [...to].findIndex((digit, i) => digit !== from[i]);
  const least = from.at(-2) === '0' ? 1 : 2;
  return `${from}–${to.slice(Math.min(changed, to.length - least))}`;
}
