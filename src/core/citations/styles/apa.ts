import { type CitedWork, citedUrl, idValue } from '../citation.ts';
import { parseName } from '../names.ts';
import { familyThenInitials, listed } from './name-forms.ts';
import { italic, type Part, type Run, runs, sentences } from './runs.ts';

/**
 * APA, 7th edition (Publication Manual, 2020): authors 9.8 (up to 20; of more the first 19 and the last), no author 9.12, no date 9.17,
 * journals 10.1, chapters 10.3, papers in proceedings 10.5, theses 10.6, preprints 10.8.
 * Titles are kept as they are: sentence case would need to know the proper names in them.
 */
export function apa(work: CitedWork): readonly Run[] {
  const authors = authorsOf(work);
  const date = `(${work.year ?? 'n.d.'})`;
  const title = titleOf(work);
  const head = authors === undefined ? [title, date] : [authors, date, title];
  const cited = sentences(...head, sourceOf(work));
  const url = citedUrl(work);
  // no full stop after an address, which it would break
  return url === undefined ? cited : runs(cited, ` ${url}`);
}

function authorsOf(work: CitedWork): string | undefined {
  const names = work.authors?.map((author) => familyThenInitials(parseName(author)));
  if (names === undefined) return undefined;
  if (work.moreAuthors) return `${names.slice(0, 19).join(', ')}, et al.`;
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${names.at(-1)}`;
  return listed(names, '&', 'always');
}

/** Works that stand alone have italic titles; parts of a greater whole have not. */
function titleOf(work: CitedWork): readonly Run[] {
  const arxiv = idValue(work, 'arxiv');
  switch (work.kind) {
    case 'journal':
    case 'chapter':
      return runs(work.title);
    case 'conference':
      return work.venue === undefined ? runs(italic(work.title)) : runs(work.title);
    case 'preprint':
      return runs(italic(work.title), arxiv === undefined ? undefined : ` (arXiv:${arxiv})`);
    case 'thesis':
      return runs(
        italic(work.title),
        ` [Thesis${(work.venue ?? work.publisher) ? `, ${work.venue ?? work.publisher}` : ''}]`,
      );
    default:
      return runs(italic(work.title));
  }
}

function sourceOf(work: CitedWork): readonly Run[] {
  const pages = work.pages === undefined ? undefined : ` (${/–/.test(work.pages) ? 'pp.' : 'p.'} ${work.pages})`;
  const publisher: Part = work.publisher;
  switch (work.kind) {
    case 'journal':
      return runs(
        italic(work.venue),
        work.volume === undefined ? undefined : ', ',
        italic(work.volume),
        work.issue === undefined ? undefined : `${work.volume === undefined ? ', ' : ''}(${work.issue})`,
        work.pages === undefined ? undefined : `, ${work.pages}`,
      );
    case 'conference':
    case 'chapter': {
      const place = work.venue === undefined ? undefined : runs('In ', italic(work.venue), pages);
      return place === undefined ? runs(publisher) : publisher === undefined ? place : runs(place, '. ', publisher);
    }
    case 'preprint':
      return runs(work.venue ?? (idValue(work, 'arxiv') === undefined ? publisher : 'arXiv'));
    case 'thesis':
      return [];
    default:
      return runs(publisher ?? work.venue);
  }
}
