/** Zotero items: golden ones for each kind, and laws that Zotero's API would hold us to. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay } from '../calendar-day.ts';
import { runs } from '../identity/runs.testing.ts';
import { TYPE_FIELDS, toZotero, ZOTERO_FIELDS } from './to-zotero.ts';
import { anyWork, id, KINDS, work } from './works.testing.ts';

test('an arXiv paper is a preprint with archive, archive number, DOI and page', () => {
  const made = work({
    ids: [id('arXiv:2511.08567'), id('CorpusID:12')],
    title: 'Nets',
    authors: ['Ada Lovelace', 'Ludwig van Beethoven', 'King, Jr., Martin Luther', 'OpenAI'],
    date: calendarDay(2025, 11, 11),
    categories: ['cs.LG', 'stat.ML'],
    abstract: 'We net.',
    tags: ['to do', 'nets'],
    note: 'First <b>.\nSame paragraph.\n\n\n- second & last',
    status: 'reading',
  });
  expect(toZotero(made)).toEqual({
    item: {
      itemType: 'preprint',
      title: 'Nets',
      creators: [
        { creatorType: 'author', firstName: 'Ada', lastName: 'Lovelace' },
        { creatorType: 'author', firstName: 'Ludwig', lastName: 'van Beethoven' },
        { creatorType: 'author', firstName: 'Martin Luther, Jr.', lastName: 'King' },
        { creatorType: 'author', name: 'OpenAI' },
      ],
      tags: [{ tag: 'to do' }, { tag: 'nets' }],
      abstractNote: 'We net.',
      date: '2025-11-11',
      url: 'https://arxiv.org/abs/2511.08567',
      DOI: '10.48550/arXiv.2511.08567',
      repository: 'arXiv',
      archiveID: 'arXiv:2511.08567',
      extra: 'arXiv:2511.08567 [cs.LG]\nCorpusID: 12',
    },
    note: '<p>First &lt;b&gt;.<br>Same paragraph.</p>\n<p>- second &amp; last</p>',
  });
});

describe('each kind has its own fields', () => {
  const given = {
    ids: [id('10.1000/x')],
    title: 'T',
    year: 2020,
    venue: 'Venue',
    publisher: 'House',
    volume: '3',
    issue: '4',
    pages: '12-34',
  } as const;
  const common = { title: 'T', creators: [], tags: [], date: '2020', url: 'https://doi.org/10.1000/x' };
  const golden = {
    journal: {
      itemType: 'journalArticle',
      publicationTitle: 'Venue',
      volume: '3',
      issue: '4',
      pages: '12-34',
      DOI: '10.1000/x',
      extra: 'publisher: House',
    },
    conference: {
      itemType: 'conferencePaper',
      proceedingsTitle: 'Venue',
      publisher: 'House',
      volume: '3',
      pages: '12-34',
      DOI: '10.1000/x',
      extra: 'issue: 4',
    },
    preprint: {
      itemType: 'preprint',
      repository: 'House',
      DOI: '10.1000/x',
      extra: 'container-title: Venue\nvolume: 3\nissue: 4\npage: 12-34',
    },
    book: {
      itemType: 'book',
      series: 'Venue',
      publisher: 'House',
      volume: '3',
      extra: 'issue: 4\npage: 12-34\nDOI: 10.1000/x',
    },
    chapter: {
      itemType: 'bookSection',
      bookTitle: 'Venue',
      publisher: 'House',
      volume: '3',
      pages: '12-34',
      extra: 'issue: 4\nDOI: 10.1000/x',
    },
    thesis: {
      itemType: 'thesis',
      university: 'House',
      extra: 'container-title: Venue\nvolume: 3\nissue: 4\npage: 12-34\nDOI: 10.1000/x',
    },
    report: {
      itemType: 'report',
      institution: 'House',
      pages: '12-34',
      extra: 'container-title: Venue\nvolume: 3\nissue: 4\nDOI: 10.1000/x',
    },
    other: {
      itemType: 'document',
      publisher: 'House',
      extra: 'container-title: Venue\nvolume: 3\nissue: 4\npage: 12-34\nDOI: 10.1000/x',
    },
  } as const;
  test.each(KINDS)('%s', (kind) => {
    expect(toZotero(work({ ...given, kind })).item).toEqual({ ...common, ...golden[kind] });
  });
});

test('a thesis whose school came as its venue has that school', () => {
  const made = work({ title: 'T', kind: 'thesis', venue: 'TU Berlin' });
  expect(toZotero(made).item).toEqual({
    itemType: 'thesis',
    title: 'T',
    creators: [],
    tags: [],
    university: 'TU Berlin',
  });
});

test('a published paper keeps its arXiv number in Extra', () => {
  const made = work({ ids: [id('10.1000/x'), id('1706.03762')], title: 'T', venue: 'NeurIPS 2017', year: 2017 });
  expect(toZotero(made).item).toMatchObject({
    itemType: 'conferencePaper',
    proceedingsTitle: 'NeurIPS 2017',
    DOI: '10.1000/x',
    extra: 'arXiv:1706.03762',
  });
});

test('the code is a line of Extra', () => {
  const made = work({ ids: [id('1706.03762')], title: 'T', code: 'https://github.com/ada/nets' });
  expect(toZotero(made).item.extra).toBe('arXiv:1706.03762\nCode: https://github.com/ada/nets');
});

test('a date that contradicts the year gives way to it', () => {
  expect(toZotero(work({ title: 'T', date: calendarDay(2019, 12, 30), year: 2020 })).item.date).toBe('2020');
});

test('no item has a field that its type lacks, an empty one, or a line end outside Extra and the abstract', () => {
  const always = ['itemType', 'title', 'creators', 'tags', 'abstractNote', 'date', 'url', 'extra'];
  fc.assert(
    fc.property(anyWork, (made) => {
      const { item, note } = toZotero(made);
      const allowed: readonly string[] = [...always, ...TYPE_FIELDS[item.itemType]];
      expect(Object.keys(item).filter((key) => !allowed.includes(key))).toEqual([]);
      for (const field of ZOTERO_FIELDS) {
        const value = item[field];
        if (value === undefined) continue;
        expect(value).not.toBe('');
        if (field !== 'extra') expect(value).not.toContain('\n');
      }
      expect(item.url ?? 'https://').toMatch(/^https:\/\//);
      expect(item.creators.length).toBe(made.authors?.length ?? 0);
      for (const creator of item.creators)
        expect('name' in creator ? creator.name : `${creator.lastName}`).not.toBe('');
      expect(note === undefined).toBe(made.note === undefined);
    }),
    { numRuns: runs(500) },
  );
});

test('a note is text: no tag of its own but paragraphs and line ends', () => {
  fc.assert(
    fc.property(anyWork, (made) => {
      const { note } = toZotero({ ...made, note: `${made.note ?? ''}<img src=x onerror=alert(1)>` });
      expect((note ?? '').replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>]/);
    }),
    { numRuns: runs(300) },
  );
});

test('nothing that a work says of itself is lost', () => {
  fc.assert(
    fc.property(anyWork, (made) => {
      const text = JSON.stringify(toZotero(made).item);
      const said = [
        made.title,
        made.venue,
        made.volume,
        made.issue,
        made.publisher,
        made.abstract,
        ...(made.tags ?? []),
      ];
      for (const value of said) if (value !== undefined) expect(text).toContain(JSON.stringify(value).slice(1, -1));
      for (const paper of made.ids.slice(0, 1)) expect(text).toContain(paper.slice(paper.indexOf(':') + 1));
    }),
    { numRuns: runs(300) },
  );
});
