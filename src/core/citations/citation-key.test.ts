/** Citation keys: as patterns say, plain ASCII, and never two alike. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../identity/runs.testing.ts';
import { citationKeys } from './citation-key.ts';
import { anyWorks, id, work } from './works.testing.ts';

const attention = work({
  ids: [id('arXiv:1706.03762')],
  title: 'Attention Is All You Need',
  authors: ['Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar'],
  year: 2017,
});

describe('a key', () => {
  test.each([
    [undefined, 'vaswani2017attention'],
    ['[auth][year][shorttitle]', 'Vaswani2017AttentionAllYou'],
    ['[auth3:lower]_[shortyear]', 'vas_17'],
    ['[authEtAl]:[year]', 'VaswaniEtAl:2017'],
    ['[authors][year]', 'VaswaniShazeerParmar2017'],
    ['[shorttitle:abbr:lower]-[id]', 'aay-arxiv1706.03762'],
    ['[nonsense][year]', 'arxiv1706.037622017'.slice(0, 15)],
  ])('by the pattern %s', (pattern, expected) => {
    expect(citationKeys([attention], pattern)).toEqual([expected]);
  });
  test('drops accents and keeps particles', () => {
    const made = work({ title: 'Über Öl', authors: ['Jan van der Bürg'], year: 2020 });
    expect(citationKeys([made], '[auth][year][shorttitle]')).toEqual(['vanderBurg2020UberOl']);
  });
  test('falls back to the id, or a word, where nothing can be written in Latin letters', () => {
    const made = work({ title: '注意力', authors: ['张三'], year: 2020 });
    expect(citationKeys([made, { ...made, ids: [id('10.1000/x')] }])).toEqual(['work2020', 'doi10.1000/x']);
  });
});

describe('keys of many works', () => {
  const one = work({ ids: [id('arXiv:2001.00001')], title: 'On Graphs', authors: ['Ann Lee'], year: 2020 });
  const two = { ...one, ids: [id('arXiv:2001.00002')] };
  const three = { ...one, ids: [id('arXiv:2001.00003')] };
  test('are told apart by letters, the earliest stays plain', () => {
    expect(citationKeys([one, two, three])).toEqual(['lee2020graphs', 'lee2020graphsa', 'lee2020graphsb']);
  });
  test('do not depend on the order of the list', () => {
    expect(citationKeys([three, one, two])).toEqual(['lee2020graphsb', 'lee2020graphs', 'lee2020graphsa']);
  });
  test('do not collide with a key that ends in such a letter by itself', () => {
    const other = work({ title: 'Graphsa', authors: ['Ann Lee'], year: 2020 });
    expect(new Set(citationKeys([one, two, other])).size).toBe(3);
  });
  test('of 5,000 equal works take no time', () => {
    const start = performance.now();
    expect(new Set(citationKeys(Array.from({ length: 5000 }, () => one))).size).toBe(5000);
    expect(performance.now() - start).toBeLessThan(2000);
  });
  test('are different whatever the case, and safe in any file', () => {
    fc.assert(
      fc.property(
        anyWorks,
        fc.string({ maxLength: 30, unit: fc.constantFrom(...'[]auth:year{},%\\ "') }),
        (works, pattern) => {
          const keys = citationKeys([...works, ...works], pattern);
          expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
          for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_:.+/-]+$/);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
