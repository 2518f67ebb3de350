import fc from 'fast-check';
import type { PaperId } from '../../core/identity/paper-id.ts';
import type { PaperEdit } from '../../core/library/edits.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import { STATUSES } from '../../core/library/status.ts';
import { edit } from '../../storage/library/commands/edit.ts';
import { save } from '../../storage/library/commands/save.ts';
import { setThing } from '../../storage/library/commands/set-thing.ts';
import { writeNote } from '../../storage/library/commands/write-note.ts';
import type { LibraryDb } from '../../storage/library/database.ts';
import { moment, request } from '../../storage/library/library.testing.ts';

/** Invented libraries of few words, so that papers share words, tags, venues and places. */
const WORDS = 'honey bees hive yeast sourdough café Größe multi-agent 强化学习 model models of the'.split(' ');
const text = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((w) => w.join(' '));
export const TAGS = ['bees', 'C++', 'c#', 'Offline RL', '🔥'] as const;

/** Collections: Thesis > Chapter 3 > Notes, and Reading. */
export const COLLECTIONS = [
  { id: 'c-thesis', name: 'Thesis', parent: null },
  { id: 'c-three', name: 'Chapter 3', parent: 'c-thesis' },
  { id: 'c-notes', name: 'Notes', parent: 'c-three' },
  { id: 'c-read', name: 'Reading', parent: null },
] as const;

export interface Invented {
  readonly paper: SaveInput;
  readonly edits: readonly PaperEdit[];
  readonly note: string | undefined;
}

const edits: fc.Arbitrary<readonly PaperEdit[]> = fc.array(
  fc.oneof(
    fc.constantFrom(...STATUSES).map((status) => ({ do: 'status' as const, status })),
    fc.constantFrom(1, 3, 5).map((rating) => ({ do: 'rating' as const, rating: rating as 1 | 3 | 5 })),
    fc.constantFrom(...TAGS).map((tag) => ({ do: 'tag' as const, tag, on: true })),
    fc.constantFrom(...TAGS).map((tag) => ({ do: 'auto' as const, tag, on: true })),
    fc.constantFrom(...COLLECTIONS).map(({ id }) => ({ do: 'collection' as const, id, on: true })),
  ),
  { maxLength: 4 },
);

export const inventedPapers = (most: number): fc.Arbitrary<readonly Invented[]> =>
  fc
    .uniqueArray(
      fc.record({
        n: fc.nat({ max: 60 }),
        title: text(4),
        authors: fc.option(fc.array(fc.constantFrom('Ana Alvarez', 'Bo Lindqvist', 'Łucja Ó Brien'), { maxLength: 2 })),
        year: fc.option(fc.integer({ min: 2022, max: 2025 })),
        venue: fc.option(fc.constantFrom('ICML', 'Meadow Conference')),
        abstract: fc.option(text(8)),
        note: fc.option(text(4)),
        hasCode: fc.boolean(),
        edits,
        deleted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      }),
      { maxLength: most, selector: ({ n }) => n },
    )
    .map((all) =>
      all.map(
        ({ n, edits: own, deleted, note, hasCode, ...rest }): Invented => ({
          paper: {
            ids: [`arxiv:2511.${String(n).padStart(5, '0')}` as PaperId], // of the canonical form
            ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) as { title: string }),
            ...(hasCode
              ? {
                  links: [
                    {
                      url: `https://github.com/a/${n}`,
                      kind: 'code',
                      status: 'released',
                      label: `a/${n}`,
                      evidence: { source: 'abstract' },
                    },
                  ] as unknown as NonNullable<SaveInput['links']>,
                }
              : {}),
          },
          edits: deleted ? [...own, { do: 'delete' }] : own,
          note: note ?? undefined,
        }),
      ),
    );

/** Writes them by the commands that people's actions run. @returns their keys */
export async function keepAll(db: LibraryDb, papers: readonly Invented[]): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const { paper, edits: own, note } of papers) {
    const { reply } = await save(db, { request: request(), papers: [paper], status: undefined }, moment());
    const key = reply.saved[0]?.key ?? '';
    keys.push(key);
    if (note !== undefined) await writeNote(db, { request: request(), key, text: note }, moment());
    if (own.length > 0) await edit(db, { request: request(), keys: [key], edits: own }, moment());
  }
  return keys;
}

export async function makeCollections(db: LibraryDb): Promise<void> {
  for (const { id, name, parent } of COLLECTIONS) {
    await setThing(db, { request: request(), id, fields: { kind: 'collection', name, parent } }, moment());
  }
}
