// @vitest-environment happy-dom
import './browser.testing.ts';
import { expect, test, vi } from 'vitest';
import { named, press, settle, show } from './render.testing.ts';

const { MenuButton } = await import('./menu.tsx');

function menu() {
  const on = { rename: vi.fn(), move: vi.fn(), gone: vi.fn() };
  const root = show(
    <MenuButton
      label="Actions"
      items={[
        { id: 'rename', label: 'Rename', keys: 'F2', onPress: on.rename },
        { id: 'move', label: 'Move under', disabled: true, onPress: on.move },
        'line',
        { id: 'gone', label: 'Delete', bad: true, onPress: on.gone },
      ]}
    />,
  );
  return { root, on, button: named(root, 'Actions') };
}
const focused = (): string => document.activeElement?.querySelector('bdi')?.textContent ?? '';

test('a press opens the menu at its first item, Up at its last; arrows go round', async () => {
  const { button } = menu();
  await settle(() => button.click());
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(focused()).toBe('Rename');
  await press('ArrowUp');
  expect(focused()).toBe('Delete');
  await press('ArrowDown');
  expect(focused()).toBe('Rename');
  await press('Escape');
  expect(document.activeElement).toBe(button);
  await press('ArrowUp');
  expect(focused()).toBe('Delete');
});

test('letters go to an item, a press acts and gives the focus back', async () => {
  const { root, on, button } = menu();
  await settle(() => button.click());
  await press('d');
  expect(focused()).toBe('Delete');
  await settle(() => (document.activeElement as HTMLElement).click()); // the item is a button
  expect(on.gone).toHaveBeenCalledTimes(1);
  expect(root.querySelector('[role="menu"]')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('what cannot be done stays reachable and does nothing', async () => {
  const { root, on, button } = menu();
  await settle(() => button.click());
  await press('ArrowDown');
  expect(focused()).toBe('Move under');
  await settle(() => (document.activeElement as HTMLElement).click()); // the item is a button
  expect(on.move).not.toHaveBeenCalled();
  expect(root.querySelector('[role="menu"]')).not.toBeNull();
});

test('a press outside closes it', async () => {
  const { root, button } = menu();
  await settle(() => button.click());
  await settle(() => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true })));
  expect(root.querySelector('[role="menu"]')).toBeNull();
});
