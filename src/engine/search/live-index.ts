import { CHUNK } from '../../storage/papers/line.ts';
import type { LinesRow } from '../../storage/papers/rows.ts';
import { type Match, matches, type Wanted } from './match.ts';
import { type WordIndex, wordIndex } from './word-index.ts';

/** Where lines come from: all of them, or those of some chunks; a chunk that is gone is absent. */
export interface LineSource {
  all(): Promise<readonly LinesRow[]>;
  some(chunks: readonly number[]): Promise<readonly LinesRow[]>;
}

export interface LiveIndex {
  /** Chunks to read anew before the next search. */
  soil(chunks: Iterable<number> | 'all'): void;
  find(wanted: Wanted): Promise<readonly Match[]>;
  size(): number;
}

/** When so many chunks changed, all are indexed anew; before, those alone, beside the old index. */
const REBUILD = 64;

const NOTHING = wordIndex([]);

/** A word index that follows its lines: what changed is indexed apart and replaces those documents of the large index. */
export function liveIndex(source: LineSource): LiveIndex {
  let base: WordIndex = NOTHING;
  let beside: WordIndex = NOTHING;
  /** Chunks that `beside` holds instead of `base`. */
  let replaced = new Set<number>();
  let soiled: Set<number> | 'all' = 'all';

  async function refresh(): Promise<void> {
    if (soiled !== 'all' && soiled.size === 0) return;
    const chunks = soiled === 'all' ? undefined : new Set([...replaced, ...soiled]);
    soiled = new Set();
    if (chunks === undefined || chunks.size > REBUILD) {
      base = wordIndex(linesOf(await source.all()));
      beside = NOTHING;
      replaced = new Set();
    } else {
      beside = wordIndex(linesOf(await source.some([...chunks])));
      replaced = chunks;
    }
  }

  let under: Promise<void> | undefined;
  return {
    soil(chunks) {
      if (chunks === 'all') soiled = 'all';
      else if (soiled !== 'all') for (const chunk of chunks) soiled.add(chunk);
    },
    async find(wanted) {
      under ??= refresh().finally(() => {
        under = undefined;
      });
      await under;
      const old = matches(base, wanted, (doc) => replaced.has(Math.floor(doc / CHUNK)));
      return beside.size === 0 ? old : [...old, ...matches(beside, wanted, () => false)];
    },
    size: () => base.size + beside.size,
  };
}

function* linesOf(rows: readonly LinesRow[]): Generator<readonly [number, string]> {
  for (const { chunk, text } of [...rows].sort((a, b) => a.chunk - b.chunk)) {
    let doc = chunk * CHUNK;
    for (const line of text.split('\n')) yield [doc++, line];
  }
}
