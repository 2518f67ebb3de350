import { useCallback, useState } from 'preact/hooks';

/** Pairs of papers of which the person said that they are two works; a matter of this browser. */

const KEY = 'scholion.not-the-same';
/** Older ones are forgotten beyond this number. */
const MOST = 5_000;

/** One key for a pair, whichever comes first. A space is in no key of a paper with an id; titles are told apart well enough. */
export const pairKey = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);

function read(): ReadonlySet<string> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(value) ? value.filter((pair) => typeof pair === 'string') : []);
  } catch {
    return new Set(); // something else wrote there: all are asked about again
  }
}

/** Every pair among these. */
export const pairsOf = (keys: readonly string[]): readonly string[] =>
  keys.flatMap((a, i) => keys.slice(i + 1).map((b) => pairKey(a, b)));

export interface NotTheSame {
  readonly has: (pair: string) => boolean;
  readonly set: (pairs: readonly string[], apart: boolean) => void;
}

export function useNotTheSame(): NotTheSame {
  const [pairs, setPairs] = useState(read);
  const set = useCallback((given: readonly string[], apart: boolean) => {
    setPairs((before) => {
      const after = new Set(before);
      for (const pair of given) {
        if (apart) after.add(pair);
        else after.delete(pair);
      }
      localStorage.setItem(KEY, JSON.stringify([...after].slice(-MOST)));
      return after;
    });
  }, []);
  return { has: (pair) => pairs.has(pair), set };
}
