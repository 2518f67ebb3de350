import { matchTitle, type TitleMatch } from '../identity/match-title.ts';
import { withEquivalents } from '../identity/order.ts';
import { titleChars } from '../identity/title-key.ts';
import type { SavedRow } from './saved-row.ts';

/** Saved papers that look like one work. They are only shown: a person merges them, or does not. */

export type DuplicateReason = 'id' | 'title' | 'probably';
export interface DuplicateGroup<Row> {
  /** The weakest of what holds the group together: a group is as sure as its least sure pair. */
  readonly reason: DuplicateReason;
  /** Oldest save first. */
  readonly rows: readonly Row[];
}

type Row = Pick<SavedRow, 'key' | 'ids' | 'title' | 'authors' | 'authorCount' | 'year' | 'added'>;

const STRENGTH: Readonly<Record<DuplicateReason, number>> = { id: 2, title: 1, probably: 0 };
/** Titles are compared where they share a beginning or an end of so many key characters: one typo leaves one of the two. */
const BLOCK = 16;
/** More papers than this with one beginning ("Proceedings of the …") say nothing of each other. */
const CROWD = 60;

/** Surest groups first, then by title. Reads every paper once and compares few pairs: 50,000 papers take about a second. */
export function duplicatesIn<R extends Row>(rows: readonly R[]): readonly DuplicateGroup<R>[] {
  const parts = new Parts(rows.length);
  for (const [, members] of groupedBy(rows, (row) => withEquivalents(row.ids))) {
    for (const other of members.slice(1)) parts.join(members[0] ?? other, other, 'id');
  }
  const seen = new Set<string>();
  for (const [, members] of groupedBy(rows, blocksOf)) {
    if (members.length > CROWD) continue;
    for (const [n, a] of members.entries()) {
      for (const b of members.slice(n + 1)) {
        const pair = `${Math.min(a, b)} ${Math.max(a, b)}`;
        if (seen.has(pair) || parts.together(a, b)) continue;
        seen.add(pair);
        const match = matched(rows[a], rows[b]);
        if (match !== 'none') parts.join(a, b, match);
      }
    }
  }
  return parts
    .all()
    .map(({ reason, members }) => ({ reason, rows: members.flatMap((at) => rows[at] ?? []).sort(byAge) }))
    .sort((a, b) => STRENGTH[b.reason] - STRENGTH[a.reason] || compareTitles(a.rows[0], b.rows[0]));
}

const matched = (a: Row | undefined, b: Row | undefined): TitleMatch =>
  a === undefined || b === undefined ? 'none' : matchTitle(a, b);

const byAge = (a: Row, b: Row): number => (a.added ?? 0) - (b.added ?? 0) || (a.key < b.key ? -1 : 1);

const compareTitles = (a: Row | undefined, b: Row | undefined): number =>
  (a?.title ?? '') < (b?.title ?? '') ? -1 : 1;

function blocksOf({ title }: Row): readonly string[] {
  const chars = titleChars(title);
  return chars.length < BLOCK ? [`= ${chars}`] : [`^ ${chars.slice(0, BLOCK)}`, `$ ${chars.slice(-BLOCK)}`];
}

/** Places of rows by each of their names; only names that several share. */
function* groupedBy<R>(
  rows: readonly R[],
  names: (row: R) => readonly string[],
): Generator<readonly [string, readonly number[]]> {
  const found = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    for (const name of names(row)) {
      const before = found.get(name);
      if (before === undefined) found.set(name, [at]);
      else if (before.at(-1) !== at) before.push(at);
    }
  }
  for (const [name, members] of found) if (members.length > 1) yield [name, members];
}

/** A union-find forest that remembers the weakest join of each part. */
class Parts {
  readonly #parent: Int32Array;
  readonly #reasons = new Map<number, DuplicateReason>();

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, at) => at);
  }

  #root(at: number): number {
    let root = at;
    while ((this.#parent[root] ?? root) !== root) root = this.#parent[root] ?? root;
    this.#parent[at] = root;
    return root;
  }

  together(a: number, b: number): boolean {
    return this.#root(a) === this.#root(b);
  }

  join(a: number, b: number, reason: DuplicateReason): void {
    const [into, from] = [this.#root(a), this.#root(b)];
    if (into === from) return;
    this.#parent[from] = into;
    const all = [reason, this.#reasons.get(into), this.#reasons.get(from)].filter((one) => one !== undefined);
    this.#reasons.set(
      into,
      all.reduce((weakest, one) => (STRENGTH[one] < STRENGTH[weakest] ? one : weakest)),
    );
  }

  all(): readonly { readonly reason: DuplicateReason; readonly members: readonly number[] }[] {
    const found = new Map<number, number[]>();
    for (const at of this.#parent.keys()) found.set(this.#root(at), [...(found.get(this.#root(at)) ?? []), at]);
    return [...found].flatMap(([root, members]) => {
      const reason = this.#reasons.get(root);
      return members.length > 1 && reason !== undefined ? [{ reason, members }] : [];
    });
  }
}
