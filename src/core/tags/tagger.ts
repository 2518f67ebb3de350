/** Topics of a paper from its own words: tasks, methods, benchmarks, models and fields of a hand-kept vocabulary. */

import type { Tag } from './tag.ts';
import type { TextFacts } from './text-facts.ts';

const FIRST: readonly (readonly [string, Tag['kind'], RegExp])[] = [
  ['Offline RL', 'task', /\boffline (?:reinforcement learning|RL)\b/i],
  ['Text-to-SQL', 'task', /\b(?:NL2SQL|text[- ]to[- ]SQL)\b/i],
  ['PPO', 'method', /\bPPO\b/],
  ['GRPO', 'method', /\bGRPO\b/],
  ['DPO', 'method', /\bDPO\b/],
  ['D4RL', 'bench', /\bD4RL\b/],
];

/** @returns at most 12 tags in the order of a note: task, method, bench, model, field. Never throws. */
export function tagsOf(p: TextFacts): readonly Tag[] {
  const text = `${p.title}\n${p.abstract ?? ''}`.slice(0, 100_000);
  return FIRST.flatMap(([name, kind, pattern]) => {
    const hit = pattern.exec(text);
    if (!hit) return [];
    const where = hit.index < p.title.length ? 'title' : 'abstract';
    return [{ name, kind, reason: { text: hit[0], where } }];
  });
}
