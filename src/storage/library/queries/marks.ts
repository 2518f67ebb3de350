import type { TitleFacts } from '../../../core/identity/match-title.ts';
import { recordOf } from '../../../core/library/bib.ts';
import { endOfMerges } from '../../../core/library/merge-papers.ts';
import type { BibState, PaperState } from '../../../core/library/state.ts';
import { mergedInto } from '../../../core/library/view.ts';
import type { Query, SavedMark } from '../../../core/note-data.ts';
import type { LibraryDb } from '../database.ts';
import { aliasesAsked, asked, chooseKey, keysByAlias } from '../match.ts';
import { savedAliases } from '../prints.ts';
import type { SavedRow } from '../rows.ts';
import { readSelf } from '../self.ts';

/**
 * Which of the mentions are saved, in their order. Costs one small read where none is, two batched reads otherwise.
 * Title-only matches follow RELATED.md 9; "probably" is not saved.
 */
export async function savedMarks(db: LibraryDb, queries: readonly Query[]): Promise<(SavedMark | undefined)[]> {
  return (await savedRows(db, queries)).map((row) => (row === undefined ? undefined : markOf(row)));
}

export function markOf({ status, tags, since }: SavedRow): SavedMark {
  return since === undefined ? { status, ownTags: tags } : { status, ownTags: tags, since };
}

/** The key of the saved paper that a mention means. */
export const savedKeyOf = async (db: LibraryDb, query: Query): Promise<string | undefined> =>
  (await savedRows(db, [query]))[0]?.key;

/**
 * The saved paper that each mention means, in the mentions' order. First by one id each, which nearly always decides; then, for
 * the rest, by all that is left.
 */
export async function savedRows(db: LibraryDb, queries: readonly Query[]): Promise<(SavedRow | undefined)[]> {
  const maybe = await savedAliases(db, await readSelf(db));
  const questions = queries.map(asked);
  const answers = questions.map((): SavedRow | undefined => undefined);
  const left = new Map<number, readonly string[]>();
  for (const [i, question] of questions.entries()) {
    const hits = aliasesAsked(question).filter(maybe);
    if (hits.length > 0) left.set(i, hits);
  }
  for (const first of [true, false]) {
    if (left.size === 0) break;
    const wanted = new Set([...left.values()].flatMap((hits) => (first ? hits.slice(0, 1) : hits)));
    const index = keysByAlias(await db.aliases.bulkGet([...wanted]));
    const papers = await shownPapers(db, new Set([...index.values()].flat()));
    for (const i of left.keys()) {
      const question = questions[i];
      if (question === undefined) continue;
      const key = chooseKey(
        question,
        (alias) => (index.get(alias) ?? []).filter((saved) => papers.has(saved)),
        (saved) => papers.get(saved)?.facts,
      );
      if (key === undefined) continue;
      answers[i] = papers.get(key)?.row;
      left.delete(i);
    }
  }
  return answers;
}

interface ShownPaper {
  readonly row: SavedRow;
  /** Of the paper that was asked for; the row may be that of the one it was merged into. */
  readonly facts: TitleFacts;
}

/** The papers of these keys that are in the library; a merged one as the paper that it went into. */
async function shownPapers(db: LibraryDb, keys: ReadonlySet<string>): Promise<ReadonlyMap<string, ShownPaper>> {
  const asked = [...keys];
  const rows = await db.papers.bulkGet(asked);
  const found = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, { row, facts: row }] as const])));
  const others = asked.filter((key) => !found.has(key));
  return others.length === 0 ? found : new Map([...found, ...(await mergedPapers(db, others))]);
}

/** Few: papers that are on no shelf, or in the trash. */
async function mergedPapers(
  db: LibraryDb,
  keys: readonly string[],
): Promise<readonly (readonly [string, ShownPaper])[]> {
  const went = new Map<string, string | null>();
  for (let next = keys; next.length > 0; ) {
    const states = await db.states.bulkGet(next.map((key): [string, string] => ['paper', key]));
    for (const row of states) if (row !== undefined) went.set(row.id, mergedInto(row.state as PaperState) ?? null); // rows of this kind hold such states
    next = [...new Set(states.flatMap((row) => went.get(row?.id ?? '') ?? []))].filter((key) => !went.has(key));
  }
  const merged = keys.filter((key) => typeof went.get(key) === 'string');
  const ends = merged.map((key) => endOfMerges(key, (at) => went.get(at)));
  const [rows, bibs] = await Promise.all([
    db.papers.bulkGet(ends),
    db.states.bulkGet(merged.map((key): [string, string] => ['bib', key])),
  ]);
  return merged.flatMap((key, i) => {
    const row = rows[i];
    return row === undefined ? [] : [[key, { row, facts: recordOf(bibs[i]?.state as BibState | undefined) }] as const]; // as above
  });
}
