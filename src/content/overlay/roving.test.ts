// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { mention, noteData, tag } from '../interface.testing.ts';
import { newView } from '../paper-view.ts';
import { createNote, type Note } from './note.ts';
import { noteModel } from './note-model.ts';
import { createRoving } from './roving.ts';

beforeEach(() => {
  document.body.replaceChildren();
  // happy-dom has no layout: every part takes room
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
});

function page() {
  const roving = createRoving();
  const notes = ['1', '2', '3'].map((n): Note => {
    const events = { press: vi.fn(), key: vi.fn(() => true), focus: roving.at, approach: vi.fn() };
    const note = createNote(newView(n, mention(`arxiv:2511.0000${n}`)), events);
    if (note === undefined) throw new Error('no note');
    document.body.append(note.host);
    note.show(noteModel(noteData({ tags: [tag('RL'), tag('VAE')] }), [], DEFAULT_SETTINGS.notes));
    roving.drawn(note);
    return note;
  });
  const stops = () =>
    notes.flatMap(({ root, view }) =>
      [...root.querySelectorAll('[tabindex="0"]')].map((stop) => `${view.key} ${stop.classList[0]}`),
    );
  return { roving, notes, stops };
}
const at = (list: readonly Note[], i: number): Note => list[i] as Note; // the tests make three

test('all notes of a page are one tab stop: the mark of the first', () => {
  expect(page().stops()).toEqual(['1 mark']);
});

test('along the note and back; it ends at its ends', () => {
  const { roving, notes, stops } = page();
  roving.enter(at(notes, 0));
  roving.along(at(notes, 0), -1);
  expect(stops()).toEqual(['1 mark']);
  roving.along(at(notes, 0), 1);
  expect(stops()).toEqual(['1 save']);
  roving.along(at(notes, 0), 1);
  expect(stops()).toEqual(['1 chip']);
});

test('another note takes the stop, and is left where it was', () => {
  const { roving, notes, stops } = page();
  roving.enter(at(notes, 0));
  roving.enter(at(notes, 2));
  expect(stops()).toEqual(['3 mark']);
  roving.along(at(notes, 2), 1);
  roving.enter(at(notes, 1));
  expect(stops()).toEqual(['2 mark']);
});

test('the stop stays with a note that is drawn anew, and moves on when its note goes', () => {
  const { roving, notes, stops } = page();
  roving.enter(at(notes, 1));
  roving.along(at(notes, 1), 1);
  at(notes, 1).show(noteModel(noteData({ isNew: true }), [], DEFAULT_SETTINGS.notes));
  expect(stops()).toEqual(['2 save']);
  at(notes, 1).host.remove();
  roving.gone(at(notes, 1), [at(notes, 1), at(notes, 2)]);
  expect(stops()).toContain('3 mark');
});
