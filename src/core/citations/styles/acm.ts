import { urlOf } from '../../identity/urls-of.ts';
import { primaryClass } from '../bib-entry.ts';
import { type CitedWork, idValue, pageUrl } from '../citation.ts';
import { parseName } from '../names.ts';
import { fullName, listed } from './name-forms.ts';
import { italic, joined, type Run, runs, sentences } from './runs.ts';

/**
 * ACM Reference Format (https://www.acm.org/publications/authors/reference-formatting; ACM-Reference-Format.bst of acmart 2): names
 * in full, all of them, the year after them, `[n. d.]` without one, "arXiv:number [class]" for preprints.
 */
export function acm(work: CitedWork): readonly Run[] {
  const names = work.authors?.map((author) => fullName(parseName(author)));
  const authors = names && (work.moreAuthors ? `${names.join(', ')}, et al.` : listed(names, 'and', 'three'));
  const year = work.year === undefined ? '[n. d.]' : String(work.year);
  const standsAlone = work.kind === 'book' || work.kind === 'thesis' || work.kind === 'report';
  const title = standsAlone ? italic(work.title) : work.title;
  const head = authors === undefined ? [title, year] : [authors, year, title];
  const url = addressOf(work);
  const cited = sentences(...head, ...sourceOf(work));
  if (url === undefined) return cited;
  // the format puts no full stop between an arXiv number and its address
  const isNumber = work.kind === 'preprint' && idValue(work, 'arxiv') !== undefined;
  return runs(isNumber ? cited.slice(0, -1) : cited, ` ${url}`);
}

function addressOf(work: CitedWork): string | undefined {
  const doi = work.ids.find((id) => id.startsWith('doi:'));
  return doi === undefined ? pageUrl(work) : urlOf(doi);
}

const MONTHS = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
] as const;

function sourceOf(work: CitedWork): readonly (readonly Run[])[] {
  const publisher = runs(work.publisher);
  const arxiv = idValue(work, 'arxiv');
  switch (work.kind) {
    case 'journal': {
      const isOfYear = work.date !== undefined && Number(work.date.slice(0, 4)) === work.year;
      const month = isOfYear ? `${MONTHS[Number(work.date?.slice(5, 7)) - 1]} ` : '';
      // "J. ACM 37, 4 (April 2018), 1–11"
      const numbers = joined(', ', work.volume, work.issue);
      const date = work.year === undefined ? undefined : ` (${month}${work.year})`;
      const venue = runs(italic(work.venue), numbers.length > 0 && work.venue !== undefined ? ' ' : undefined, numbers);
      return [venue.length === 0 ? [] : joined(', ', runs(venue, date), work.pages)];
    }
    case 'conference':
    case 'chapter': {
      const place = work.venue === undefined ? [] : runs('In ', italic(work.venue));
      const inPlace = work.publisher === undefined ? joined(', ', place, work.pages) : place;
      return [inPlace, work.publisher === undefined ? [] : joined(', ', publisher, work.pages)];
    }
    case 'preprint': {
      const group = primaryClass(work);
      if (arxiv === undefined) return [runs(work.venue ?? work.publisher)];
      return [runs(work.venue), runs(`arXiv:${arxiv}`, group === undefined ? undefined : ` [${group}]`)];
    }
    case 'thesis':
      return [runs('Thesis'), runs(work.venue ?? work.publisher)];
    default:
      return [work.publisher === undefined ? runs(work.venue) : publisher];
  }
}
