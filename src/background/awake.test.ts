import { afterEach, expect, test, vi } from 'vitest';
import { stayAwake } from './awake.ts';

/** Firefox's extensions.background.idle.timeout, ms. */
const IDLE = 30_000;

afterEach(() => vi.useRealTimers());

test('the event page is used well before it counts as idle, as long as the engine works and no longer', async () => {
  vi.useFakeTimers();
  let busy = true;
  const touch = vi.fn(() => Promise.reject(new Error('The page is ending.')));
  const end = stayAwake(() => busy, touch);
  await vi.advanceTimersByTimeAsync(IDLE / 2);
  expect(touch.mock.calls.length).toBeGreaterThan(1);
  busy = false;
  touch.mockClear();
  await vi.advanceTimersByTimeAsync(2 * IDLE);
  expect(touch).not.toHaveBeenCalled();
  busy = true;
  end();
  await vi.advanceTimersByTimeAsync(IDLE);
  expect(touch).not.toHaveBeenCalled();
});
