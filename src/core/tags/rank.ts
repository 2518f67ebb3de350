/** Which of a paper's tags are worth a place, and in which order a note shows them. */

import type { Tag, TagKind } from './tag.ts';

/** What is known of one tag of one paper before the choice. */
export interface Candidate {
  readonly tag: Tag;
  readonly general: boolean;
  /** Number of mentions. */
  readonly count: number;
  readonly inTitle: boolean;
  /** 0 at the beginning of the abstract, 1 at its end. */
  readonly position: number;
}

export const MOST_TAGS = 12;
const NOTE_ORDER: readonly TagKind[] = ['own', 'task', 'method', 'bench', 'model', 'field', 'auto'];
const WEIGHT: Readonly<Record<TagKind, number>> = {
  own: 2,
  task: 1,
  method: 1,
  bench: 1,
  model: 0.9,
  field: 0.8,
  auto: 0.3,
};
const GENERAL = 0.5;

/** Frequent, early and in the title is what a paper is about (RELATED 7); general names yield to others. */
export const scoreOf = (c: Candidate): number =>
  WEIGHT[c.tag.kind] *
  (c.general ? GENERAL : 1) *
  (Math.log(1 + c.count) + (c.inTitle ? 1.2 : 0) + 0.5 * (1 - c.position));

/** @returns the best 12, kinds in note order, best of a kind first; equal scores by name, so that the order is stable */
export function ranked(candidates: readonly Candidate[]): Tag[] {
  const byScore = candidates
    .map((c) => ({ tag: c.tag, score: scoreOf(c) }))
    .sort((a, b) => b.score - a.score || (a.tag.name < b.tag.name ? -1 : 1))
    .slice(0, MOST_TAGS);
  return NOTE_ORDER.flatMap((kind) => byScore.filter(({ tag }) => tag.kind === kind).map(({ tag }) => tag));
}
