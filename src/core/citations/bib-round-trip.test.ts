/** What goes out as BibTeX or BibLaTeX comes in again, but for what those formats cannot say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOf } from '../identity/order.ts';
import { runs } from '../identity/runs.testing.ts';
import type { CitedWork } from './citation.ts';
import { type Draft, workOfDraft } from './draft.ts';
import { fromBibtex } from './from-bibtex.ts';
import { texText } from './tex-text.ts';
import { toBiblatex } from './to-biblatex.ts';
import { toBibtex } from './to-bibtex.ts';
import { anyWork } from './works.testing.ts';

async function worksIn(text: string): Promise<readonly CitedWork[]> {
  const file = await fromBibtex(text);
  if (!file.ok) throw new Error(`${file.error}: ${file.detail}`);
  expect(file.value.skipped).toEqual([]);
  return file.value.works.map(({ work }) => work);
}

/** Dashes and quotes that LaTeX writes with ASCII become the signs that they print, and the other way round; characters made of several, one. */
const printed = (text: string | undefined): string | undefined =>
  text
    ?.normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('‘', '`')
    .replaceAll('’', "'")
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”');

/** A work with nothing in it that the formats lose; texts as LaTeX prints them. */
function plain(work: CitedWork): CitedWork | undefined {
  const known = (ids: readonly string[]): CitedWork['ids'] => {
    const first = (kind: string): CitedWork['ids'] => work.ids.filter((id) => kindOf(id) === kind).slice(0, 1);
    return [...first('doi'), ...first('arxiv')].filter((id) => ids.includes(id));
  };
  const draft: Draft = {
    ids: known(work.ids),
    title: printed(work.title),
    kind: work.kind,
    authors: work.authors?.map((author) => printed(author) ?? ''),
    moreAuthors: work.moreAuthors,
    year: work.year ?? 2020,
    venue: printed(work.venue),
    volume: printed(work.volume),
    issue: printed(work.issue),
    pages: printed(work.pages),
    publisher: printed(work.publisher),
    abstract: printed(work.abstract),
    tags: work.tags?.map((tag) => printed(tag.replace(/[,;]+\s*/g, ' ')) ?? ''),
    note: printed(work.note),
    urls: work.url === undefined ? [] : [work.url],
  };
  return workOfDraft(draft)?.work;
}

test.each([
  ['BibTeX', toBibtex, {}],
  ['BibTeX in ASCII', toBibtex, { ascii: true }],
  ['BibLaTeX', toBiblatex, {}],
] as const)('a %s file gives back titles, names, ids, tags, notes and abstracts', async (_, write, options) => {
  await fc.assert(
    fc.asyncProperty(anyWork, async (any) => {
      const work = plain(any);
      fc.pre(work !== undefined);
      if (work === undefined) return;
      const [again] = await worksIn(write([work], options));
      expect(again).toMatchObject({
        title: work.title,
        ids: work.ids,
        year: work.year,
        ...(work.authors === undefined ? {} : { authors: work.authors }),
        ...(work.tags === undefined ? {} : { tags: work.tags }),
        ...(work.abstract === undefined ? {} : { abstract: work.abstract }),
        ...(work.note === undefined ? {} : { note: work.note }),
        ...(work.volume === undefined ? {} : { volume: work.volume }),
        ...(work.issue === undefined ? {} : { issue: work.issue }),
      });
      // where an id leads to the paper, that is its address
      if (work.ids.length === 0) expect(again?.url).toBe(work.url);
    }),
    { numRuns: runs(200) },
  );
});

test.each([
  ['journal', { volume: '7', issue: '2', pages: '1–9', publisher: 'P' }],
  ['conference', { pages: 'e5', publisher: 'P' }],
  ['chapter', { pages: '1–9', publisher: 'P' }],
  ['book', { publisher: 'P' }],
  ['thesis', {}],
  ['report', { issue: '2' }],
] as const)('a %s comes back as one, with all of it', async (kind, more) => {
  const work = workOfDraft({ title: 'T', kind, authors: ['Ada Lovelace'], year: 2020, venue: 'Where It Was', ...more });
  for (const write of [toBibtex, toBiblatex])
    expect(await worksIn(write([work?.work ?? never()]))).toEqual([work?.work]);
});

const never = (): never => {
  throw new Error('it has a title');
};

test('a value without commands is the same by the short way and by none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/[\\{}$~`'-]/.test(text));
      expect(texText(text)).toBe(text);
    }),
    { numRuns: runs(200) },
  );
});
