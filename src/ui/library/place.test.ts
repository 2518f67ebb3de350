import { expect, test } from 'vitest';
import { hashOf, type Place, placeOf, START } from './place.ts';

test('the start has no fragment, and an empty fragment is the start', () => {
  expect(hashOf(START)).toBe('');
  expect(placeOf('')).toEqual(START);
});

test('every place is found again by its fragment', () => {
  const places: readonly Place[] = [
    { ...START, query: { ...START.query, text: 'offline tag:"Offline RL" & #1 ä', sort: 'title', descending: false } },
    { ...START, query: { ...START.query, shelf: 'trash', sort: 'added', descending: false }, view: 'cards' },
    { ...START, paper: 'arxiv:2402.12527', view: 'look' },
    { ...START, query: { ...START.query, sort: 'title', descending: true } },
  ];
  for (const place of places) expect(placeOf(hashOf(place))).toEqual(place);
});

test('#paper=KEY alone opens that paper, and nonsense is as at the start', () => {
  expect(placeOf('#paper=doi:10.1/x')).toEqual({ ...START, paper: 'doi:10.1/x' });
  expect(placeOf('#view=maze&sort=luck&order=sideways&shelf=attic')).toEqual(START);
});
