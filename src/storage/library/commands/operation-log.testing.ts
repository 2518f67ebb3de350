/**
 * A plain log of what a person did, and what the library must look like after it. It knows nothing of states, stamps or merging: papers
 * are plain fields, an action is what it set and what stood there before.
 */
export interface Plain {
  place: 'library' | 'trash' | 'none';
  status: string;
  rating: number;
  tags: readonly string[];
}

export type Change = (paper: Plain) => Partial<Plain>;

interface Done {
  readonly before: ReadonlyMap<string, Plain>;
}

export class OperationLog {
  readonly papers = new Map<string, Plain>();
  readonly #done: Done[] = [];

  get(key: string): Plain {
    return this.papers.get(key) ?? { place: 'none', status: 'to-read', rating: 0, tags: [] };
  }

  /** An action on some papers that was acknowledged. */
  act(keys: readonly string[], change: Change): void {
    const before = new Map<string, Plain>();
    for (const key of new Set(keys)) {
      const paper = this.get(key);
      const after = { ...paper, ...change(paper) };
      if (same(paper, after)) continue;
      before.set(key, paper);
      this.papers.set(key, after);
    }
    this.#done.push({ before });
  }

  /** Takes the last action back that is not taken back yet. */
  undo(): void {
    for (const [key, paper] of this.#done.pop()?.before ?? []) this.papers.set(key, paper);
  }

  /** What must be seen: both shelves. */
  shelves(): { readonly library: unknown; readonly trash: unknown } {
    const on = (place: Plain['place']) =>
      [...this.papers]
        .filter(([, paper]) => paper.place === place)
        .map(([key, { status, rating, tags }]) => ({ key, status, rating, tags: [...tags].sort() }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    return { library: on('library'), trash: on('trash') };
  }
}

const same = (a: Plain, b: Plain): boolean =>
  a.place === b.place &&
  a.status === b.status &&
  a.rating === b.rating &&
  [...a.tags].sort().join('\n') === [...b.tags].sort().join('\n');
