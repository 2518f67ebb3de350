import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { closeLibrary } from '../../storage/library/database.ts';
import { lookIntoLibrary } from './look.ts';

/** A store whose every open fails as browsers let it fail. */
function failing(name: string): IDBFactory {
  const store = new IDBFactory();
  store.open = () => {
    throw new DOMException('said the browser', name);
  };
  return store;
}

afterEach(async () => {
  vi.unstubAllGlobals();
  await closeLibrary();
});

test.each(['QuotaExceededError', 'SecurityError', 'NotAllowedError'])(
  'E06, E16: a library that the browser will not open now (%s) is not called unreadable: nobody is offered to start fresh',
  async (name) => {
    vi.stubGlobal('indexedDB', failing(name));
    expect(await lookIntoLibrary()).toEqual({ state: 'unwritable', count: 0 });
  },
);

test('a library that cannot be read at all is unreadable', async () => {
  vi.stubGlobal('indexedDB', failing('UnknownError'));
  expect(await lookIntoLibrary()).toEqual({ state: 'unreadable', count: 0 });
});
