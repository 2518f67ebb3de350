import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fastest, runs } from './runs.testing.ts';
import { idsInText } from './scan.ts';

const FOUND: readonly (readonly [string, readonly string[]])[] = [
  ['see arXiv:1412.6980 for Adam', ['arxiv:1412.6980']],
  ['as in arXiv: 2511.08567v2 [cs.LG].', ['arxiv:2511.08567']],
  ['(2511.08567), 2511.08568.', ['arxiv:2511.08567', 'arxiv:2511.08568']],
  ['hep-th/9901001 and math.GT/0309136', ['arxiv:hep-th/9901001', 'arxiv:math/0309136']],
  ['(https://arxiv.org/abs/2103.00020v2).', ['arxiv:2103.00020']],
  ['at arxiv.org/abs/2103.00020, again', ['arxiv:2103.00020']],
  ['doi:10.1016/S0009-2614(97)04014-1.', ['doi:10.1016/s0009-2614(97)04014-1']],
  // the digits of this DOI would be an arXiv id
  ['10.1103/PhysRevD.2301.00001', ['doi:10.1103/physrevd.2301.00001']],
  ['https://doi.org/10.48550/arXiv.2511.08567', ['arxiv:2511.08567']],
  ['ACL paper 2020.acl-main.1 won', ['acl:2020.acl-main.1']],
  ['PMID: 20565167; PMC419918; CorpusID: 12345', ['pmid:20565167', 'pmcid:PMC419918', 's2corpus:12345']],
  ['https://openreview.net/forum?id=B1QRgziT-', ['openreview:B1QRgziT-']],
];

const NOTHING = [
  'pi is 3.14159, not 3.1416',
  'it cost 1412.6980 units and 2412.69801%',
  'version 2.2511.08567.1',
  '$2511.08567 and =2511.08567',
  'https://evil.example/abs/2401.00001',
  'and/or 1234567, km/1234567',
  'W19-4201 may be a screw',
  'https://github.com/org/2511.08567',
];

describe('ids in free text', () => {
  test.each(FOUND)('%s', (text, ids) => expect(idsInText(text)).toEqual(ids));
  test.each(NOTHING)('none in "%s"', (text) => expect(idsInText(text)).toEqual([]));
});

test('no text throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void idsInText(text)),
    { numRuns: runs(2000) },
  );
});

test('A16: a megabyte of hostile text is scanned in under 100 ms', () => {
  for (const piece of [
    '0',
    ' ',
    '10.1000/',
    '10.',
    'a',
    'a-',
    '9999.',
    'arxiv:',
    'https://',
    'https://a/',
    'PMID ',
    '<A',
    'HREF=""',
    'arxiv.org/',
    '1234.a-',
    'cs.',
    '.)',
  ]) {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const ms = fastest(() => {
      idsInText(text);
    });
    expect(ms, `a megabyte of ${JSON.stringify(piece)}`).toBeLessThan(100);
  }
});
