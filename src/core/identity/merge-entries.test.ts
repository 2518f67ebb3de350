import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay } from '../calendar-day.ts';
import type { Entry } from '../entry.ts';
import type { Link } from '../links/link.ts';
import { parseId } from './ids.ts';
import { paperOf, type SourcedEntry } from './merge-entries.ts';
import type { PaperId } from './paper-id.ts';
import { runs } from './runs.testing.ts';

const id = (text: string): PaperId => parseId(text) as PaperId; // all texts here are ids
const day = (text: string) => calendarDay(...(text.split('-').map(Number) as [number, number, number]));
const link = (repo: string): Link => ({
  url: `https://github.com/${repo}`,
  kind: 'code',
  status: 'released',
  label: repo,
  key: `github.com/${repo}`,
  evidence: { source: 'abstract', text: repo },
});

const entry = (more: Partial<Entry> = {}): Entry => ({
  title: 'Notes',
  ids: [],
  links: [],
  tags: [],
  line: 1,
  ...more,
});
const from = (weight: number, more: Partial<Entry>, on?: string): SourcedEntry => {
  const when = on === undefined ? undefined : day(on);
  return { entry: entry(more), digest: weight, weight, ...(when === undefined ? {} : { day: when }) };
};
const merge = (...entries: readonly SourcedEntry[]) => paperOf(entries, () => []);
const date = (text: string, inferred = false): Partial<Entry> =>
  ({ date: day(text), ...(inferred ? { dateInferred: true } : {}) }) as Partial<Entry>; // all texts here are days

describe('what several digests say of one paper', () => {
  test('A12: a date whose year was worked out never replaces an exact one, whatever its source', () => {
    const paper = merge(from(3, date('2025-04-03', true), '2025-12-11'), from(1, date('2024-04-03')));
    expect(paper.date).toBe('2024-04-03');
    expect(paper.dateInferred).toBeUndefined();
    expect(paper.conflicts).toEqual([]); // the exact day settles what was guessed
  });

  test('A12: an inferred date alone stays marked as inferred', () => {
    expect(merge(from(1, date('2025-04-03', true)))).toMatchObject({ date: '2025-04-03', dateInferred: true });
  });

  test('exact days that differ are a conflict; the same day in another time zone is not', () => {
    const apart = merge(from(1, date('2024-04-03')), from(2, date('2024-05-03')));
    expect(apart.conflicts).toEqual([{ field: 'date', values: ['2024-05-03', '2024-04-03'] }]);
    expect(merge(from(1, date('2024-04-03')), from(2, date('2024-04-04'))).conflicts).toEqual([]);
    // The year of a copied page and the day of an announcement: both guesses.
    expect(merge(from(1, date('2025-10-01', true)), from(2, date('2025-10-03', true))).conflicts).toEqual([]);
  });

  test('A18: two titles of one id are both kept and the conflict is shown', () => {
    const paper = merge(
      from(1, { title: 'Notes in the Margin', ids: [id('2511.08567')] }),
      from(3, { title: 'Marginalia', ids: [id('2511.08567')] }),
    );
    expect(paper.title).toBe('Marginalia');
    expect(paper.otherTitles).toEqual(['Notes in the Margin']);
    expect(paper.conflicts).toEqual([{ field: 'title', values: ['Marginalia', 'Notes in the Margin'] }]);
  });

  test('titles that differ in case or TeX are no conflict, but none is dropped', () => {
    const paper = merge(from(3, { title: '$\\mu$KE' }), from(1, { title: 'μKE' }));
    expect(paper.conflicts).toEqual([]);
    expect(paper.otherTitles).toEqual(['μKE']);
  });

  test('a cut title gives way to a whole one of a weaker source', () => {
    const paper = merge(
      from(3, { title: 'Notes in the', flags: ['title-cut'] }),
      from(1, { title: 'Notes in the Margin' }),
    );
    expect(paper.title).toBe('Notes in the Margin');
  });

  test('two arXiv ids on one work are a conflict, an arXiv id and a DOI are not', () => {
    expect(
      merge(from(1, { ids: [id('2511.08567')] }), from(1, { ids: [id('2511.08568'), id('10.1000/x')] })).conflicts,
    ).toEqual([{ field: 'ids', values: ['arxiv:2511.08567', 'arxiv:2511.08568'] }]);
    expect(merge(from(1, { ids: [id('2511.08567')] }), from(1, { ids: [id('10.1000/x')] })).conflicts).toEqual([]);
  });

  test('counts that grow come from the newest digest', () => {
    const paper = merge(
      from(3, { comments: 9, upvotes: 90 }, '2025-01-01'),
      from(1, { comments: 4, upvotes: 120 }, '2025-02-01'),
    );
    expect(paper).toMatchObject({ comments: 4, upvotes: 120 });
  });

  test('author counts that differ are shown, the trusted one counts', () => {
    const paper = merge(from(1, { authorCount: 9 }), from(3, { authors: ['Ada Quill', 'Bo Nib'] }));
    expect(paper).toMatchObject({ authorCount: 2, authors: ['Ada Quill', 'Bo Nib'] });
    expect(paper.conflicts).toEqual([{ field: 'authorCount', values: ['2', '9'] }]);
  });

  test('the tagger gets the united text with the keywords of all digests', () => {
    const seen: unknown[] = [];
    paperOf(
      [
        from(1, { abstract: 'About notes.', tags: ['notes'] }),
        from(3, { remark: '9 pages', categories: ['cs.DL'], tags: ['margins'] }),
      ],
      (facts) => {
        seen.push(facts);
        return [{ name: 'Notes', kind: 'task' }];
      },
    );
    expect(seen).toEqual([
      {
        title: 'Notes',
        abstract: 'About notes.',
        remark: '9 pages',
        categories: ['cs.DL'],
        keywords: ['margins', 'notes'],
      },
    ]);
  });

  test('links of one repository are one, none is lost', () => {
    expect(
      merge(from(1, { links: [link('a/b')] }), from(3, { links: [link('a/b'), link('c/d')] })).links.map((l) => l.key),
    ).toEqual(['github.com/a/b', 'github.com/c/d']);
  });
});

