/**
 * How often equal titles are one paper, over the ~178,000 titles of arXiv 2025-2026 and the ACL Anthology (shared data).
 * A match is false where both papers name authors and have none in common, or have different ids of one kind.
 * `npx tsx bench/quality/title-matches.ts` prints the counts and every pair of equal keys with disjoint authors, for judging.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parseId } from '../../src/core/identity/ids.ts';
import { idsConflict, matchTitle, type TitleFacts } from '../../src/core/identity/match-title.ts';
import { disjoint, share, surnames } from '../../src/core/identity/surnames.ts';
import { isStopTitle, prefixKey, titleChars, titleKey } from '../../src/core/identity/title-key.ts';
import { sharedData } from '../../src/shared-data.testing.ts';

export interface TitleMatches {
  readonly titles: number;
  /** Titles without any letter or digit. */
  readonly keyless: number;
  /** Different key characters with one hash. */
  readonly collisions: number;
  readonly prefixCollisions: number;
  /** Pairs of equal keys, and what is known of their authors. */
  readonly pairs: {
    readonly all: number;
    readonly shared: number;
    readonly unknown: number;
    readonly disjoint: number;
  };
  /** What the rules say of these pairs when they do not know the ids, as where a digest without ids meets a page. */
  readonly verdicts: Readonly<Record<'title' | 'probably' | 'none', number>>;
  /** Verdict `title` with disjoint authors: must be 0. */
  readonly falseByAuthors: number;
  /** Of the pairs with disjoint authors: verdict `title` if one side named no author and no year. What a bare title list risks. */
  readonly falseIfAuthorless: number;
  /** Verdict `title`, given the ids, of papers that their ids tell apart: must be 0. */
  readonly falseByIds: number;
  /** Pairs of equal keys with disjoint authors. */
  readonly listed: readonly ListedPair[];
  readonly microsecondsPerTitle: number;
}

export interface ListedPair {
  readonly verdict: string;
  /** Why, as far as one word can say. */
  readonly because: string;
  readonly titles: readonly [string, string];
  readonly ids: readonly [string, string];
  readonly authors: readonly [string, string];
}

type Paper = TitleFacts & { readonly id: string; readonly chars: string };

/** @returns undefined where the shared data is absent */
export function titleMatches(): TitleMatches | undefined {
  const arxiv = sharedData('data/corpus/arxiv-2025-2026.jsonl.gz');
  const acl = sharedData('data/corpus/acl-anthology-2025-11.jsonl.gz');
  if (arxiv === undefined || acl === undefined) return undefined;
  const records = [...read(arxiv), ...read(acl)];
  const start = performance.now();
  const keys = records.map((r) => titleKey(r.title));
  const microseconds = ((performance.now() - start) * 1000) / records.length;
  const papers = records.map((r): Paper => ({ ...r, chars: titleChars(r.title) }));
  const groups = new Map<string, Paper[]>();
  const hashed = new Map<string, string>();
  const prefixes = new Map<string, string>();
  let collisions = 0;
  let prefixCollisions = 0;
  for (const [i, paper] of papers.entries()) {
    const key = keys[i];
    if (key === undefined) continue;
    const known = hashed.get(key);
    if (known === undefined) hashed.set(key, paper.chars);
    else if (known !== paper.chars) collisions++;
    const prefix = prefixKey(paper.title);
    const start40 = paper.chars.slice(0, 40);
    if (prefix !== undefined && (prefixes.get(prefix) ?? start40) !== start40) prefixCollisions++;
    if (prefix !== undefined) prefixes.set(prefix, start40);
    groups.set(paper.chars, [...(groups.get(paper.chars) ?? []), paper]);
  }
  const verdicts = { title: 0, probably: 0, none: 0 };
  const pairs = { all: 0, shared: 0, unknown: 0, disjoint: 0 };
  let falseByAuthors = 0;
  let falseByIds = 0;
  let falseIfAuthorless = 0;
  const listed: ListedPair[] = [];
  for (const group of groups.values())
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        const [left, right] = [surnames(a.authors ?? []), surnames(b.authors ?? [])];
        const strangers = disjoint(left, right);
        const verdict = matchTitle(withoutIds(a), withoutIds(b));
        verdicts[verdict]++;
        pairs.all++;
        pairs[strangers ? 'disjoint' : share(left, right) ? 'shared' : 'unknown']++;
        if (strangers && verdict === 'title') falseByAuthors++;
        if (strangers && matchTitle(withoutIds(a), { title: b.title }) === 'title') falseIfAuthorless++;
        if (idsConflict(a.ids ?? [], b.ids ?? []) && matchTitle(a, b) === 'title') falseByIds++;
        if (strangers || (verdict === 'title' && left.size + right.size === 0)) listed.push(list(a, b, verdict));
      }
  return {
    titles: papers.length,
    keyless: keys.filter((key) => key === undefined).length,
    collisions,
    prefixCollisions,
    pairs,
    verdicts,
    falseByAuthors,
    falseIfAuthorless,
    falseByIds,
    listed,
    microsecondsPerTitle: Number(microseconds.toFixed(2)),
  };
}

const withoutIds = ({ title, authors, year }: Paper): TitleFacts => ({
  title,
  ...(authors === undefined ? {} : { authors }),
  ...(year === undefined ? {} : { year }),
});

const list = (a: Paper, b: Paper, verdict: string): ListedPair => ({
  verdict,
  because: isStopTitle(a.title)
    ? 'stop title'
    : a.chars.length < 12
      ? 'under 12'
      : a.chars.length < 20
        ? 'under 20'
        : '20 or more',
  titles: [a.title, b.title],
  ids: [a.id, b.id],
  authors: [a.authors?.slice(0, 4).join('; ') ?? '', b.authors?.slice(0, 4).join('; ') ?? ''],
});

function read(file: string): readonly (TitleFacts & { readonly id: string })[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, title, authors, year } = JSON.parse(line) as {
        id: string;
        title: string;
        authors?: string[];
        year?: string;
      };
      const paperId = parseId(id);
      return {
        id,
        title,
        ...(authors === undefined ? {} : { authors }),
        ...(year === undefined ? {} : { year: Number(year) }),
        ...(paperId === undefined ? {} : { ids: [paperId] }),
      };
    });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const result = titleMatches();
  if (result === undefined)
    console.error('The corpus is not here: set SCHOLION_DATA to the folder that holds data/corpus.');
  else {
    const { listed, ...counts } = result;
    console.log(JSON.stringify(counts, undefined, 2));
    for (const { verdict, because, titles, ids, authors } of listed)
      console.log(
        `${verdict} (${because})\n  ${titles[0]}\n    ${ids[0]}  ${authors[0]}\n  ${titles[1]}\n    ${ids[1]}  ${authors[1]}`,
      );
  }
}
