/** The record of a saved paper: gaps are filled, nothing is overwritten, nothing unsafe comes out. */
import { describe, expect, test } from 'vitest';
import type { PaperId } from '../identity/paper-id.ts';
import type { Link } from '../links/link.ts';
import { aliasesOf, keyOf } from './aliases.ts';
import { addToRecord, recordOf } from './bib.ts';
import { newClock, stamper } from './clock.ts';
import type { SaveInput } from './save-input.ts';
import type { BibState } from './state.ts';

const next = stamper(newClock('a'), 1_764_000_000_000).next;
const id = (text: string): PaperId => text as PaperId; // canonical forms, written by hand
const code = (repo: string, status: Link['status'] = 'released'): Link => ({
  url: `https://github.com/${repo}`,
  kind: 'code',
  status,
  label: repo,
  key: `github.com/${repo}`,
  evidence: { source: 'abstract', text: 'Code is available.' },
});
test('A07: signs that are invisible or turn the direction of text are no part of titles, names and venues', () => {
  const bib = addToRecord(
    undefined,
    { ids: [], title: 'One \u202etitle\u202c of\u200b two', authors: ['A\u2067da\u2069'], venue: '\ufeffNets' },
    next,
  );
  expect(recordOf(bib)).toMatchObject({ title: 'One title of two', authors: ['Ada'], venue: 'Nets' });
});

const input: SaveInput = {
  ids: [id('arxiv:2511.08567')],
  title: 'A Title that Names One Paper Only',
  year: 2025,
  links: [code('a/b', 'promised')],
};

describe('a record', () => {
  test('gives back what was saved', () => {
    expect(recordOf(addToRecord(undefined, input, next))).toEqual(input);
  });
  test('takes what a later save adds and keeps what it has', () => {
    const later: SaveInput = {
      ids: [id('doi:10.1000/x')],
      title: 'Another Title',
      year: 2026,
      abstract: 'We …',
      links: [code('a/b'), code('c/d')],
    };
    const record = recordOf(addToRecord(addToRecord(undefined, input, next), later, next));
    expect(record.ids).toEqual(['arxiv:2511.08567', 'doi:10.1000/x']);
    expect([record.title, record.year, record.abstract]).toEqual([input.title, 2025, 'We …']);
    expect(record.links?.map((link) => `${link.key} ${link.status}`)).toEqual([
      'github.com/a/b released',
      'github.com/c/d released',
    ]);
  });
  test('is the same object where a save adds nothing, so that nothing is written', () => {
    const state = addToRecord(undefined, input, next);
    expect(addToRecord(state, input, next)).toBe(state);
  });
  test('from a foreign file gives no malformed field and no link but https', () => {
    const stamp = next();
    const state = {
      v: 1,
      f: {
        title: [7, stamp],
        authors: ['Ada', stamp],
        year: ['2025', stamp],
        date: ['2026-02-30', stamp],
        links: [[{ ...code('a/b'), url: 'javascript:alert(1)' }], stamp],
        venue: 'no register',
      },
      i: { 'arxiv:2511.08567': [1, stamp], 'doi:10.1/out': [0, stamp] },
    } as unknown as BibState; // what a damaged file holds
    expect(recordOf(state)).toEqual({ ids: ['arxiv:2511.08567'], title: '' });
  });
});

describe('the names of a record', () => {
  test('are its ids, their equivalents, its title key and the key of the title cut', () => {
    const names = aliasesOf({ ids: [id('dblp:journals/corr/abs-2511-08567')], title: 'x'.repeat(45) });
    expect(names.map((name) => name.replace(/^([tp]:).*/, '$1'))).toEqual([
      'arxiv:2511.08567',
      'dblp:journals/corr/abs-2511-08567',
      't:',
      'p:',
    ]);
  });
  test('a short title alone is told apart by authors and year', () => {
    const preface = (author: string): SaveInput => ({ ids: [], title: 'Preface', authors: [author] });
    expect(keyOf(preface('Ada Lovelace'))).not.toBe(keyOf(preface('Grace Hopper')));
    expect(keyOf(preface('Ada Lovelace'))).toBe(keyOf(preface('Lovelace, Ada')));
    expect(keyOf({ ids: [], title: ' … ' })).toBeUndefined();
  });
});
