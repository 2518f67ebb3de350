// @vitest-environment happy-dom

import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Status } from '../../core/library/status.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { hint, link, mention, noteData, tag, trusted } from '../interface.testing.ts';
import { newView } from '../paper-view.ts';
import { isHost } from './host.ts';
import { createNote, type NoteEvents } from './note.ts';
import { noteModel } from './note-model.ts';

const settings = DEFAULT_SETTINGS.notes;
const events = () =>
  ({ press: vi.fn(), key: vi.fn(() => true), focus: vi.fn(), approach: vi.fn() }) satisfies NoteEvents;

function note(data = noteData(), hints = [hint()], on: NoteEvents = events()) {
  const paper = mention('arxiv:2405.19909');
  const made = createNote({ ...newView('arxiv:2405.19909', paper), data, hints }, on);
  if (made === undefined) throw new Error('no note');
  document.body.append(made.host);
  made.show(noteModel(data, hints, settings));
  const line = made.root.querySelector('.note');
  if (line === null) throw new Error('no line');
  return { ...made, line };
}

beforeEach(() => document.body.replaceChildren());

const named = (line: Element): readonly (string | null)[] =>
  [...line.querySelectorAll('button, a')].map((part) => part.getAttribute('aria-label') ?? part.textContent);

test('the host carries data-paper and nothing else of ours, whatever the note knows', () => {
  const { host, show } = note(noteData({ saved: { status: 'reading', ownTags: ['secret'] }, tags: [tag('RL')] }));
  show(undefined);
  expect(host.getAttributeNames()).toEqual(['data-paper']);
  expect(host.getAttribute('data-paper')).toBe('arxiv:2405.19909');
  expect(host.childNodes).toHaveLength(0);
  expect(isHost(host)).toBe(true);
});

describe('states', () => {
  test('loading: the mark alone', () => {
    const made = note();
    made.show(undefined);
    expect(named(made.line)).toEqual(['Scholion: open the note']);
  });
  test('nothing known: mark and bookmark, no words', () => {
    const { line } = note(noteData({ known: false, match: 'none' }), []);
    expect(named(line)).toEqual(['Scholion: open the note', 'Save this paper']);
    expect(line.textContent).toBe('');
  });
  test.each<[Status, string]>([
    ['to-read', 'Saved'],
    ['reading', 'Reading'],
    ['read', 'Read'],
    ['aside', 'Put aside'],
  ])('saved as %s: the bookmark says "%s"', (status, word) => {
    const { line } = note(noteData({ saved: { status, ownTags: [] } }), []);
    expect(line.querySelector('.save')?.textContent).toBe(word);
    expect(line.querySelector('.save')?.getAttribute('aria-label')).toBe(`In your library: ${word}`);
  });
  test('everything: the parts stand in their order', () => {
    const data = noteData({ isNew: true, tags: [tag('Offline RL'), tag('VAE', 'method')], links: [link()] });
    const { line } = note(data);
    expect([...line.children].map((part) => part.classList[0])).toEqual([
      'mark',
      'save',
      'new',
      'tags',
      'link',
      'hint',
    ]);
    expect(line.querySelector('.hint')?.textContent).toBe('close to RAVL, which you saved');
    expect(line.querySelector('.hint')?.getAttribute('href')).toBe('https://arxiv.org/abs/2402.12527');
  });
  test('a promise and third-party code say so in words', () => {
    const words = (status: 'promised' | 'third-party') =>
      note(noteData({ links: [link({ status })] }), []).line.querySelector('.link')?.textContent;
    expect(words('promised')).toBe('Code promised');
    expect(words('third-party')).toBe('Code, third party');
  });
  test('several models open the card; code is a plain link', () => {
    const models = [link({ kind: 'model' }), link({ kind: 'model' })];
    const { line } = note(noteData({ links: [link(), ...models] }), []);
    const [code, many] = line.querySelectorAll('.link');
    expect([code?.localName, many?.localName, many?.textContent]).toEqual(['a', 'button', '2 models']);
    expect(code?.getAttribute('rel')).toBe('noopener noreferrer');
  });
});

describe('text that others wrote', () => {
  const hostile = [
    ['A01', '<img src=x onerror=window.__pwn=1>'],
    ['A02', '<script>window.__pwn=1</script></style>]]>'],
    ['A02', "{{constructor.constructor('window.__pwn=1')()}}"],
    ['A07', '\u202eevil\u2066 title'],
  ] as const;
  test.each(hostile)('%s: %s is text in chip, hint and probable title', (_, text) => {
    const close = note(noteData({ tags: [tag(text)] }), [hint({ title: text })]);
    const likely = note(noteData({ match: 'probably', title: text }), []);
    expect(close.line.querySelector('.chip span')?.textContent).toBe(text);
    expect(close.line.querySelector('.hint b')?.textContent).toBe(text);
    expect(likely.line.querySelector('.hint b')?.textContent).toBe(text);
    expect(close.line.querySelectorAll('img, script, style')).toHaveLength(0);
    for (const part of [close, likely]) expect(part.line.querySelector('b')?.getAttribute('dir')).toBe('auto');
  });
  test('A03: an address that is not https never becomes a link', () => {
    const { line } = note(noteData({ links: [link({ url: 'javascript:void(window.__pwn=1)' })] }), []);
    expect(line.querySelector('.link')?.localName).toBe('span');
    expect(line.querySelectorAll('a[href^="javascript"]')).toHaveLength(0);
  });
  test('A26: sixty-four tags make four chips and a number', () => {
    const tags = Array.from({ length: 64 }, (_, i) => tag(`__proto__ ${i}`));
    const { line } = note(noteData({ tags }), []);
    expect(line.querySelectorAll('.chip')).toHaveLength(4);
    expect(line.querySelector('.more button')?.getAttribute('data-4')).toBe('+60');
  });
});

describe('what people do', () => {
  test('C04: a press that a script made does nothing; a hand says which part and which section', () => {
    const on = events();
    const { line } = note(noteData({ tags: [tag('RL')] }), [], on);
    line.querySelector<HTMLElement>('.save')?.click();
    expect(on.press).not.toHaveBeenCalled();
    line.querySelector('.chip')?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
    expect(on.press.mock.calls[0]?.slice(1, 3)).toEqual(['card', 'tags']);
  });
  test('keys with a modifier are left to browser and page', () => {
    const on = events();
    const { line } = note(noteData(), [], on);
    const mark = line.querySelector('.mark');
    mark?.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true })));
    expect(on.key).not.toHaveBeenCalled();
    mark?.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 's', bubbles: true })));
    expect(on.key.mock.calls[0]?.slice(1)).toEqual(['s', false]);
  });
  test('the bookmark keeps the focus when the note is drawn anew', () => {
    const made = note(noteData({ tags: [tag('RL')] }), []);
    made.line.querySelector<HTMLElement>('.save')?.focus();
    const saved = noteData({ isNew: true, tags: [tag('RL')], saved: { status: 'read', ownTags: [] } });
    made.show(noteModel(saved, [], settings));
    expect(made.root.activeElement?.className).toBe('save');
    expect(made.root.activeElement?.textContent).toBe('Read');
  });
});

test('C02: an element of the page with our name that takes no root means no note', () => {
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementation(() => {
    throw new DOMException('taken', 'NotSupportedError');
  });
  expect(createNote(newView('k', mention('arxiv:2405.19909')), events())).toBeUndefined();
  attach.mockRestore();
});
