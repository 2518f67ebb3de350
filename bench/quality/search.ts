/**
 * Quality, speed and size of the full-text index, by the measures of RELATED 4: 200 known-item queries a kind. Times are processor time, which
 * other work on the machine hardly touches. `npx tsx bench/quality/search.ts [papers …]` prints them; `--seed N` draws other queries.
 */

import process, { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';
import { type SearchDoc, type SearchIndex, searchIndex, searchIndexFrom } from '../../src/core/search/index-of.ts';
import { parseQuery } from '../../src/core/search/query.ts';
import { quantile } from '../harness/numbers.ts';
import { KINDS, type Kind, type KnownItem, knownItems, searchDocs } from './search-queries.ts';

export { ACL_CORPUS } from './search-queries.ts';

/** What weights were set on (tuned) and what figures are given for (held out). */
export const TUNED_SEED = 7;
export const HELD_OUT_SEED = 20_251_211;
const QUERIES = 200;

export interface KindFigures {
  /** Mean reciprocal rank among the first ten. */
  readonly mrr: number;
  readonly first: number;
  /** Processor milliseconds of one search. */
  readonly p50: number;
  readonly p95: number;
}

export interface SearchFigures {
  readonly papers: number;
  readonly kinds: Readonly<Record<Kind, KindFigures>>;
  /** Processor milliseconds of one search, for every beginning of 40 queries as they are typed. */
  readonly typingP50: number;
  readonly typingP95: number;
  /** The same for two neighbouring words of a title in quotes. */
  readonly phraseP95: number;
  /** Processor seconds to build it from text. */
  readonly buildSeconds: number;
  /** What the heap and its buffers grow by, after a collection. */
  readonly heldBytes: number;
  readonly storedBytes: number;
  /** Processor milliseconds. */
  readonly openMs: number;
  /** One paper added and then searched, as the library does it. */
  readonly addAndFindMs: number;
}

/** Processor milliseconds of this process. */
function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(run: () => T): readonly [T, number] {
  const start = cpuNow();
  const result = run();
  return [result, cpuNow() - start];
}

function heldNow(): number {
  v8.setFlagsFromString('--expose-gc');
  const collect: unknown = vm.runInNewContext('gc');
  // Buffers are counted as gone only by a later collection than the one that found them unused.
  for (let round = 0; round < 4; round++) if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** @returns rank of the paper among the first ten, 1 the best; undefined where it is not there */
function rankOf(index: SearchIndex, { text, key }: KnownItem): number | undefined {
  const at = index.find(parseQuery(text), { limit: 10 }).hits.findIndex((hit) => hit.key === key);
  return at < 0 ? undefined : at + 1;
}

function measure(index: SearchIndex, items: readonly KnownItem[]): KindFigures {
  const times: number[] = [];
  let sum = 0;
  let first = 0;
  for (const item of items) {
    const [rank, ms] = timed(() => rankOf(index, item));
    times.push(ms);
    if (rank !== undefined) sum += 1 / rank;
    if (rank === 1) first++;
  }
  return {
    mrr: sum / items.length,
    first: first / items.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}

/** Processor milliseconds of one search each. */
function timesOf(index: SearchIndex, texts: readonly string[]): readonly number[] {
  return texts.map((text) => timed(() => index.find(parseQuery(text), { limit: 10 }))[1]);
}

/** Two neighbouring words of each title. */
const phrasesOf = (docs: readonly SearchDoc[]): readonly string[] =>
  docs.flatMap(({ title }) => {
    const [phrase] = /[a-z]{4,} [a-z]{4,}/i.exec(title) ?? [];
    return phrase === undefined ? [] : [`"${phrase}"`];
  });

/** @param papers how many are searched @returns undefined where the shared data is absent */
export function searchFigures(papers: number, seed = HELD_OUT_SEED, all = searchDocs(seed)): SearchFigures | undefined {
  if (all === undefined) return undefined;
  const docs = all.slice(0, papers);
  const items = knownItems(docs, QUERIES, seed);
  const before = heldNow();
  const [index, buildMs] = timed(() => {
    const built = searchIndex(docs);
    built.compact();
    return built;
  });
  // The first searches pay for compiling.
  for (const warm of Object.values(knownItems(docs.slice(0, 1_000), 50, seed + 1))) measure(index, warm);
  const heldBytes = heldNow() - before;
  // `KINDS` names every kind.
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, measure(index, items[kind])])) as Record<
    Kind,
    KindFigures
  >;
  const typing = timesOf(
    index,
    items.words.slice(0, 40).flatMap(({ text }) => Array.from(text, (_, i) => text.slice(0, i + 1))),
  );
  const phrases = timesOf(index, phrasesOf(docs.slice(0, 300)));
  const bytes = index.bytes();
  const [restored, openMs] = timed(() => searchIndexFrom(bytes));
  if (restored?.size !== docs.length) throw new Error('the stored index is not what was stored');
  const more: readonly SearchDoc[] = docs.slice(0, 50).map((doc) => ({ ...doc, key: `again ${doc.key}` }));
  // The first change of a restored or compacted index lists its keys once.
  index.remove('none');
  const [, addMs] = timed(() => {
    for (const [i, doc] of more.entries()) {
      index.add(doc);
      rankOf(index, items.typo[i]!);
    }
  });
  return {
    papers: docs.length,
    kinds,
    typingP50: quantile(typing, 0.5),
    typingP95: quantile(typing, 0.95),
    phraseP95: quantile(phrases, 0.95),
    buildSeconds: buildMs / 1000,
    heldBytes,
    storedBytes: bytes.length,
    openMs,
    addAndFindMs: addMs / more.length,
  };
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const at = argv.indexOf('--seed');
  const seed = at < 0 ? HELD_OUT_SEED : Number(argv[at + 1]);
  const sizes = argv
    .slice(2)
    .filter((arg, i) => /^\d+$/.test(arg) && argv[i + 1] !== '--seed')
    .map(Number);
  for (const papers of sizes.length > 0 ? sizes : [10_000, 100_000]) console.log(searchFigures(papers, seed));
}
