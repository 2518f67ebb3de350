import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseId } from './ids.ts';
import { equivalents, ID_KINDS, kindOf, sortIds, withEquivalents } from './order.ts';
import type { PaperId } from './paper-id.ts';
import { runs } from './runs.testing.ts';

const ids = [
  'dblp:conf/iclr/X19',
  'CorpusID:7',
  'PMC12',
  'PMID:3',
  'openreview:abcde',
  'P19-1001',
  '10.1000/x',
  '2511.08567',
  '0704.0001',
].map(
  (text) => parseId(text) as PaperId, // all are ids
);

test('the strongest id stands first, whatever the order given, and none stands twice', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (shuffled) => {
      expect(sortIds([...shuffled, ...ids])).toEqual(sortIds(ids));
    }),
    { numRuns: runs(100) },
  );
  expect(sortIds(ids).map(kindOf)).toEqual([
    'arxiv',
    'arxiv',
    'doi',
    'acl',
    'openreview',
    'pmid',
    'pmcid',
    's2corpus',
    'dblp',
  ]);
  expect(ID_KINDS.length).toBe(new Set(ID_KINDS).size);
});

test('a dblp key of a preprint proves the arXiv paper', () => {
  expect(equivalents('dblp:journals/corr/abs-1706-03762' as PaperId)).toEqual(['arxiv:1706.03762']);
  expect(equivalents('dblp:journals/corr/cs-CL-0112017' as PaperId)).toEqual(['arxiv:cs/0112017']);
  expect(equivalents('dblp:journals/corr/cmp-lg-9404001' as PaperId)).toEqual(['arxiv:cmp-lg/9404001']);
  expect(equivalents('dblp:journals/corr/HanMD15' as PaperId)).toEqual([]);
});

test('a DOI that an older store kept for an arXiv or ACL paper still proves it', () => {
  expect(withEquivalents(['doi:10.48550/arxiv.2511.08567' as PaperId])).toContain('arxiv:2511.08567');
  expect(withEquivalents(['doi:10.18653/v1/p19-1001' as PaperId])).toContain('acl:P19-1001');
  expect(equivalents('doi:10.1000/x' as PaperId)).toEqual([]);
});
