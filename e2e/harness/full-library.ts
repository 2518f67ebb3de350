/** A library with something of everything in it, so that every view has what it can show. */
import type { Page } from 'playwright';
import type { ThingFields } from '../../src/core/library/things.ts';
import type { Extension } from './extension.ts';
import { done, keyOf, newRequest, openLibraryDesk, savePapers } from './library.ts';

const THINGS: Readonly<Record<string, ThingFields>> = {
  c1: { kind: 'collection', name: 'Thesis', parent: null },
  c2: { kind: 'collection', name: 'Chapter 3', parent: 'c1' },
  c3: { kind: 'collection', name: 'Reading group', parent: null },
  s1: { kind: 'search', name: 'Not read yet', text: 'status:to-read', order: 1 },
  'chapter-3': { kind: 'tag', colour: 'plum' },
  r1: {
    kind: 'rule',
    name: 'Number one',
    on: true,
    when: { title: 'number 1' },
    adds: { tags: ['first'], collection: 'c2' },
  },
};
const NOTE = `# Head\n\n- [x] a\n- b ${'unbroken'.repeat(30)}\n\n> quote\n\n| a | b |\n|-|-|\n| 1 | 2 |\n\n[link](https://example.org/)`;

/** Papers 1 to `n`, of which 1 has everything, the last two lie in the trash, and 2 has a twin. @returns a place to make calls from */
export async function fullLibrary(ext: Extension, n = 24): Promise<Page> {
  const desk = await openLibraryDesk(ext);
  const edit = (keys: readonly number[], edits: Parameters<typeof done<'library.edit'>>[2]['edits']) =>
    done(desk, 'library.edit', { request: newRequest(), keys: keys.map(keyOf), edits });
  await savePapers(desk, 1, n);
  for (const [id, fields] of Object.entries(THINGS))
    await done(desk, 'library.thing', { request: newRequest(), id, fields });
  await edit(
    [1, 2, 3],
    [
      { do: 'tag', tag: `a-${'very-long-'.repeat(4)}tag`, on: true },
      { do: 'tag', tag: 'chapter-3', on: true },
      { do: 'auto', tag: 'by a rule', on: true },
      { do: 'collection', id: 'c2', on: true },
      { do: 'rating', rating: 3 },
      { do: 'status', status: 'reading' },
    ],
  );
  await edit([4, 5], [{ do: 'status', status: 'read' }]);
  await edit([6], [{ do: 'status', status: 'aside' }]);
  await edit([n - 1, n], [{ do: 'delete' }]);
  await done(desk, 'library.note', { request: newRequest(), key: keyOf(1), text: NOTE });
  const named = (id: string, title: string) => ({ ids: [id], title, authors: ['Ada Byron', 'Grace Brewster'] });
  // Ids of two kinds and a letter more: saving keeps them apart. Ids are branded; the protocol checks them.
  const twins = [
    named('arxiv:2511.90001', 'Reading in the Margins of Long Papers'),
    named('doi:10.1000/twin', 'Reading in the Margin of Long Papers'),
  ] as never;
  await done(desk, 'library.save', { request: newRequest(), papers: twins, status: 'reading' });
  return desk;
}
