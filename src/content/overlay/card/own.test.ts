// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from 'vitest';
import type { Reply } from '../../../messaging/calls.ts';
import { noteData } from '../../interface.testing.ts';
import { newView, type PaperView } from '../../paper-view.ts';
import type { OpenerNeeds } from '../card-kit.ts';
import type { Note } from '../note.ts';
import { createOwnPart } from './own.ts';

interface Asked {
  readonly name: string;
  readonly body: { readonly note?: string; readonly edits?: readonly unknown[] };
}
const asked: Asked[] = [];
let answers: Record<string, Reply<unknown>> = {};
const said: string[] = [];

beforeEach(() => {
  document.body.replaceChildren();
  asked.length = 0;
  said.length = 0;
  answers = {
    'library.aside': {
      ok: true,
      value: { note: 'Compare table 4.', tags: ['chapter 3'], allTags: ['chapter 3', 'x'] },
    },
    'library.mark': { ok: true, value: { status: 'to-read', tags: ['chapter 3', 'new'] } },
  };
});

async function open(saved = true, typed = '') {
  const view: PaperView = newView('arxiv:2405.19909', {
    ids: ['arxiv:2405.19909' as never], // an id by its form
    title: 'A title',
    item: document.body,
    anchor: document.body,
    place: 'last-child',
  });
  view.data = noteData(saved ? { saved: { status: 'to-read', ownTags: ['chapter 3'] } } : {});
  const needs = {
    call: async (name: string, body: Asked['body']) => {
      asked.push({ name, body });
      return answers[name];
    },
    acts: { did: vi.fn() },
    write: async (_: Note, act: () => Promise<unknown>) => void (await act()),
    changed: () => part.update(),
  } as unknown as OpenerNeeds; // what this part asks for
  const part = createOwnPart({ view, say: (text: string) => said.push(text) } as unknown as Note, needs);
  document.body.append(part.element);
  if (typed !== '') part.element.querySelector('textarea')!.value = typed;
  if (typed !== '') part.flush();
  await settled();
  return { part, view, field: part.element.querySelector('input')!, note: part.element.querySelector('textarea')! };
}
const settled = () => new Promise((done) => setTimeout(done));
const marks = () => asked.filter(({ name }) => name === 'library.mark').map(({ body }) => body);

test('the note and all tags come when the card opens, and what was not changed is not written', async () => {
  const { part, note } = await open();
  expect(note.value).toBe('Compare table 4.');
  expect([...part.element.querySelectorAll('option')].map((option) => option.value)).toEqual(['chapter 3', 'x']);
  part.flush();
  expect(marks()).toEqual([]);
});

test('closing the card writes what was typed, without waiting for the pause', async () => {
  const { part, note } = await open();
  note.value = 'Compare table 5.';
  note.dispatchEvent(new Event('input'));
  part.flush();
  await settled();
  expect(marks()).toMatchObject([{ note: 'Compare table 5.', edits: [] }]);
  part.flush();
  expect(marks()).toHaveLength(1);
});

test('what is typed before the note was read goes on from it, and is written once it is, though the card closed', async () => {
  await open(true, 'And 5.');
  expect(marks()).toMatchObject([{ note: 'Compare table 4.\nAnd 5.' }]);
});

test('a note whose write failed is told, and is there when the card opens again', async () => {
  const { part, note, view } = await open();
  answers['library.mark'] = { ok: false, error: 'quota' };
  note.value = 'Long thoughts.';
  part.flush();
  await settled();
  expect(said).toHaveLength(1);
  const again = createOwnPart(
    { view, say: () => undefined } as unknown as Note,
    { call: async (name: string) => answers[name], acts: {}, write: async () => undefined } as unknown as OpenerNeeds,
  );
  await settled();
  expect(again.element.querySelector('textarea')?.value).toBe('Long thoughts.');
});

test('a note that could not be read is never written over', async () => {
  answers['library.aside'] = { ok: false, error: 'no-answer' };
  const { part, note } = await open();
  expect(note.readOnly).toBe(true);
  note.value = 'New text';
  part.flush();
  expect(marks()).toEqual([]);
});

test('letters typed in a field mean nothing to note or page; Escape does', async () => {
  const { field, note } = await open();
  const heard: string[] = [];
  document.body.addEventListener('keydown', ({ key }) => heard.push(key));
  for (const target of [field, note]) {
    for (const key of ['s', '1', 'Escape']) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }
  expect(heard).toEqual(['Escape', 'Escape']);
});

test('an unsaved paper shows no fields before the person asks for one', async () => {
  const { part } = await open(false);
  expect(part.shown).toBe(false);
  part.ask('own');
  expect(part.shown).toBe(true);
});
