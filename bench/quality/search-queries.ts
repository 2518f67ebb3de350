/**
 * Known-item queries for the full-text index, drawn by a seeded script from real papers: a query is what someone remembers of one paper, and
 * counts by the rank of that paper. Its words are cut by a rule of its own, not by the index's.
 */

import { titleKey } from '../../src/core/identity/title-key.ts';
import type { SearchDoc } from '../../src/core/search/index-of.ts';
import { sharedData } from '../../src/shared-data.testing.ts';
import { CORPUS, type CorpusPaper, readJsonl, seededRandom } from './draw-sample.ts';

export const ACL_CORPUS = 'data/corpus/acl-anthology-2025-11.jsonl.gz';
export const KINDS = ['words', 'typo', 'prefix', 'abstract'] as const;
export type Kind = (typeof KINDS)[number];

export interface KnownItem {
  readonly text: string;
  readonly key: string;
}

interface AclPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly year: string;
  readonly venue: string | null;
}

/** arXiv's papers have their authors beside what `CorpusPaper` names. */
type ArxivPaper = CorpusPaper & { readonly authors: readonly string[]; readonly _day: string };

/** @returns papers with abstracts of both corpora, in a seeded order, one of each title; undefined where the data is absent */
export function searchDocs(seed: number): SearchDoc[] | undefined {
  const arxiv = sharedData(CORPUS);
  const acl = sharedData(ACL_CORPUS);
  if (arxiv === undefined || acl === undefined) return undefined;
  const seen = new Set<string>();
  const docs: SearchDoc[] = [];
  const add = (doc: SearchDoc): void => {
    const key = titleKey(doc.title) ?? '';
    if (!seen.has(key)) docs.push(doc);
    seen.add(key);
  };
  for (const p of readJsonl<ArxivPaper>(arxiv)) {
    const { id, title, summary, authors, _day } = p;
    add({ key: id, title, abstract: summary, authors, year: Number(_day.slice(0, 4)) });
  }
  for (const { id, title, abstract, authors, year, venue } of readJsonl<AclPaper>(acl)) {
    if (abstract) add({ key: id, title, abstract, authors, year: Number(year), ...(venue === null ? {} : { venue }) });
  }
  const random = seededRandom(seed);
  for (let i = docs.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [docs[i], docs[j]] = [docs[j]!, docs[i]!];
  }
  return docs;
}

const FUNCTION_WORDS = new Set(
  'the and for with from are via not can its our how what why when does into over under between through using towards toward on in of to by at as is an or be we it do'.split(
    ' ',
  ),
);
const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{N}\p{M}]{2,}/gu)
      ?.filter((word) => !FUNCTION_WORDS.has(word)),
  ),
];

/** One random edit: a letter too many, missing, wrong, or two neighbours swapped. Never the word itself. */
export function withTypo(word: string, random: () => number): string {
  for (;;) {
    const at = Math.floor(random() * word.length);
    const letter = String.fromCharCode(97 + Math.floor(random() * 26));
    const kind = Math.floor(random() * 4);
    const typed =
      kind === 0
        ? word.slice(0, at) + letter + word.slice(at)
        : kind === 1
          ? word.slice(0, at) + word.slice(at + 1)
          : kind === 2
            ? word.slice(0, at) + letter + word.slice(at + 1)
            : word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    if (typed !== word && typed.length >= word.length - 1) return typed;
  }
}

/** Three words of a title in its order, or undefined where it has fewer. */
function threeWords(title: string, random: () => number): string[] | undefined {
  const words = wordsOf(title);
  if (words.length < 3) return undefined;
  while (words.length > 3) words.splice(Math.floor(random() * words.length), 1);
  return words;
}

function queryFor(
  kind: Kind,
  doc: SearchDoc,
  having: ReadonlyMap<string, number>,
  random: () => number,
): string | undefined {
  if (kind === 'abstract') {
    const rare = wordsOf(doc.abstract ?? '').filter((word) => (having.get(word) ?? 0) > 1);
    rare.sort((a, b) => (having.get(a) ?? 0) - (having.get(b) ?? 0));
    return rare.length < 4 ? undefined : rare.slice(0, 4).join(' ');
  }
  const words = threeWords(doc.title, random);
  if (words === undefined) return undefined;
  if (kind === 'prefix') {
    const last = words[2]!;
    if (last.length < 5) return undefined;
    words[2] = last.slice(0, 4);
  }
  if (kind === 'typo') {
    const long = words.flatMap((word, i) => (word.length > 4 ? [i] : []));
    const at = long[Math.floor(random() * long.length)];
    if (at === undefined) return undefined;
    words[at] = withTypo(words[at]!, random);
  }
  return words.join(' ');
}

/** @param docs all that are searched @returns `count` queries of each kind */
export function knownItems(
  docs: readonly SearchDoc[],
  count: number,
  seed: number,
): Readonly<Record<Kind, readonly KnownItem[]>> {
  const having = new Map<string, number>();
  for (const { abstract } of docs)
    for (const word of wordsOf(abstract ?? '')) having.set(word, (having.get(word) ?? 0) + 1);
  const random = seededRandom(seed);
  const draw = (kind: Kind): readonly KnownItem[] => {
    const items: KnownItem[] = [];
    while (items.length < count) {
      const doc = docs[Math.floor(random() * docs.length)]!;
      const text = queryFor(kind, doc, having, random);
      if (text !== undefined) items.push({ text, key: doc.key });
    }
    return items;
  };
  return { words: draw('words'), typo: draw('typo'), prefix: draw('prefix'), abstract: draw('abstract') };
}
