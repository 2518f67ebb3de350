/** A work on its way through the library: saved as a record, kept in registers, cited again. */
import { expect, test } from 'vitest';
import type { PaperId } from '../identity/paper-id.ts';
import { addToRecord, recordOf } from '../library/bib.ts';
import { newClock, stamper } from '../library/clock.ts';
import type { BibState } from '../library/state.ts';
import { type CitedWork, recordOfWork, workOf } from './citation.ts';

const { next } = stamper(newClock('a'), 1_764_000_000_000);
const saved = (work: CitedWork): BibState => addToRecord(undefined, recordOfWork(work), next);
const chapter: CitedWork = {
  ids: ['doi:10.1000/chapter' as PaperId], // of the canonical form
  title: 'A Chapter about Something',
  kind: 'chapter',
  authors: ['Ada Lovelace'],
  year: 2024,
  venue: 'A Book of Chapters',
  volume: '12',
  issue: '3',
  pages: '12–34',
  publisher: 'An Invented Press',
};

test('kind, volume, issue, pages and publisher come back as they went in', () => {
  expect(workOf(recordOf(saved(chapter)))).toEqual(chapter);
});

test('a kind that ids and venue tell by themselves is not kept, so that a better venue may tell another', () => {
  const preprint: CitedWork = { ids: ['arxiv:2511.00001' as PaperId], title: 'A Preprint', kind: 'preprint' };
  const state = addToRecord(saved(preprint), { ids: [], title: '', venue: 'Journal of Inventions' }, next);
  expect(workOf(recordOf(state))?.kind).toBe('journal');
});

test('a foreign file gives no kind that is none, and no volume of a thousand characters', () => {
  const stamp = next();
  const state: BibState = {
    v: 1,
    f: { title: ['T', stamp], kind: ['poem', stamp], volume: ['x'.repeat(1_000), stamp], pages: [12, stamp] },
    i: {},
  };
  expect(recordOf(state)).toEqual({ ids: [], title: 'T' });
});
