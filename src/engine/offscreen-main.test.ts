// @vitest-environment happy-dom
/** The document that holds the engine's worker. */
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a document whose worker could not be loaded closes itself, so that the next call opens another', async () => {
  vi.useFakeTimers();
  let fail: (event: object) => void = () => undefined;
  class WorkerThatFails {
    addEventListener(type: string, listener: (event: object) => void): void {
      if (type === 'error') fail = listener;
    }
  }
  const runtime = {
    id: 'abc',
    getURL: (path: string) => `chrome-extension://abc/${path}`,
    getManifest: () => ({ version: '0' }),
    onMessage: { addListener: () => undefined },
  };
  vi.stubGlobal('browser', { runtime });
  vi.stubGlobal('chrome', { runtime });
  vi.stubGlobal('Worker', WorkerThatFails);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
  await import('./offscreen-main.ts');
  vi.advanceTimersByTime(5_000);
  expect(close).not.toHaveBeenCalled();
  fail({ message: 'could not be loaded' });
  expect(close).not.toHaveBeenCalled(); // the answers must leave first
  vi.advanceTimersByTime(5_000);
  expect(close).toHaveBeenCalledOnce();
});
