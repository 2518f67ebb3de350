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
    const rows = await rowsByKey(db, new Set([...index.values()].flat()));
    for (const i of left.keys()) {
      const question = questions[i];
      if (question === undefined) continue;
      const key = chooseKey(
        question,
        (alias) => (index.get(alias) ?? []).filter((saved) => rows.has(saved)),
        (saved) => rows.get(saved),
      );
      if (key === undefined) continue;
      answers[i] = rows.get(key);
      left.delete(i);
    }
  }
  return answers;
}

async function rowsByKey(db: LibraryDb, keys: ReadonlySet<string>): Promise<ReadonlyMap<string, SavedRow>> {
  const rows = await db.papers.bulkGet([...keys]);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row] as const])));
}
