/** What kind of publication a work is, as its ids and venue tell. */
import { expect, test } from 'vitest';
import { id, work } from './works.testing.ts';

test.each([
  ['NeurIPS 2024', 'conference'],
  ['ICML', 'conference'],
  ["CVPR '23", 'conference'],
  ['Proceedings of the 57th Annual Meeting of the ACL', 'conference'],
  ['International Conference on Machine Learning', 'conference'],
  ['EMNLP 2023 Findings', 'conference'],
  ['Journal of Machine Learning Research', 'journal'],
  ['Trans. Mach. Learn. Res.', 'journal'],
  ['TACL', 'journal'],
  ['TMLR', 'journal'],
  ['Nature Communications', 'journal'],
  ['Artificial Intelligence', 'journal'],
  ['CoRR', 'preprint'],
  ['arXiv preprint arXiv:1706.03762', 'preprint'],
  ['bioRxiv', 'preprint'],
])('%s is a %s', (venue, kind) => {
  expect(work({ title: 'x', venue }).kind).toBe(kind);
});

test.each([
  ['acl:P19-1001', undefined, 'conference'],
  ['acl:Q19-1001', undefined, 'journal'],
  ['acl:2024.tacl-1.1', undefined, 'journal'],
  ['dblp:conf/acl/Doe19', 'Somewhere', 'conference'],
  ['dblp:journals/x/Doe19', 'Somewhere', 'journal'],
  ['arxiv:1706.03762', undefined, 'preprint'],
  ['doi:10.1000/x', undefined, 'other'],
] as const)('%s at %s is a %s', (written, venue, kind) => {
  expect(work({ ids: [id(written)], title: 'x', venue }).kind).toBe(kind);
});

test('arXiv as the venue of an arXiv paper says nothing; elsewhere it is kept', () => {
  expect(work({ ids: [id('arXiv:1706.03762')], title: 'x', venue: 'CoRR' })).not.toHaveProperty('venue');
  expect(work({ title: 'x', venue: 'CoRR' }).venue).toBe('CoRR');
});
