import type { PaperEdit } from '../../src/core/library/edits.ts';

/**
 * A plain log of what was asked of the library, and what it must hold then. It knows nothing of states, clocks or merging: one edit
 * after another, on plain sets.
 */
export interface PlainPaper {
  status: string;
  rating: number;
  readonly tags: Set<string>;
}

export class OperationLog {
  readonly papers = new Map<string, PlainPaper>();

  save(key: string): void {
    if (!this.papers.has(key)) this.papers.set(key, { status: 'to-read', rating: 0, tags: new Set() });
  }

  edit(keys: readonly string[], edits: readonly PaperEdit[]): void {
    for (const key of keys) {
      const paper = this.papers.get(key);
      for (const edit of paper ? edits : []) {
        if (!paper) continue;
        if (edit.do === 'status') paper.status = edit.status;
        else if (edit.do === 'rating') paper.rating = edit.rating;
        else if (edit.do === 'tag' && edit.on) paper.tags.add(edit.tag);
        else if (edit.do === 'tag') paper.tags.delete(edit.tag);
        else throw new Error(`The log does not know the edit ${edit.do}.`);
      }
    }
  }

  /** Differences from the rows of the library, in words; none where all is as the log says. */
  differences(rows: readonly Record<string, unknown>[]): readonly string[] {
    const there = new Map(rows.map((row) => [String(row['key']), row]));
    const found: string[] = [];
    for (const [key, want] of this.papers) {
      const row = there.get(key);
      if (row === undefined) found.push(`${key} is missing`);
      else {
        const have = shown(String(row['status']), Number(row['rating'] ?? 0), row['tags'] as readonly string[]); // a saved row
        const wanted = shown(want.status, want.rating, [...want.tags]);
        if (have !== wanted) found.push(`${key} is ${have} and should be ${wanted}`);
      }
    }
    for (const key of there.keys()) if (!this.papers.has(key)) found.push(`${key} was never saved`);
    return found;
  }
}

const shown = (status: string, rating: number, tags: readonly string[]): string =>
  `${status} ${rating} [${[...tags].sort().join(', ')}]`;
