import { type CitedWork, idValue, pageUrl } from '../citation.ts';
import { parseName } from '../names.ts';
import { initialsThenFamily, listed } from './name-forms.ts';
import { italic, joined, type Part, quoted, type Run, runs, sentences } from './runs.ts';

/**
 * IEEE, by the IEEE Reference Guide (2023): initials before names, more than six authors are the first and "et al.", "Jr." without
 * comma, preprints as `"Title," year, arXiv:number.` Without the number in brackets, which depends on the paper that cites.
 */
export function ieee(work: CitedWork): readonly Run[] {
  const authors = authorsOf(work);
  const isBook = work.kind === 'book';
  const title: Part = isBook ? italic(work.title) : quoted(work.title, ',');
  // in quotes the comma stands within them
  const head = authors.length === 0 ? runs(title) : runs(authors, ', ', title);
  const rest = joined(', ', ...restOf(work));
  const url = idValue(work, 'arxiv') === undefined && idValue(work, 'doi') === undefined ? pageUrl(work) : undefined;
  return sentences(runs(head, isBook ? '. ' : ' ', rest), url === undefined ? undefined : '[Online]').concat(
    runs(url === undefined ? undefined : ` Available: ${url}`),
  );
}

function authorsOf(work: CitedWork): readonly Run[] {
  const names = work.authors?.map((author) => initialsThenFamily(parseName(author))) ?? [];
  const [first = ''] = names;
  if (names.length > 6) return runs(`${first} `, italic('et al.'));
  if (work.moreAuthors) return runs(`${names.join(', ')}, `, italic('et al.'));
  return runs(listed(names, 'and', 'three'));
}

const MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'Jun.', 'Jul.', 'Aug.', 'Sep.', 'Oct.', 'Nov.', 'Dec.'] as const;

function restOf(work: CitedWork): readonly (Part | readonly Run[])[] {
  const doi = idValue(work, 'doi');
  const arxiv = idValue(work, 'arxiv');
  const year = work.year === undefined ? 'n.d.' : String(work.year);
  const isOfYear = work.date !== undefined && Number(work.date.slice(0, 4)) === work.year;
  const month = isOfYear && work.kind === 'journal' ? MONTHS[Number(work.date?.slice(5, 7)) - 1] : undefined;
  const date = month === undefined ? year : `${month} ${year}`;
  const volume = work.volume === undefined ? undefined : `vol. ${work.volume}`;
  const issue = work.issue === undefined ? undefined : `no. ${work.issue}`;
  const pages = work.pages === undefined ? undefined : `${work.pages.includes('–') ? 'pp.' : 'p.'} ${work.pages}`;
  const found = doi !== undefined ? `doi: ${doi}` : arxiv === undefined ? undefined : `arXiv:${arxiv}`;
  switch (work.kind) {
    case 'conference':
      return [work.venue === undefined ? undefined : runs('in ', italic(work.venue)), volume, date, pages, found];
    case 'chapter':
      return [
        work.venue === undefined ? undefined : runs('in ', italic(work.venue)),
        volume,
        work.publisher,
        date,
        pages,
        found,
      ];
    case 'journal':
      return [italic(work.venue), volume, issue, pages, date, found];
    case 'thesis':
      return ['thesis', work.venue ?? work.publisher, date, found];
    case 'preprint':
      return [work.venue, date, found];
    default:
      return [work.publisher ?? work.venue, volume, date, pages, found];
  }
}
