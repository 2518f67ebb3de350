import { expect, test } from 'vitest';
import { type Focus, type Key, meaningOf } from './keys.ts';

const key = (name: string, more: Partial<Key> = {}): Key => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const command = (name: string, focus: Focus = 'list', more: Partial<Key> = {}) =>
  meaningOf(key(name, more), focus)?.command;

test('the letters of the library mean something wherever nothing is typed', () => {
  for (const focus of ['list', 'other'] as const)
    expect(['/', 'j', 'k', 'x', 'a', 'e', 't', 'm', 'o', 'u', 'v', '?'].map((name) => command(name, focus))).toEqual([
      'search',
      'next',
      'previous',
      'select',
      'all',
      'status',
      'tag',
      'move',
      'page',
      'undo',
      'view',
      'help',
    ]);
});

test('what is typed is never a command', () => {
  for (const name of 'jkxaetmouv/?') {
    expect(command(name, 'text')).toBeUndefined();
    expect(command(name, 'search')).toBeUndefined();
  }
  expect(command('ArrowDown', 'search')).toBe('down');
  expect(command('Escape', 'search')).toBe('escape');
});

test('arrows, Enter and space belong to a button that has the focus', () => {
  for (const name of ['ArrowDown', 'ArrowLeft', 'Enter', ' ', 'Home']) expect(command(name, 'other')).toBeUndefined();
});

test('Shift with a move chooses what is passed; Caps Lock alone does not', () => {
  expect(meaningOf(key('J', { shiftKey: true }), 'list')).toEqual({ command: 'next', extend: true });
  expect(meaningOf(key('ArrowDown', { shiftKey: true }), 'list')).toEqual({ command: 'down', extend: true });
  expect(meaningOf(key('J'), 'list')).toEqual({ command: 'next', extend: false });
  expect(command('A', 'list', { shiftKey: true })).toBeUndefined();
});

test('the shortcuts of the browser stay its own', () => {
  for (const name of ['j', 't', 'o', 'v', 'f']) expect(command(name, 'list', { ctrlKey: true })).toBeUndefined();
  expect(command('a', 'list', { ctrlKey: true })).toBe('all');
  expect(command('a', 'other', { ctrlKey: true })).toBeUndefined();
  expect(command('ArrowLeft', 'list', { altKey: true })).toBeUndefined();
});
