import { isRecord } from '../../core/library/merge.ts';
import type { Visit } from '../target.ts';
import type { Listed } from './names.ts';
import { streamOf } from './names.ts';
import { Ranges } from './ranges.ts';

/** What this device knows of its own segments at a place: the mark that the engine keeps for it. */
export interface Own {
  /** Where it writes. */
  readonly stream: string;
  /** Numbers of its segments that are there. */
  readonly there: Ranges;
  /** Of those whose records lie in a later one too (compact.ts): to be taken away, may be gone. */
  readonly spare: Ranges;
  /** Texts (`finish`) of the pushes that are known to be its own. */
  readonly by: ReadonlySet<string>;
  /** Other streams under this device's name, of earlier lives, with their greatest number: nobody writes there any more. */
  readonly earlier: Readonly<Record<string, number>>;
}

/** A new life: what lies there under this device's name was left by an earlier one. */
export function newLife({ device, fresh }: Visit, listed: readonly Listed[]): Own {
  const earlier = new Map<string, number>();
  for (const one of listed) if (isOf(device, one)) earlier.set(one.stream, one.seq);
  const stream = streamOf(device, fresh.slice(0, 8));
  return { stream, there: new Ranges(), spare: new Ranges(), by: new Set(), earlier: Object.fromEntries(earlier) };
}

export const isOf = (device: string, one: Listed): boolean => one.device === device.toLowerCase();

/** Undefined where there is no mark of this device. */
export function readOwn({ device, last }: Visit): Own | undefined {
  const value: unknown = last?.mark === undefined ? undefined : JSON.parse(last.mark);
  if (!isRecord(value)) return undefined;
  const { stream, there, spare, by, earlier } = value;
  if (typeof stream !== 'string' || stream.slice(0, -8) !== streamOf(device, '')) return undefined; // of the name before this one
  const known = [by, last?.next].filter((one) => typeof one === 'string');
  return {
    stream,
    there: new Ranges(there),
    spare: new Ranges(spare),
    by: new Set(known),
    earlier: numbersIn(earlier),
  };
}

const numbersIn = (value: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(isRecord(value) ? value : {}).filter(([, n]) => typeof n === 'number')) as Readonly<
    Record<string, number> // by the filter
  >;

export function markOf({ stream, there, spare, earlier }: Own, by: string): string {
  const left = spare.max === 0 ? {} : { spare: spare.toString() };
  const old = Object.keys(earlier).length === 0 ? {} : { earlier };
  return JSON.stringify({ stream, there: there.toString(), by, ...left, ...old });
}

/** Is it a segment of this device that it knows of? */
export const isKnown = ({ stream, there, spare }: Own, one: Listed): boolean =>
  one.stream === stream && (there.has(one.seq) || spare.has(one.seq));
