/**
 * Draws the papers that were labelled by hand without ever being tuned on: 60 of the arXiv corpus, by a seeded shuffle of their positions.
 * `npx tsx bench/quality/draw-sample.ts` prints them to be read; only their ids are kept in `labels/corpus-60.json`.
 */

import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { sharedData } from '../../src/shared-data.testing.ts';

export const SAMPLE_SEED = 20_251_211;
export const SAMPLE_SIZE = 60;
export const CORPUS = 'data/corpus/arxiv-2025-2026.jsonl.gz';

/** One line of the corpus: arXiv metadata as collected. */
export interface CorpusPaper {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly categories: readonly string[];
  readonly comment: string | null;
}

/** @param file full path of a `.jsonl.gz` @returns one object a line; the caller names their shape */
export function readJsonl<T>(file: string): T[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  // The shape is a fact of our own data files, described in their README.
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

/** Mulberry32: small, seeded, good enough to draw a sample. @returns numbers in [0, 1) */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @returns `count` of `all` without repetition; the same ones for the same seed */
export function drawSample<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = seededRandom(seed);
  const rest = [...all];
  const drawn: T[] = [];
  while (drawn.length < count && rest.length > 0) {
    const at = Math.floor(random() * rest.length);
    drawn.push(rest[at]!);
    rest[at] = rest[rest.length - 1]!;
    rest.pop();
  }
  return drawn;
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const file = sharedData(CORPUS);
  if (file === undefined) throw new Error(`needs ${CORPUS} in SCHOLION_DATA`);
  for (const p of drawSample(readJsonl<CorpusPaper>(file), SAMPLE_SIZE, SAMPLE_SEED)) {
    console.log(
      `## ${p.id} [${p.categories.join(' ')}] ${p.title}\n${p.summary.replace(/\s+/g, ' ')}\n(${p.comment ?? ''})\n`,
    );
  }
}
