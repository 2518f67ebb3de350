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

/** The saved paper that each mention means, in the mentions' order. */
export async function savedRows(db: LibraryDb, queries: readonly Query[]): Promise<(SavedRow | undefined)[]> {
  const maybe = await savedAliases(db, await readSelf(db));
  const questions = queries.map(asked);
  const wanted = new Set(questions.flatMap((question) => aliasesAsked(question).filter(maybe)));
  if (wanted.size === 0) return queries.map(() => undefined);
  const aliases = await db.aliases
    .where('alias')
    .anyOf([...wanted])
    .toArray();
  const keys = [...new Set(aliases.map((row) => row.key))];
  const rows = new Map<string, SavedRow>();
  for (const row of await db.papers.bulkGet(keys)) if (row !== undefined) rows.set(row.key, row);
  const byAlias = keysByAlias(aliases.filter(({ key }) => rows.has(key)));
  return questions.map((question) => {
    const key = chooseKey(
      question,
      (alias) => byAlias.get(alias) ?? [],
      (paper) => rows.get(paper),
    );
    return key === undefined ? undefined : rows.get(key);
  });
}
