import type { Entry } from '../entry.ts';
import { parseDigest } from './parse.ts';

/** Ways a copied text gets damaged, and what is left of its papers. */

/** What one paper is, for comparing before and after the damage; lines move, so they do not count. */
export const factsOf = ({ line: _, ...facts }: Entry): string => JSON.stringify(facts);

/** Facts of every paper of a text; none where its format is no longer known. Throws where the parser does. */
export function papersOf(
  text: string,
  captured: NonNullable<Parameters<typeof parseDigest>[1]['captured']>,
): readonly string[] {
  const digest = parseDigest(text, { captured });
  return digest.ok ? digest.value.entries.map(factsOf) : [];
}

/** How many of the whole papers are missing or changed, and how many came instead. */
export function difference(
  whole: readonly string[],
  left: readonly string[],
): { readonly lost: number; readonly added: number } {
  const count = (list: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
    return counts;
  };
  const [before, after] = [count(whole), count(left)];
  let lost = 0;
  let added = 0;
  for (const [item, n] of before) lost += Math.max(0, n - (after.get(item) ?? 0));
  for (const [item, n] of after) added += Math.max(0, n - (before.get(item) ?? 0));
  return { lost, added };
}

export const lineOps = {
  removed: (lines: readonly string[], i: number): string => lines.toSpliced(i, 1).join('\n'),
  doubled: (lines: readonly string[], i: number): string => lines.toSpliced(i, 0, lines[i] ?? '').join('\n'),
  swapped: (lines: readonly string[], i: number, j: number): string =>
    lines
      .with(i, lines[j] ?? '')
      .with(j, lines[i] ?? '')
      .join('\n'),
} as const;
