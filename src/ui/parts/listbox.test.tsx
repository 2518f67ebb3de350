// @vitest-environment happy-dom
import './browser.testing.ts';
import { expect, test, vi } from 'vitest';
import type { ListItem } from './listbox.tsx';
import { named, press, settle, show } from './render.testing.ts';

const { Listbox } = await import('./listbox.tsx');
const items: readonly ListItem[] = ['Offline RL', 'RLHF', 'chapter-3', 'Erdős graphs'].map((label) => ({
  id: label,
  label,
}));
const options = (root: HTMLElement): string[] =>
  [...root.querySelectorAll('[role="option"]')].map((option) => option.textContent ?? '');
const active = (root: HTMLElement): string => root.querySelector('.opt.at')?.textContent ?? '';

const type = (root: HTMLElement, text: string): Promise<void> =>
  settle(() => {
    const field = root.querySelector('input');
    if (!field) throw new Error('no field');
    field.value = text;
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

test('letters narrow the list without regard to case and accents; those that begin with them come first', async () => {
  const root = show(<Listbox label="Tags" field="Find a tag" items={items} onPick={vi.fn()} />);
  await type(root, 'rl');
  expect(options(root)).toEqual(['RLHF', 'Offline RL']);
  await type(root, 'erdos');
  expect(options(root)).toEqual(['Erdős graphs']);
});

test('Down and Enter choose what the screen reader names', async () => {
  const onPick = vi.fn();
  const root = show(<Listbox label="Tags" field="Find a tag" items={items} onPick={onPick} />);
  named(root, 'Find a tag').focus();
  await press('ArrowDown');
  const field = root.querySelector('input');
  const id = field?.getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(id)?.textContent).toBe('RLHF');
  await press('Enter');
  expect(onPick.mock.calls[0]?.[0]).toMatchObject({ id: 'RLHF' });
  await press('ArrowUp');
  await press('ArrowUp');
  expect(active(root)).toBe('Erdős graphs');
});

test('a name that no item has can be made, and one that differs in case alone cannot', async () => {
  const onCreate = vi.fn();
  const root = show(
    <Listbox
      label="Tags"
      field="Find a tag"
      items={items}
      onPick={vi.fn()}
      create={(name) => `Create “${name}”`}
      onCreate={onCreate}
    />,
  );
  await type(root, 'rlhf');
  expect(options(root)).toEqual(['RLHF']);
  await type(root, 'offline');
  expect(options(root)).toEqual(['Offline RL', 'Create “offline”']);
  await press('ArrowUp');
  await press('Enter');
  expect(onCreate).toHaveBeenCalledWith('offline');
});

test('without a field, letters go to the item that begins with them', async () => {
  const root = show(<Listbox label="Tags" items={items} onPick={vi.fn()} />);
  root.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  await press('c');
  expect(active(root)).toBe('chapter-3');
  await press('h');
  expect(active(root)).toBe('chapter-3');
});

test('what is on some papers only is said as mixed', () => {
  const root = show(
    <Listbox
      label="Tags"
      many
      items={[
        { id: 'a', label: 'a', state: 'some' },
        { id: 'b', label: 'b', state: 'on' },
      ]}
      onPick={vi.fn()}
    />,
  );
  expect([...root.querySelectorAll('[role="option"]')].map((o) => o.getAttribute('aria-checked'))).toEqual([
    'mixed',
    'true',
  ]);
});

test('a very long list is cut and says how many more there are', () => {
  const many = Array.from({ length: 230 }, (_, i) => ({ id: String(i), label: `tag ${i}` }));
  const root = show(<Listbox label="Tags" field="Find a tag" items={many} onPick={vi.fn()} />);
  expect(options(root).length).toBe(200);
  expect(root.textContent).toContain('30 more');
});
