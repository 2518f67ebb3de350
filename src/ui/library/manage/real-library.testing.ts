import 'fake-indexeddb/auto';
import { answers } from '../../parts/calls.testing.ts';

/** A library in memory with the real commands behind the calls, for tests of the dialogs; the engine's jobs are written by the test. */

const { libraryDb } = await import('../../../storage/library/database.ts');
const { save } = await import('../../../storage/library/commands/save.ts');
const { edit } = await import('../../../storage/library/commands/edit.ts');
const { setThing } = await import('../../../storage/library/commands/set-thing.ts');
const { undo } = await import('../../../storage/library/commands/undo.ts');
const { moment, paper, request } = await import('../../../storage/library/library.testing.ts');
const { settle } = await import('../../parts/render.testing.ts');

type Answers = Parameters<typeof answers>[0];

/** Answers calls by the real commands, and others as given. */
export async function realCalls(others: Answers = {}): Promise<void> {
  const db = await libraryDb();
  answers({
    'library.thing': async (body) => (await setThing(db, body, moment())).reply,
    'library.undo': async (body) => (await undo(db, body, moment())).reply,
    ...others,
  });
}

/** Empties the library and puts papers with these own tags into it. */
export async function fill(tags: readonly (readonly string[])[]): Promise<void> {
  const db = await libraryDb();
  await Promise.all(db.tables.map((table) => table.clear()));
  localStorage.clear();
  for (const [i, own] of tags.entries()) {
    const { saved } = (await save(db, { request: request(), papers: [paper(i + 1)] }, moment())).reply;
    const keys = saved.map(({ key }) => key);
    const edits = own.map((tag) => ({ do: 'tag', tag, on: true }) as const);
    if (edits.length > 0) await edit(db, { request: request(), keys, edits }, moment());
  }
}

export const thing = async (id: string, fields: Parameters<typeof setThing>[1]['fields']): Promise<void> => {
  await setThing(await libraryDb(), { request: request(), id, fields }, moment());
};

/** Rounds without a change after which a view is taken to be at rest; and when waiting ends anyhow. */
const QUIET = 4;
const MOST = 400;

/** Lets live queries answer and the view follow, until it has been at rest for a while. */
export const follow = async (): Promise<void> => {
  let before = '';
  let quiet = 0;
  for (let n = 0; n < MOST && quiet < QUIET; n += 1) {
    await settle(() => new Promise((done) => setTimeout(done, 25)));
    const now = document.body.innerHTML;
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
};

/** Long work as the engine's rows tell of it. @returns its id */
export async function job(state: 'running' | 'done', kind: 'retag' | 'rules' | 'undo', done: number): Promise<number> {
  const db = await libraryDb();
  const row = { request: request(), kind, name: '', state, done, total: 10, spec: {}, at: 1, beat: 1, undoable: true };
  return db.jobs.add(state === 'done' ? { ...row, result: { changed: done } } : row);
}

export async function endJob(id: number, changed: number): Promise<void> {
  const db = await libraryDb();
  await db.jobs.update(id, { state: 'done', done: 10, result: { changed } });
}
