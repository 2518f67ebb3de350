import fc from 'fast-check';
import { toJsonl } from '../core/digest/jsonl.ts';
import type { Entry } from '../core/entry.ts';
import { parseId } from '../core/identity/ids.ts';
import type { PaperId } from '../core/identity/paper-id.ts';

/**
 * Invented digests in which papers meet in every way: shared ids, ids that join two papers, equal titles with and without ids, other
 * authors, titles too short to decide.
 */
const TITLES = [
  'Offline reinforcement learning from scraps',
  'Offline Reinforcement Learning from Scraps',
  'A very long title about models that read tables and answer in whole sentences',
  'Small models',
  'Reading maps slowly',
  'Preface',
  'On the $\\mu$ of things that were never measured',
] as const;
const IDS = ['arXiv:2511.00001', 'arXiv:2511.00002', 'doi:10.1234/one', 'doi:10.1234/two', 'acl:2025.acl-long.1'].map(
  (text) => parseId(text) as PaperId, // all of them are ids
);
const AUTHORS = [['Ada Byron'], ['Emmy Noether', 'Ada Byron'], ['Sofia Kovalevskaya']];

export const inventedEntry: fc.Arbitrary<Entry> = fc
  .record({
    title: fc.constantFrom(...TITLES),
    ids: fc.subarray(IDS, { maxLength: 2 }),
    authors: fc.option(fc.constantFrom(...AUTHORS), { nil: undefined }),
    abstract: fc.option(fc.constantFrom('We read maps. Code: https://github.com/a/b', 'We read tables.'), {
      nil: undefined,
    }),
    upvotes: fc.option(fc.nat(50), { nil: undefined }),
    date: fc.option(fc.constantFrom('2025-11-02', '2024-01-31'), { nil: undefined }),
  })
  .map(({ title, ids, ...rest }) => {
    const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    // line, links and tags are set by the reader of the text
    return { title, ids, ...fields, links: [], tags: [], line: 1 } as Entry;
  });

export const textOf = (entries: readonly Entry[]): string => entries.map(toJsonl).join('\n');

export const inventedDigests: fc.Arbitrary<readonly (readonly Entry[])[]> = fc.array(
  fc.array(inventedEntry, { minLength: 1, maxLength: 6 }),
  { minLength: 1, maxLength: 4 },
);
