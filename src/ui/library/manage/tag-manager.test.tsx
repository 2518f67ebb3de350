// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { calls } from '../../parts/calls.testing.ts';
import { named, press, settle, show } from '../../parts/render.testing.ts';
import { endJob, fill, follow, job, realCalls } from './real-library.testing.ts';

const { TagManager } = await import('./tag-manager.tsx');
let running = 0;

beforeEach(async () => {
  await fill([['offline-rl', 'robust'], ['offline-rl'], ['chapter-3', 'offline-rl'], ['robust']]);
  await realCalls({
    'library.retag': async () => {
      running = await job('running', 'retag', 4);
      return { job: running };
    },
  });
});

async function tags() {
  const on = { onClose: vi.fn(), onFind: vi.fn() };
  const root = show(<TagManager {...on} />);
  await follow();
  return { root, on };
}
const rows = (root: HTMLElement): string[] =>
  [...root.querySelectorAll('.tagrows li')].map(
    (row) => `${row.querySelector('bdi')?.textContent} ${row.querySelector('.num')?.textContent}`,
  );
const box = (root: HTMLElement, name: string): HTMLElement => named(root, `Choose ${name}`);
const rename = async (root: HTMLElement, name: string, to: string): Promise<void> => {
  box(root, name).focus();
  await press('F2');
  const field = document.activeElement as HTMLInputElement; // the field for the name
  await settle(() => {
    field.value = to;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
};

test('all own tags stand with the number of their papers, most first; letters narrow them; a press shows the papers', async () => {
  const { root, on } = await tags();
  expect(rows(root)).toEqual(['offline-rl 3 papers', 'robust 2 papers', 'chapter-3 1 paper']);
  await settle(() => named(root, '2 papers').click());
  expect(on.onFind).toHaveBeenCalledWith('robust');
  const field = named(root, 'Find a tag') as HTMLInputElement;
  await settle(() => {
    field.value = 'CHAP';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(rows(root)).toEqual(['chapter-3 1 paper']);
});

test('a rename is a job with progress; its end says how many papers changed and can be taken back', async () => {
  const { root } = await tags();
  await rename(root, 'offline-rl', '  Offline  RL ');
  await press('Enter');
  await follow();
  expect(calls('library.retag')).toMatchObject([{ from: ['offline-rl'], to: 'Offline RL' }]);
  expect(root.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')).toBe('40');
  await settle(() => endJob(running, 3));
  await follow();
  expect(root.querySelector('[role="progressbar"]')).toBeNull();
  expect(root.querySelector('.toast')?.textContent).toBe('“offline-rl” is “Offline RL” now · 3 papersUndo');
  await settle(() => named(root, 'Undo').click());
  expect(calls('library.undo')).toMatchObject([{ undo: calls('library.retag')[0]?.request }]);
});

test('work that has ended before its number is known here is told of all the same, and so is its undo', async () => {
  await realCalls({
    'library.retag': async () => {
      const id = await job('done', 'retag', 3);
      await new Promise((later) => setTimeout(later, 40));
      return { job: id };
    },
    'library.undo': async () => ({ undone: 0, job: await job('done', 'undo', 3) }),
  });
  const { root } = await tags();
  await rename(root, 'offline-rl', 'offline');
  await press('Enter');
  await follow();
  expect(root.querySelector('.toast')?.textContent).toBe('“offline-rl” is “offline” now · 3 papersUndo');
  await settle(() => named(root, 'Undo').click());
  await follow();
  expect(root.querySelector('.toast')?.textContent).toBe('It is as before');
});

test('a name that another tag has is said to merge the two before it does', async () => {
  const { root } = await tags();
  await rename(root, 'chapter-3', 'robust');
  expect(root.querySelector('.tagrows [role="status"]')?.textContent).toBe('There is one already: both become one');
  await press('Enter');
  await follow();
  expect(calls('library.retag')).toMatchObject([{ from: ['chapter-3'], to: 'robust' }]);
});

test('several are merged into one of them, chosen by keys alone', async () => {
  const { root } = await tags();
  await settle(() => box(root, 'robust').click());
  await settle(() => box(root, 'chapter-3').click());
  await settle(() => named(root, 'Merge 2 into…').click());
  await press('ArrowDown');
  await press('Enter');
  await follow();
  expect(calls('library.retag')).toMatchObject([{ from: ['robust'], to: 'chapter-3' }]);
});

test('Delete takes the tag at hand off all papers, or those that are chosen', async () => {
  const { root } = await tags();
  box(root, 'offline-rl').focus();
  await press('ArrowDown');
  await press('Delete');
  await follow();
  expect(calls('library.retag')).toMatchObject([{ from: ['robust'], to: null }]);
});

test('a colour is kept, drawn in the glyph, and goes along with a new name', async () => {
  const { root } = await tags();
  await settle(() => named(root, 'Actions for robust').click());
  await settle(() => named(root, 'Plum').click());
  await follow();
  expect(root.querySelectorAll('.tagrows .c-plum').length).toBe(1);
  await rename(root, 'robust', 'sturdy');
  await press('Enter');
  await follow();
  expect(calls('library.thing')).toMatchObject([
    { id: 'robust', fields: { kind: 'tag', colour: 'plum' } },
    { id: 'sturdy', fields: { kind: 'tag', colour: 'plum' } },
  ]);
});

test('without tags it says where they come from', async () => {
  await fill([[]]);
  expect((await tags()).root.textContent).toContain('No tags of your own yet.');
});
