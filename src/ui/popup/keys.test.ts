import { expect, test } from 'vitest';
import { commandOf, type Key, type Place } from './keys.ts';

const key = (name: string, more: Partial<Key> = {}): Key => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const at = (place: Place, name: string, more: Partial<Key> = {}, searching = false, inside = false) =>
  commandOf(key(name, more), place, searching, inside);

test('a paper is saved in two strokes from the open popup: Down, S', () => {
  expect(at('search', 'ArrowDown')).toBe('down');
  expect(at('list', 's')).toBe('save');
});

test('letters typed in a field stay letters', () => {
  for (const letter of ['s', 'u', 'j', 'k', 'l', '/', 'S'])
    for (const place of ['search', 'text'] as const) expect(at(place, letter)).toBeUndefined();
});

test('Ctrl+S and Cmd+S save the chosen row from anywhere', () => {
  for (const place of ['search', 'list', 'text', 'other'] as const) {
    expect(at(place, 's', { ctrlKey: true })).toBe('save');
    expect(at(place, 's', { metaKey: true })).toBe('save');
  }
});

test('Esc leaves an inner view, then clears, then closes', () => {
  expect(at('search', 'Escape', {}, true, true)).toBe('back');
  expect(at('search', 'Escape', {}, true)).toBe('clear');
  expect(at('search', 'Escape')).toBe('close');
});

test("the browser's own shortcuts are left alone", () => {
  expect(at('list', 'u', { ctrlKey: true })).toBeUndefined();
  expect(at('list', 'j', { altKey: true })).toBeUndefined();
  expect(at('list', 'l', { ctrlKey: true })).toBeUndefined();
});

test('Shift+S saves all and U takes back, in the list and on buttons', () => {
  for (const place of ['list', 'other'] as const) {
    expect(at(place, 'S', { shiftKey: true })).toBe('save-all');
    expect(at(place, 'u')).toBe('undo');
  }
});

test('Caps Lock does not turn one save into fifty', () => {
  expect(at('list', 'S')).toBe('save');
  expect(at('list', 's', { shiftKey: true })).toBe('save-all');
});
