/** Fields from arXiv categories: what the authors themselves chose. */

import type { Candidate } from './rank.ts';
import { CATEGORY_FIELDS } from './vocabulary/fields.ts';

const MOST_FIELDS = 2;
const fields = new Map(
  CATEGORY_FIELDS.split('\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
);

/** The categories that nearly every paper of our sites has. */
const GENERAL: ReadonlySet<string> = new Set(['cs.AI', 'cs.LG', 'stat.ML']);

/** @param categories in the paper's order, primary first @returns at most two fields, the special before the general */
export function categoryTags(categories: readonly string[]): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const category of categories.slice(0, 16)) {
    const name = fields.get(category) ?? fields.get(category.split('.')[0] ?? '');
    if (name === undefined || found.has(name)) continue;
    const reason = { text: category.slice(0, 20), where: 'category' } as const;
    const tag = { name, kind: 'field', reason } as const;
    found.set(name, { tag, general: GENERAL.has(category), count: 1, inTitle: false, position: found.size / 4 });
  }
  return [...found.values()].sort((a, b) => Number(a.general) - Number(b.general)).slice(0, MOST_FIELDS);
}
