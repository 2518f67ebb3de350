import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPace } from './pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('many askings in a row are one run, after the quiet', () => {
  const run = vi.fn();
  const pace = createPace(120, run, new AbortController().signal);
  for (let i = 0; i < 5; i += 1) {
    pace.ask();
    vi.advanceTimersByTime(50);
  }
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(120);
  expect(run).toHaveBeenCalledTimes(1);
});

test('C08: a page that never rests is still read, at least every fourth wait', () => {
  const run = vi.fn();
  const pace = createPace(100, run, new AbortController().signal);
  for (let i = 0; i < 400; i += 1) {
    pace.ask();
    vi.advanceTimersByTime(10);
  }
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(8);
  expect(run.mock.calls.length).toBeLessThanOrEqual(11);
});

test('C08: a slow run is followed by a pause twenty times as long', () => {
  const run = vi.fn(() => void vi.advanceTimersByTime(50)); // a run that takes 50 ms
  const pace = createPace(10, run, new AbortController().signal);
  for (let i = 0; i < 300; i += 1) {
    pace.ask();
    vi.advanceTimersByTime(10);
  }
  expect(run.mock.calls.length).toBeLessThanOrEqual(4);
});

test('nothing runs after the end', () => {
  const run = vi.fn();
  const off = new AbortController();
  const pace = createPace(10, run, off.signal);
  pace.ask();
  off.abort();
  pace.ask();
  vi.advanceTimersByTime(1_000);
  expect(run).not.toHaveBeenCalled();
});
