import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallError, Reply } from '../../messaging/calls.ts';
import type { Drafts, KeptDraft } from './drafts.ts';
import { NoteKeeper } from './note-keeper.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store of one note that tells its fields of every change, as live queries do, with answers that a test lets go. */
class Store {
  text: string;
  error: CallError | undefined;
  readonly written: string[] = [];
  readonly #fields = new Set<NoteKeeper>();
  #held: (() => void)[] | undefined;

  constructor(text: string) {
    this.text = text;
  }
  hold(): void {
    this.#held = [];
  }
  letGo(): void {
    for (const go of this.#held ?? []) go();
    this.#held = undefined;
  }
  write = async (text: string): Promise<Reply<unknown>> => {
    if (this.#held) await new Promise<void>((go) => this.#held?.push(go));
    if (this.error) return { ok: false, error: this.error };
    this.text = text;
    this.written.push(text);
    for (const field of this.#fields) field.heard(text);
    return { ok: true, value: {} };
  };
  field(drafts: Drafts = memory(), onChange = () => undefined): NoteKeeper {
    const keeper = new NoteKeeper({ key: 'k', stored: this.text, write: this.write, drafts, now: Date.now, onChange });
    this.#fields.add(keeper);
    return keeper;
  }
  leave(keeper: NoteKeeper): void {
    this.#fields.delete(keeper);
    keeper.stop();
  }
}

function memory(): Drafts & { readonly all: Map<string, KeptDraft> } {
  const all = new Map<string, KeptDraft>();
  return { all, get: (key) => all.get(key), keep: (key, draft) => all.set(key, draft), drop: (key) => all.delete(key) };
}

const settle = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test('what is typed is written once, after a pause, and called saved only when the store says so', async () => {
  const store = new Store('old');
  const field = store.field();
  field.type('o');
  field.type('on');
  field.type('one');
  expect(field.keeping.kind).toBe('waiting');
  store.hold();
  await settle(1_000);
  expect(field.keeping.kind).toBe('saving');
  store.letGo();
  await settle(0);
  expect(field.keeping.kind).toBe('saved');
  expect(store.written).toEqual(['one']);
});

test('letters typed while a text is on its way follow it', async () => {
  const store = new Store('');
  const field = store.field();
  field.type('a');
  store.hold();
  await settle(1_000);
  field.type('ab');
  store.letGo();
  await settle(1_000);
  expect(store.written).toEqual(['a', 'ab']);
  expect(field.keeping.kind).toBe('saved');
});

test('a pane that closes writes what was typed last', async () => {
  const store = new Store('');
  const drafts = memory();
  const field = store.field(drafts);
  field.type('last words');
  store.leave(field);
  await settle(0);
  expect(store.text).toBe('last words');
  expect(drafts.all.size).toBe(0);
});

test('a text that was never acknowledged is there when the paper is opened next, and is written then', async () => {
  const store = new Store('old');
  const drafts = memory();
  store.error = 'no-answer';
  store.leave(Object.assign(store.field(drafts), {}));
  const field = store.field(drafts);
  field.type('old and new');
  store.leave(field);
  await settle(10_000);
  expect(store.text).toBe('old');
  store.error = undefined;
  const again = store.field(drafts);
  expect(again.text).toBe('old and new');
  await settle(100);
  expect(store.text).toBe('old and new');
  expect(drafts.all.size).toBe(0);
});

test('a refused write says why, keeps the text and tries again where nobody answered', async () => {
  const store = new Store('');
  const field = store.field();
  store.error = 'quota';
  field.type('x');
  await settle(1_000);
  expect(field.keeping).toEqual({ kind: 'failed', error: 'quota' });
  expect(field.text).toBe('x');
  store.error = 'no-answer';
  field.type('xy');
  await settle(1_000);
  store.error = undefined;
  await settle(5_000);
  expect(store.text).toBe('xy');
});

test('F14: two fields of one note end with the same text', async () => {
  const store = new Store('start');
  const [a, b] = [store.field(), store.field()];
  a.type('start, and A');
  await settle(1_000);
  expect(b.text).toBe('start, and A');
  b.type('start, and A, and B');
  await settle(1_000);
  expect(a.text).toBe(b.text);
  expect(store.text).toBe('start, and A, and B');
});

test('F14: two fields typed into at once: nothing is overwritten unseen, and the choice is what both show', async () => {
  const store = new Store('start');
  const [a, b] = [store.field(), store.field()];
  a.type('A was here');
  await settle(300);
  b.type('B was here');
  await settle(500); // A is written; B has unsaved text
  expect(store.text).toBe('A was here');
  expect(b.keeping).toEqual({ kind: 'clash', theirs: 'A was here' });
  await settle(10_000);
  expect(store.text).toBe('A was here');
  b.settle('A was here. B was here');
  await settle(0);
  expect([store.text, a.text, b.text]).toEqual(Array(3).fill('A was here. B was here'));
  expect(b.keeping.kind).toBe('saved');
});

test('a draft that was left while the note changed elsewhere is shown beside it', () => {
  const drafts = memory();
  drafts.keep('k', { text: 'mine', base: 'old', at: Date.now() - 60_000 });
  const store = new Store('theirs');
  const field = store.field(drafts);
  expect(field.keeping).toEqual({ kind: 'clash', theirs: 'theirs' });
  expect(field.text).toBe('mine');
  field.settle('theirs');
  expect(drafts.all.size).toBe(0);
});

test('a draft of a field that is typed into elsewhere right now is left to it', async () => {
  const drafts = memory();
  drafts.keep('k', { text: 'half a wo', base: '', at: Date.now() });
  const store = new Store('');
  const field = store.field(drafts);
  await settle(10_000);
  expect(field.text).toBe('');
  expect(store.written).toEqual([]);
});
