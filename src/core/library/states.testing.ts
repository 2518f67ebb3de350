/** Random states for tests of the laws: few devices, moments and names, so that stamps meet; equal stamps too. */
import fc from 'fast-check';
import { type Clock, nextStamp, type Stamp } from './clock.ts';

const clock = (device: string): Clock => ({ device, ms: 0, n: 0 });

/** Stamps of three devices around a few moments, 1970 and 2099 among them. */
export const anyStamp: fc.Arbitrary<Stamp> = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c9'),
    fc.constantFrom(0, 1, 1_764_000_000_000, 1_764_000_000_001, 4_070_908_800_000),
  )
  .map(([device, ms]) => nextStamp(clock(device), ms).stamp);

const name = fc.constantFrom('status', 'deleted', 'addedAt', 'rating', '__proto__', 'constructor', '', 'é');
const value = fc.oneof(
  fc.constantFrom(0, 1, null, 'read', 'reading', -3, 1e21),
  fc.jsonValue({ maxDepth: 2 }).filter((v) => v !== undefined),
);
const reg = fc.tuple(value, anyStamp);
const regs = fc.array(fc.tuple(name, reg), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs));
/** What a newer version or a damaged file might hold: registers, records and other things under one name. */
const odd = fc.array(fc.tuple(name, fc.oneof(reg, regs, value)), { maxLength: 4 }).map((p) => Object.fromEntries(p));

export const anyState: fc.Arbitrary<Record<string, unknown>> = fc
  .record({ v: fc.constantFrom(1, 2), f: regs, t: regs, c: regs, x: odd, more: fc.option(odd, { nil: undefined }) })
  .map(({ more, ...state }) => ({ ...state, ...more }));

export const anyNote: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    v: fc.constant(1),
    paper: fc.constant('arxiv:2511.08567'),
    sib: fc.array(fc.tuple(fc.constantFrom('', 'one', 'two'), anyStamp), { maxLength: 4 }),
    seen: fc.array(anyStamp, { maxLength: 3 }).map((stamps) => Object.fromEntries(stamps.map((s) => [s, 1 as const]))),
    x: odd,
  })
  // A text that was replaced is not there any more: no device makes such a state.
  .map((note) => ({ ...note, sib: note.sib.filter(([, stamp]) => !Object.hasOwn(note.seen, stamp)) }));
