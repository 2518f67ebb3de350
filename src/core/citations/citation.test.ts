/** A saved record as a work to cite, and back. */
import { expect, test } from 'vitest';
import { calendarDay } from '../calendar-day.ts';
import type { SaveInput } from '../library/save-input.ts';
import { linkOfUrl } from '../links/of-url.ts';
import { citedUrl, pageUrl, recordOfWork, workOf } from './citation.ts';
import { id, work } from './works.testing.ts';

const link = (url: string): NonNullable<SaveInput['links']>[number] => {
  const made = linkOfUrl(url, { source: 'abstract', text: '' });
  if (made === undefined) throw new Error(url);
  return made;
};

test('the year is the record’s, else its date’s, else the arXiv number’s', () => {
  const ids = [id('arXiv:1706.03762')];
  const date = calendarDay(2018, 1, 2);
  expect(workOf({ ids, title: 'x', year: 2019, ...(date ? { date } : {}) })?.year).toBe(2019);
  expect(workOf({ ids, title: 'x', ...(date ? { date } : {}) })?.year).toBe(2018);
  expect(workOf({ ids, title: 'x' })?.year).toBe(2017);
});

test('a record that counts more authors than it names says so', () => {
  expect(workOf({ ids: [], title: 'x', authors: ['Ada Lovelace'], authorCount: 9 })?.moreAuthors).toBe(true);
  expect(workOf({ ids: [], title: 'x', authors: ['Ada Lovelace', 'et al.'] })?.moreAuthors).toBe(true);
  expect(workOf({ ids: [], title: 'x', authors: ['Ada Lovelace'], authorCount: 1 })).not.toHaveProperty('moreAuthors');
});

test('without an id the paper’s page is its address, never the code’s', () => {
  const links = [link('https://github.com/a/b'), link('https://example.org/paper')];
  expect(workOf({ ids: [], title: 'x', links })?.url).toBe('https://example.org/paper');
  expect(workOf({ ids: [], title: 'x', links: links.slice(0, 1) })).not.toHaveProperty('url');
});

test('without a title there is nothing to cite', () => {
  expect(workOf({ ids: [id('arXiv:1706.03762')], title: ' ' })).toBeUndefined();
});

test('the cited address is the DOI, else arXiv’s own DOI, else a page; the page to open is the strongest id’s', () => {
  const both = work({ ids: [id('arXiv:1706.03762'), id('10.1000/x')], title: 'x' });
  expect([citedUrl(both), pageUrl(both)]).toEqual(['https://doi.org/10.1000/x', 'https://arxiv.org/abs/1706.03762']);
  expect(citedUrl({ ...both, ids: [id('hep-th/9901001')] })).toBe('https://doi.org/10.48550/arXiv.hep-th/9901001');
  expect(citedUrl(work({ title: 'x', urls: ['http://example.org/'] }))).toBe('https://example.org/');
});

test('an imported work saves its ids, texts and address', () => {
  const made = work({
    title: 'x',
    authors: ['Ada Lovelace', 'others'],
    year: 2020,
    urls: ['https://example.org/a'],
    volume: '1',
  });
  expect(recordOfWork(made)).toMatchObject({
    ids: [],
    title: 'x',
    authors: ['Ada Lovelace'],
    authorCount: 2,
    year: 2020,
    links: [{ url: 'https://example.org/a', kind: 'web' }],
  });
});
