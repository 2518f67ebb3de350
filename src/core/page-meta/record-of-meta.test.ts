import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Meta, recordOfMeta } from './record-of-meta.ts';

test('the tags that publishers write for Google Scholar give a whole record', () => {
  const metas: readonly Meta[] = [
    ['citation_title', 'Adaptive  Policies for Offline Data'],
    ['citation_author', 'Lovelace, Ada'],
    ['citation_author', 'Hopper, Grace'],
    ['citation_publication_date', '2024/05/30'],
    ['citation_journal_title', 'Journal of Examples'],
    ['citation_doi', '10.1000/XYZ.1'],
    ['DC.Description', '<p>We show it.</p>'],
  ];
  expect(recordOfMeta(metas, 'https://journal.example/x', 'x')).toEqual({
    ids: ['doi:10.1000/xyz.1'],
    title: 'Adaptive Policies for Offline Data',
    authors: ['Lovelace, Ada', 'Hopper, Grace'],
    date: '2024-05-30',
    year: 2024,
    venue: 'Journal of Examples',
    abstract: 'We show it.',
  });
});

test('arXiv: id of the tag and of the address are one, and arXiv is no venue', () => {
  const record = recordOfMeta(
    [
      ['citation_title', 'T'],
      ['citation_arxiv_id', '2405.19909'],
      ['citation_journal_title', 'arXiv preprint'],
      ['citation_date', '2024'],
    ],
    'https://arxiv.org/abs/2405.19909v2',
    '',
  );
  expect(record).toEqual({ ids: ['arxiv:2405.19909'], title: 'T', year: 2024 });
});

test('a page without tags is known by its address, with the title of the tab; any other page is none', () => {
  const url = 'https://openreview.net/forum?id=B1QRgziT-';
  expect(recordOfMeta([], url, 'Spectral Norms | OpenReview')).toEqual({
    ids: ['openreview:B1QRgziT-'],
    title: 'Spectral Norms',
  });
  expect(recordOfMeta([], 'https://arxiv.org/abs/2405.19909', '[2405.19909] A Title')?.title).toBe('A Title');
  expect(recordOfMeta([], 'https://arxiv.org/pdf/2405.19909', '2405.19909')?.title).toBe('');
  expect(recordOfMeta([['og:title', 'News']], 'https://news.example/', 'News')).toBeUndefined();
});

test('all authors in one tag, parted by semicolons', () => {
  const record = recordOfMeta(
    [
      ['citation_title', 'T'],
      ['citation_authors', 'Ada Lovelace; Grace Hopper'],
    ],
    'https://x.example/',
    '',
  );
  expect(record?.authors).toEqual(['Ada Lovelace', 'Grace Hopper']);
});

test('whatever a page writes, nothing is thrown, text is well-formed and within the limits of a save', () => {
  const name = fc.constantFrom(
    'citation_title',
    'citation_author',
    'citation_doi',
    'citation_date',
    'dc.description',
    '__proto__',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 12 }),
      fc.string(),
      (metas, heading) => {
        const record = recordOfMeta(metas, 'https://doi.org/10.1000/x', heading);
        expect(record?.title.isWellFormed()).toBe(true);
        expect((record?.title.length ?? 0) <= 2_000 && (record?.abstract?.length ?? 0) <= 20_000).toBe(true);
        expect(record?.ids.every((id) => /^[a-z0-9]+:\S+$/.test(id))).toBe(true);
      },
    ),
  );
});
