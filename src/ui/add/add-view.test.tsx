// @vitest-environment happy-dom
import '../parts/browser.testing.ts';
import { expect, test, vi } from 'vitest';
import { localDay } from '../../core/calendar-day.ts';
import type { LibraryHealth } from '../../messaging/calls.ts';
import { named, settle, show } from '../parts/render.testing.ts';

const { AddView } = await import('./add-view.tsx');
const { addErrorWords, addFile, addText } = await import('../parts/add-digest.ts');
const day = localDay(new Date(2025, 11, 11));
const good: LibraryHealth = { state: 'good', count: 0, expected: 0, snapshots: [], papers: 'good' };
const job = {
  id: 1,
  request: 'r',
  kind: 'ingest',
  state: 'running',
  name: 'a.txt',
  done: 3,
  total: 9,
  beat: 0,
} as const;
const add = (more: Partial<Parameters<typeof AddView>[0]> = {}) => {
  const on = {
    onDay: vi.fn(),
    onFiles: vi.fn(),
    onText: vi.fn(),
    onCancel: vi.fn(),
    onDismiss: vi.fn(),
    onRestore: vi.fn(),
    onAgain: vi.fn(),
  };
  const root = show(
    <AddView
      online
      readOnly={false}
      health={good}
      day={day}
      dayChosen={false}
      jobs={[]}
      digests={[]}
      refused={[]}
      taking={0}
      {...on}
      {...more}
    />,
  );
  return { root, on };
};

test('pasted text is handed over once, and the field is free again', async () => {
  const { root, on } = add();
  const area = root.querySelector('textarea');
  await settle(() => {
    if (!area) throw new Error('no field');
    area.value = 'a\nb';
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle(() => named(root, 'Read 2 lines').click());
  expect(on.onText).toHaveBeenCalledWith('a\nb');
  expect(area?.value).toBe('');
});

test('empty, loading, working, refused, offline and read-only', () => {
  expect(add().root.textContent).toContain('What you add is shown here');
  expect(add({ jobs: undefined }).root.querySelector('[aria-busy]')).not.toBeNull();
  expect(add({ jobs: [job] }).root.textContent).toContain('3 of 9');
  expect(add({ taking: 2 }).root.textContent).toContain('Reading 2 files');
  const refused = add({ refused: [{ name: 'photo.jpg', words: 'This is not a text file.' }] }).root;
  expect(refused.querySelector('[role="alert"]')?.textContent).toContain(
    'photo.jpg was not added. This is not a text file.',
  );
  expect(add({ online: false }).root.textContent).toContain('Offline');
  const readOnly = add({ readOnly: true, health: { ...good, state: 'newer' } }).root;
  expect(readOnly.querySelector('textarea, input')).toBeNull();
  expect(readOnly.textContent).toContain('Made by a newer Scholion.');
});

test('what cannot be a digest is refused before anything is sent, with what to do', async () => {
  const refused = async (file: File) => {
    const added = await addFile(file, day);
    return added.ok ? 'taken' : added.error;
  };
  expect(await refused(new File([], 'empty.txt'))).toBe('empty');
  expect(await refused(new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3, 0])], 'photo.jpg'))).toBe(
    'not-text',
  );
  const large = Object.defineProperty(new File(['a'], 'large.txt'), 'size', { value: 65 * 1024 * 1024 });
  expect(await refused(large)).toBe('too-large');
  const gone = Object.assign(new File(['a'], 'gone.txt'), { arrayBuffer: () => Promise.reject(new Error('gone')) });
  expect(await refused(gone)).toBe('unreadable');
  expect(await addText('blank', ' \n ', day)).toMatchObject({ ok: false, error: 'empty' });
  expect(addErrorWords('too-large')).toBe(
    'One digest may have 67 MB of text and 200,000 papers. Split it and add the parts.',
  );
});
