import type { DigestFormat, Entry } from '../../core/entry.ts';
import { paperOf, type SourcedEntry } from '../../core/identity/merge-entries.ts';
import type { Tag } from '../../core/tags/tag.ts';
import type { TextFacts } from '../../core/tags/text-facts.ts';
import type { DigestRow, PaperRow } from './rows.ts';

/** A stored paper, computed from its entries and the digests they come from. */

/** How far a format's text can be trusted: an API's JSON more than a page's copied text. */
const WEIGHTS: Readonly<Record<DigestFormat, number>> = { 'hf-json': 3, jsonl: 2, 'hf-page': 1 };
const DIGESTS = 20;
const TOLD = 5;

export interface SourcedRow {
  readonly entry: Entry;
  readonly digest: DigestRow;
}

export type Tagger = (facts: TextFacts) => readonly Tag[];

/** The day that counts for a digest: its own, else the day it was added; a listing without a day of its own has none. */
export const dayOf = (digest: DigestRow) => digest.captured ?? digest.added;

/** @returns the row, and the abstract which is stored apart */
export function paperRow(
  pid: number,
  sources: readonly SourcedRow[],
  tag: Tagger,
): { row: PaperRow; abstract: string | undefined } {
  const entries = sources.map(({ entry, digest }): SourcedEntry => {
    const day = dayOf(digest);
    return { entry, digest: digest.id, weight: WEIGHTS[digest.format], ...(day === undefined ? {} : { day }) };
  });
  const { abstract, tags, ...paper } = paperOf(entries, tag);
  const told = newestFirst(sources);
  const days = told.flatMap(({ digest }) => dayOf(digest) ?? []).sort();
  const [firstDay] = days;
  const row: PaperRow = {
    ...paper,
    pid,
    tags: tags.map(({ name }) => name),
    tagList: tags,
    digests: told.slice(0, DIGESTS).map(({ digest }) => digest.id),
    told: told.slice(0, TOLD).map(({ digest, upvotes, comments }) => ({
      digest: digest.id,
      ...(upvotes === undefined ? {} : { upvotes }),
      ...(comments === undefined ? {} : { comments }),
    })),
    ...(firstDay === undefined ? {} : { firstDay }),
  };
  return { row, abstract };
}

interface Told {
  readonly digest: DigestRow;
  readonly upvotes: number | undefined;
  readonly comments: number | undefined;
}

/** One line a digest, with the highest counts where it names the paper twice. */
function newestFirst(sources: readonly SourcedRow[]): readonly Told[] {
  const told = new Map<number, Told>();
  for (const { entry, digest } of sources) {
    const before = told.get(digest.id);
    told.set(digest.id, {
      digest,
      upvotes: most(before?.upvotes, entry.upvotes),
      comments: most(before?.comments, entry.comments),
    });
  }
  return [...told.values()].sort((a, b) => {
    const [x, y] = [dayOf(a.digest) ?? '', dayOf(b.digest) ?? ''];
    return x === y ? b.digest.id - a.digest.id : x < y ? 1 : -1;
  });
}

const most = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.max(a, b);
