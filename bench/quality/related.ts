/**
 * Quality and speed of the related index: CSFCube's development half (metrics as in the shared data's README), a screen of hints
 * at 10,000 saved papers, and how faithful two stages are to scoring everything. `npx tsx bench/quality/related.ts` prints them.
 */

import { readFileSync } from 'node:fs';
import process, { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { type RelatedDoc, type RelatedIndex, relatedIndex, relatedIndexFrom } from '../../src/core/related/index-of.ts';
import { sharedData } from '../../src/shared-data.testing.ts';
import { CORPUS, type CorpusPaper, drawSample, readJsonl } from './draw-sample.ts';

export const CSFCUBE = 'data/related/csfcube.docs.jsonl.gz';
const QRELS = 'data/related/csfcube-dev.qrels.jsonl';

interface CubePaper {
  readonly id: string;
  readonly title: string;
  readonly abstract?: string | null;
}

interface Judgement {
  readonly q: string;
  readonly rel: Readonly<Record<string, number>>;
}

export interface RankQuality {
  readonly queries: number;
  readonly map: number;
  readonly ndcg20: number;
}

const docOf = (key: string, title: string, abstract: string | null | undefined): RelatedDoc =>
  abstract === null || abstract === undefined ? { key, title } : { key, title, abstract };

/** Average precision; grades 2 and 3 are relevant. @param grades in ranked order */
function averagePrecision(grades: readonly number[]): number {
  let hits = 0;
  let sum = 0;
  for (const [rank, grade] of grades.entries()) if (grade >= 2) sum += ++hits / (rank + 1);
  return hits === 0 ? 0 : sum / hits;
}

/** NDCG over the first fifth of the pool, linear gain, as CSFCube counts it. */
function ndcg20(grades: readonly number[]): number {
  const depth = Math.floor(0.2 * grades.length);
  const dcg = (list: readonly number[]): number =>
    list.slice(0, depth).reduce((sum, grade, i) => sum + (i === 0 ? grade : grade / Math.log2(i + 1)), 0);
  const ideal = dcg([...grades].sort((a, b) => b - a));
  return ideal === 0 ? 0 : dcg(grades) / ideal;
}

/** @returns percent, averaged over the query-facets; undefined where the shared data is absent */
export function csfcubeQuality(): RankQuality | undefined {
  const docsFile = sharedData(CSFCUBE);
  const qrelsFile = sharedData(QRELS);
  if (docsFile === undefined || qrelsFile === undefined) return undefined;
  const docs = readJsonl<CubePaper>(docsFile).map((d) => docOf(d.id, d.title, d.abstract));
  const byKey = new Map(docs.map((d) => [d.key, d]));
  const index = relatedIndex(docs);
  const lines = readFileSync(qrelsFile, 'utf8').trim().split('\n');
  const judged = lines.map((line) => {
    const { q, rel } = JSON.parse(line) as Judgement;
    const pool = Object.keys(rel).filter((key) => key !== q);
    const scores = index.scores(byKey.get(q)!, pool);
    const ranked = pool.map((key, i) => ({ key, score: scores[i]! })).sort((a, b) => b.score - a.score);
    const grades = ranked.map(({ key }) => rel[key]!);
    return { ap: averagePrecision(grades), ndcg: ndcg20(grades) };
  });
  const mean = (pick: (j: (typeof judged)[number]) => number): number =>
    (100 * judged.reduce((sum, j) => sum + pick(j), 0)) / judged.length;
  return { queries: judged.length, map: mean((j) => j.ap), ndcg20: mean((j) => j.ndcg) };
}

export interface ScreenFigures {
  readonly papers: number;
  /** Milliseconds for the hints of 30 mentions. */
  readonly screenP50: number;
  readonly screenP95: number;
  readonly screenMin: number;
  /** The same in processor time of the cheapest screen: hardly touched by other work on the machine. */
  readonly screenCpu: number;
  readonly buildMs: number;
  readonly addMs: number;
  readonly storedBytes: number;
  readonly heldBytes: number;
  readonly openMs: number;
  /** Share of the exact ten best that two stages find. */
  readonly sameTop10: number;
  /** Mentions that got a hint. */
  readonly withHint: number;
}

function timed<T>(run: () => T): readonly [T, number] {
  const start = performance.now();
  const result = run();
  return [result, performance.now() - start];
}

/** Processor milliseconds of this process. */
function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Share of the exact ten best by full scores, above the floors, that `closest` returns. */
function sameTop10(index: RelatedIndex, keys: readonly string[], queries: readonly RelatedDoc[]): number {
  let same = 0;
  let all = 0;
  for (const query of queries) {
    const scores = index.scores(query, keys);
    const ranked = keys.map((key, i) => ({ key, score: scores[i]! })).filter(({ score }) => score >= 0.1);
    const exact = ranked.sort((a, b) => b.score - a.score).slice(0, 10);
    const found = new Set(index.closest(query, { limit: 10 }).map(({ key }) => key));
    same += exact.filter(({ key }) => found.has(key)).length;
    all += exact.length;
  }
  return all === 0 ? 1 : same / all;
}

/** @param papers how many saved papers @param screens how many screens of 30 mentions */
export function screenFigures(papers = 10_000, screens = 40): ScreenFigures | undefined {
  const file = sharedData(CORPUS);
  if (file === undefined) return undefined;
  const drawn = drawSample(readJsonl<CorpusPaper>(file), papers + 30 * screens, 42);
  const docs = drawn.map((p) => docOf(p.id, p.title, p.summary));
  const saved = docs.slice(0, papers);
  const mentions = docs.slice(papers);
  const [index, buildMs] = timed(() => relatedIndex(saved));
  const times: number[] = [];
  let withHint = 0;
  let screenCpu = Number.POSITIVE_INFINITY;
  for (let s = 0; s < screens; s++) {
    const cpu = cpuNow();
    const [hints, ms] = timed(() => mentions.slice(30 * s, 30 * s + 30).map((m) => index.closest(m, { limit: 1 })));
    withHint += hints.filter((h) => h.length > 0).length;
    times.push(ms);
    screenCpu = Math.min(screenCpu, cpuNow() - cpu);
  }
  times.sort((a, b) => a - b);
  const [bytes] = timed(() => index.bytes());
  const [, openMs] = timed(() => relatedIndexFrom(bytes));
  const same = sameTop10(
    index,
    saved.map((d) => d.key),
    mentions.slice(0, 100),
  );
  const [, addMs] = timed(() => {
    for (const doc of mentions) index.add(doc);
  });
  return {
    papers,
    screenP50: times[Math.floor(times.length / 2)]!,
    screenP95: times[Math.floor(times.length * 0.95)]!,
    screenMin: times[0]!,
    screenCpu,
    buildMs,
    addMs: addMs / mentions.length,
    storedBytes: bytes.length,
    heldBytes: index.byteSize,
    openMs,
    sameTop10: same,
    withHint: withHint / (30 * screens),
  };
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  console.log(csfcubeQuality(), screenFigures());
}
