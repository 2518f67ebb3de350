import { CHUNK, lineOf } from '../../storage/papers/line.ts';
import type { LinesRow } from '../../storage/papers/rows.ts';
import type { SavedCopy } from '../saved-copy.ts';
import { type LiveIndex, liveIndex } from './live-index.ts';
import type { Match, Wanted } from './match.ts';

/** Search over the saved papers, which digests may never have told of. They get numbers here, for as long as the engine lives. */
export interface SavedLines {
  find(wanted: Wanted): Promise<readonly (Match & { readonly key: string })[]>;
  size(): number;
}

export function savedLines(saved: SavedCopy): SavedLines {
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const chunk = (n: number): LinesRow => {
    const own = keys.slice(n * CHUNK, (n + 1) * CHUNK);
    const lines = own.map((key) => {
      const row = saved.rows.get(key);
      return row === undefined ? '' : lineOf(row);
    });
    return { chunk: n, text: lines.join('\n') };
  };
  const index: LiveIndex = liveIndex({
    all: async () => Array.from({ length: Math.ceil(keys.length / CHUNK) }, (_, n) => chunk(n)),
    some: async (chunks) => chunks.map(chunk),
  });
  return {
    async find(wanted) {
      const changed = await saved.freshen('search');
      for (const key of changed) if (!numbers.has(key)) numbers.set(key, keys.push(key) - 1);
      index.soil([...changed].map((key) => Math.floor((numbers.get(key) ?? 0) / CHUNK)));
      const found = await index.find(wanted);
      return found.flatMap((match) => {
        const key = keys[match.doc];
        return key === undefined ? [] : [{ ...match, key }];
      });
    },
    size: () => saved.rows.size,
  };
}
