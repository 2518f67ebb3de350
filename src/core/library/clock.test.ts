/** Stamps sort as text in the order of cause and effect, whatever the wall clock says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AHEAD, isStamp, newClock, nextStamp, observe, type Stamp, stampFloor, stampMs } from './clock.ts';

const NOW = 1_764_000_000_000;
const Y2099 = 4_070_908_800_000;
const far = nextStamp(newClock('far'), Y2099).stamp;

describe('a stamp', () => {
  test('is milliseconds, counter and device, of fixed width up to the device', () => {
    const { stamp } = nextStamp(newClock('d1'), NOW);
    expect(stamp).toMatch(/^[0-9a-z]{9}\.0000\.d1$/);
    expect(isStamp(stamp)).toBe(true);
    expect(stampMs(stamp)).toBe(NOW);
  });
  test('is later than the last one of the same millisecond, and of a clock put back a little', () => {
    let clock = newClock('d1');
    const made: Stamp[] = [];
    for (const now of [NOW, NOW, NOW, NOW - 60_000, NOW - 1, NOW + 1]) {
      const next = nextStamp(clock, now);
      made.push(next.stamp);
      clock = next.clock;
    }
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });
  test('of an edit that replaces a value from 2099 beats it, and the next edit is of today again', () => {
    const first = nextStamp(newClock('d1'), NOW, far);
    expect(first.stamp > far).toBe(true);
    const next = nextStamp(first.clock, NOW + 1);
    expect(stampMs(next.stamp)).toBe(NOW + 1);
  });
  test('is of today after the own clock was in 2099 and was put right', () => {
    const wrong = nextStamp(newClock('d1'), Y2099);
    const { stamp, clock } = nextStamp(wrong.clock, NOW);
    expect(stampMs(stamp)).toBe(NOW);
    expect(clock.ms).toBe(NOW);
  });
  test('counts on into the next millisecond when the counter is full', () => {
    const { stamp } = nextStamp({ device: 'd1', ms: NOW, n: 36 ** 4 - 1 }, NOW);
    expect(stampMs(stamp)).toBe(NOW + 1);
  });
  test('is well-formed for any wall clock, also none', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (a, b) => {
        const first = nextStamp(newClock('d1'), a);
        const second = nextStamp(first.clock, b, first.stamp);
        expect(isStamp(first.stamp) && isStamp(second.stamp)).toBe(true);
        expect(second.stamp > first.stamp).toBe(true);
      }),
    );
  });
  test('of a day begins after the floor of that moment', () => {
    expect(stampFloor(NOW) < nextStamp(newClock('0'), NOW).stamp).toBe(true);
    expect(stampFloor(NOW) > nextStamp(newClock('z'), NOW - 1).stamp).toBe(true);
  });
});

describe('a clock', () => {
  test('follows stamps it has seen up to five minutes ahead, and no further', () => {
    const clock = nextStamp(newClock('d1'), NOW).clock;
    const near = nextStamp(newClock('d2'), NOW + AHEAD).stamp;
    const beyond = nextStamp(newClock('d2'), NOW + AHEAD + 1).stamp;
    expect(nextStamp(observe(clock, near, NOW), NOW).stamp > near).toBe(true);
    expect(observe(clock, beyond, NOW)).toBe(clock);
    expect(observe(clock, far, NOW)).toBe(clock);
  });
});
