import { expect, test } from 'vitest';
import { type RelatedDoc, relatedIndex } from './index-of.ts';

const doc = (key: string, title: string, abstract: string): RelatedDoc => ({ key, title, abstract });

const BEES = doc(
  'bees',
  'Foraging of honey bees under drought',
  'Honey bees collect nectar from drought-stressed flowers. We follow marked bees between hives and meadows.',
);
const HIVES = doc(
  'hives',
  'Radio tags for honey bees',
  'We follow honey bees between hives with radio tags, and count nectar loads. Bees return to their hives.',
);
const BREAD = doc(
  'bread',
  'Sourdough at altitude',
  'Dough rises faster on mountains. We bake loaves in thin air with wild yeast.',
);
const STARS = doc(
  'stars',
  'Dust around young stars',
  'Infrared telescopes see dust discs around young stars before planets form.',
);
const ALL = [BEES, HIVES, BREAD, STARS];

test('the paper on the same subject is found, with the shared words as the reason', () => {
  const [first, ...rest] = relatedIndex([HIVES, BREAD, STARS]).closest(BEES, { limit: 5 });
  expect(rest).toEqual([]);
  expect(first?.key).toBe('hives');
  expect(first?.shared[0]).toBe('honey bees');
  expect(first?.shared).not.toContain('bees');
  expect(first!.shared.length).toBeLessThanOrEqual(5);
});

test('a paper is itself with score 1, unless excluded', () => {
  const index = relatedIndex(ALL);
  expect(index.closest(BEES, { limit: 1 })[0]).toMatchObject({ key: 'bees', score: expect.closeTo(1, 6) });
  expect(index.closest(BEES, { limit: 1, exclude: new Set(['bees']) })[0]?.key).toBe('hives');
});

test('shared words are shown as written, never as stems, and common places of abstracts are no reason', () => {
  const text =
    'We propose Markov processes with LoRA adapters for mRNA analyses. Results show that Markov processes are novel.';
  const index = relatedIndex([doc('a', 'On LoRA', text), BREAD, STARS]);
  const [first] = index.closest({ title: 'Markov process adapters', abstract: text }, { limit: 1 });
  const shown = first!.shared.join('; ');
  expect(shown).toContain('Markov process');
  expect(shown).toContain('LoRA adapters');
  expect(shown).not.toMatch(/processe\b|propose|results|novel/);
});

test('words of a title in capitals are shown in lower case where the text shows that they are common words', () => {
  const index = relatedIndex([HIVES, BREAD]);
  const [first] = index.closest(
    { title: 'Honey Bees And Their Hives', abstract: 'The hives of honey bees, and nectar.' },
    { limit: 1 },
  );
  expect(first?.shared).toEqual(expect.arrayContaining(['honey bees', 'hives']));
});

test('fewer than three shared words are chance', () => {
  const index = relatedIndex([doc('a', 'Wild yeast', ''), STARS]);
  expect(index.closest({ title: 'Wild yeast' }, { limit: 5 })).toEqual([]);
});

test('case, accents, plurals and hyphens make no difference', () => {
  const a = doc('a', 'Café-au-lait spot segmentation', 'Dermoscopy images of naïve patients');
  const b = { title: 'CAFE AU LAIT SPOTS', abstract: 'segmentations: dermoscopy image, naive patient' };
  expect(relatedIndex([a, BREAD]).closest(b, { limit: 1 })[0]?.key).toBe('a');
});

test('a paper added again is replaced, and a removed one is gone', () => {
  const index = relatedIndex(ALL);
  index.add(doc('hives', 'Thin air', 'Mountains'));
  expect(index.size).toBe(4);
  expect(index.closest(BEES, { limit: 5, exclude: new Set(['bees']) })).toEqual([]);
  expect(index.remove('bees')).toBe(true);
  expect(index.remove('bees')).toBe(false);
  expect(index.closest(BEES, { limit: 5 })).toEqual([]);
});

test('of two given papers with one key the later counts', () => {
  const index = relatedIndex([doc('x', BREAD.title, BREAD.abstract!), doc('x', HIVES.title, HIVES.abstract!)]);
  expect(index.size).toBe(1);
  expect(index.closest(BEES, { limit: 5 })).toHaveLength(1);
});

test('an empty index, an empty text and a limit of nothing give nothing', () => {
  expect(relatedIndex([]).closest(BEES, { limit: 5 })).toEqual([]);
  expect(relatedIndex(ALL).closest({ title: '' }, { limit: 5 })).toEqual([]);
  expect(relatedIndex(ALL).closest(BEES, { limit: 0 })).toEqual([]);
  expect(relatedIndex(ALL).closest(BEES, { limit: -1 })).toEqual([]);
});

test('given papers are scored without a floor, 0 where they are unknown', () => {
  const [self, other, unknown] = relatedIndex(ALL).scores(BEES, ['bees', 'bread', 'nobody']);
  expect(self).toBeCloseTo(1, 6);
  expect(other).toBeLessThan(0.1);
  expect(unknown).toBe(0);
});