const anyEntry = fc
  .record(
    {
      title: fc.constantFrom('Notes', 'notes', 'Notes in the Margin', ' Notes  ', ''),
      ids: fc.subarray(
        ['2511.08567', '2511.08568', '10.1000/x', 'P19-1001', 'dblp:journals/corr/abs-1706-03762'].map(id),
      ),
      abstract: fc.constantFrom('', 'About notes.', 'About notes and margins.'),
      authors: fc.constantFrom<readonly string[]>([], ['Ada Quill'], ['Ada Quill', 'Bo Nib']),
      authorCount: fc.constantFrom(1, 2, 9),
      organisation: fc.constantFrom({ slug: 'a', name: 'A' }, { slug: 'b', name: 'B' }),
      date: fc.constantFrom(...['2024-04-03', '2025-04-03'].map((d) => day(d) as NonNullable<Entry['date']>)), // real days
      dateInferred: fc.boolean(),
      comments: fc.nat(3),
      upvotes: fc.nat(3),
      remark: fc.constantFrom('', '9 pages', '10 pages'),
      categories: fc.subarray(['cs.DL', 'cs.LG', 'stat.ML']),
      venue: fc.constantFrom('X', 'Y'),
      links: fc.subarray([link('a/b'), link('c/d')]),
      tags: fc.subarray(['notes', 'margins']),
    },
    { requiredKeys: ['title', 'ids', 'links', 'tags'] },
  )
  .map((more): Entry => entry(more as Partial<Entry>)); // absent keys are left out, never undefined

const anySource = fc.record(
  {
    entry: anyEntry,
    digest: fc.nat(5),
    day: fc.constantFrom('2025-01-01', '2025-02-01').map((d) => day(d) as NonNullable<SourcedEntry['day']>),
    weight: fc.constantFrom(1, 2, 3),
  },
  { requiredKeys: ['entry', 'digest', 'weight'] },
) as fc.Arbitrary<SourcedEntry>; // as above

describe('whatever digests say', () => {
  test('the order in which they were read decides nothing', () => {
    const shuffled = fc
      .array(anySource, { minLength: 1, maxLength: 6 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([a, b]) => {
        expect(merge(...b)).toEqual(merge(...a));
      }),
      { numRuns: runs(1000) },
    );
  });

  test('no id, title, link, category or exact date is lost', () => {
    fc.assert(
      fc.property(fc.array(anySource, { minLength: 1, maxLength: 6 }), (all) => {
        const paper = merge(...all);
        const titles = [paper.title, ...paper.otherTitles];
        for (const { entry: e } of all) {
          for (const one of e.ids) expect(paper.ids).toContain(one);
          for (const one of e.links) expect(paper.links.map((l) => l.key)).toContain(one.key);
          for (const one of e.categories ?? []) expect(paper.categories).toContain(one);
          const title = e.title.replace(/\s+/g, ' ').trim();
          if (title !== '') expect(titles).toContain(title);
          if (e.date !== undefined && e.dateInferred !== true) expect(paper.dateInferred).toBeUndefined();
        }
        expect(new Set(paper.ids).size).toBe(paper.ids.length);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('reading a digest twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anySource, { minLength: 1, maxLength: 4 }), (all) => {
        expect(merge(...all, ...all)).toEqual(merge(...all));
      }),
      { numRuns: runs(500) },
    );
  });
});
