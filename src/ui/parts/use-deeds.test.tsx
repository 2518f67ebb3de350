// @vitest-environment happy-dom

import { expect, test } from 'vitest';
import { answers, calls } from './calls.testing.ts';
import { named, settle, show } from './render.testing.ts';

const { useDeeds } = await import('./use-deeds.ts');
const { Toast } = await import('./toast.tsx');
const { call } = await import('../../messaging/client.ts');

const Page = () => {
  const { act, deed, undo } = useDeeds();
  const move = (name: string): Promise<unknown> =>
    act({
      call: (request) => call('library.thing', { request, id: name, fields: { kind: 'collection', name } }),
      done: () => `${name} moved`,
      failed: `${name} was not moved`,
    });
  return (
    <>
      <button type="button" onClick={() => void move('one')}>
        One
      </button>
      <button type="button" onClick={() => void move('two')}>
        Two
      </button>
      <button type="button" onClick={undo}>
        Back
      </button>
      <Toast deed={deed} />
    </>
  );
};
const said = (root: HTMLElement): string => root.querySelector('.toasts')?.textContent ?? '';

test('deeds are taken back newest first, each by its own request and once', async () => {
  answers({ 'library.thing': {}, 'library.undo': { undone: 1 } });
  const root = show(<Page />);
  await settle(() => named(root, 'One').click());
  await settle(() => named(root, 'Two').click());
  expect(said(root)).toBe('two movedUndo');
  await settle(() => named(root, 'Undo').click());
  expect(said(root)).toBe('It is as beforeUndo');
  await settle(() => named(root, 'Undo').click());
  expect(said(root)).toBe('It is as before');
  await settle(() => named(root, 'Back').click());
  expect(said(root)).toBe('Nothing to undo');
  const [one, two] = calls('library.thing');
  expect(calls('library.undo').map(({ undo }) => undo)).toEqual([two?.request, one?.request]);
});

test('what failed says so with the reason, and offers no undo; a failed undo can be tried again', async () => {
  answers({ 'library.thing': 'read-only' });
  const root = show(<Page />);
  await settle(() => named(root, 'One').click());
  expect(said(root)).toBe('one was not movedThe library is read-only now. Nothing was changed.');
  answers({ 'library.thing': {}, 'library.undo': 'no-answer' });
  await settle(() => named(root, 'Two').click());
  await settle(() => named(root, 'Undo').click());
  expect(said(root)).toContain('Not taken back');
  answers({ 'library.undo': { undone: 0, job: 4 } });
  await settle(() => named(root, 'Undo').click());
  expect(said(root)).toBe('Being taken back');
});
