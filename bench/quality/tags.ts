/**
 * Precision and recall of the tagger against labels made by hand (`labels/README.md`), on the seed and on 60 drawn papers.
 * `npx tsx bench/quality/tags.ts` prints the figures; `--show seed` also prints every tag, wrong ones marked.
 */

import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Tag } from '../../src/core/tags/tag.ts';
import { tagsOf } from '../../src/core/tags/tagger.ts';
import type { TextFacts } from '../../src/core/tags/text-facts.ts';
import { sharedData } from '../../src/shared-data.testing.ts';
import { CORPUS, type CorpusPaper, drawSample, readJsonl, SAMPLE_SEED, SAMPLE_SIZE } from './draw-sample.ts';

export const SEED = 'data/seed/daily-papers-search-page.txt';

/** One line of a label file: right names by kind, `!` where it must be found. */
interface Label {
  readonly line?: number;
  readonly id?: string;
  readonly task: readonly string[];
  readonly method: readonly string[];
  readonly bench: readonly string[];
  readonly model: readonly string[];
  readonly field: readonly string[];
}

export interface Labelled {
  readonly paper: TextFacts;
  readonly label: Label;
}

export interface TagQuality {
  readonly papers: number;
  /** Share of the tags that a reader accepts. */
  readonly precision: number;
  /** The same without what arXiv categories gave. */
  readonly precisionOfWords: number;
  /** Share of the `!` names that were found. */
  readonly recall: number;
  readonly tagsPerPaper: number;
  /** Milliseconds a paper, median of five rounds. */
  readonly msPerPaper: number;
}

export interface Judged {
  readonly title: string;
  readonly tags: readonly { readonly tag: Tag; readonly right: boolean }[];
  readonly missed: readonly string[];
}

function labels(name: string): Label[] {
  const text = readFileSync(new URL(`labels/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Label);
}

/** @param file full path of the seed page; a label's `line` is where a title stands, its abstract two lines below */
export function seedPapers(file: string): Labelled[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return labels('seed-40').map((label) => {
    const at = label.line! - 1;
    return { label, paper: { title: lines[at]!, abstract: lines[at + 2]! } };
  });
}

/** @param file full path of the corpus */
export function drawnPapers(file: string): Labelled[] {
  const byId = new Map(drawSample(readJsonl<CorpusPaper>(file), SAMPLE_SIZE, SAMPLE_SEED).map((p) => [p.id, p]));
  return labels('corpus-60').map((label) => {
    const p = byId.get(label.id!)!;
    const remark = p.comment === null ? {} : { remark: p.comment };
    return { label, paper: { title: p.title, abstract: p.summary, categories: p.categories, ...remark } };
  });
}

export function judge({ paper, label }: Labelled): Judged {
  const written = [...label.task, ...label.method, ...label.bench, ...label.model, ...label.field];
  const right = new Set(written.map((name) => name.replace(/!$/, '').toLowerCase()));
  const tags = tagsOf(paper).map((tag) => ({ tag, right: right.has(tag.name.toLowerCase()) }));
  const given = new Set(tags.map(({ tag }) => tag.name.toLowerCase()));
  const must = written.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1));
  return { title: paper.title, tags, missed: must.filter((name) => !given.has(name.toLowerCase())) };
}

function timed(papers: readonly TextFacts[]): number {
  const rounds = [0, 1, 2, 3, 4].map(() => {
    const start = performance.now();
    for (const paper of papers) tagsOf(paper);
    return (performance.now() - start) / papers.length;
  });
  return rounds.sort((a, b) => a - b)[2]!;
}

export function tagQuality(set: readonly Labelled[]): TagQuality {
  const judged = set.map(judge);
  const tags = judged.flatMap((j) => j.tags);
  const words = tags.filter(({ tag }) => tag.reason?.where !== 'category');
  const share = (list: typeof tags) => list.filter((t) => t.right).length / Math.max(1, list.length);
  const missed = judged.reduce((sum, j) => sum + j.missed.length, 0);
  const must = set.reduce(
    (sum, { label: l }) =>
      sum + [l.task, l.method, l.bench, l.model, l.field].flat().filter((name) => name.endsWith('!')).length,
    0,
  );
  return {
    papers: set.length,
    precision: share(tags),
    precisionOfWords: share(words),
    recall: 1 - missed / must,
    tagsPerPaper: tags.length / set.length,
    msPerPaper: timed(set.map((l) => l.paper)),
  };
}

/** @returns the figures of both sets; undefined where the shared data is absent */
export function measureTags(): { readonly seed: TagQuality; readonly drawn: TagQuality } | undefined {
  const seed = sharedData(SEED);
  const corpus = sharedData(CORPUS);
  if (seed === undefined || corpus === undefined) return undefined;
  return { seed: tagQuality(seedPapers(seed)), drawn: tagQuality(drawnPapers(corpus)) };
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const seed = sharedData(SEED);
  if (argv.includes('--show') && seed !== undefined) {
    for (const j of seedPapers(seed).map(judge)) {
      console.log(`\n${j.title}`);
      for (const { tag, right } of j.tags)
        console.log(`  ${right ? ' ' : 'X'} ${tag.kind} ${tag.name} <- ${tag.reason?.text}`);
      if (j.missed.length > 0) console.log(`  missed: ${j.missed.join(', ')}`);
    }
    console.log(tagQuality(seedPapers(seed)));
  } else console.log(measureTags());
}
