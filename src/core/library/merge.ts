import { canon, compareValues } from './canon.ts';
import { isStamp, type Stamp } from './clock.ts';
import type { Reg } from './state.ts';

/**
 * The merge laws: merge is commutative, associative and idempotent, so states may arrive twice, late, in any order and in
 * part, and absence never means deletion. Laws are tested over random histories in laws.test.ts.
 */

/** Merges two states of one record. @param kind of the record; kinds of newer versions merge by the general rule */
export function merge<T>(kind: string, a: T, b: T): T {
  // Both are states of one kind; the join of two of them has their shape.
  return (kind === 'note' ? mergeNotes(a, b) : join(a, b)) as T;
}

/**
 * The general rule. Records join entry by entry; of two registers the later stamp wins, on equal stamps (a cloned device)
 * the greater value; of anything else the greater value. A record wins over a register, a register over the rest.
 */
export function join(a: unknown, b: unknown): unknown {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA !== rankB) return rankA > rankB ? a : b;
  if (isRecord(a) && isRecord(b)) return joinRecords(a, b);
  if (isReg(a) && isReg(b)) {
    if (a[1] !== b[1]) return a[1] > b[1] ? a : b;
    return compareValues(a[0], b[0]) >= 0 ? a : b;
  }
  return compareValues(a, b) >= 0 ? a : b;
}

export const isReg = (value: unknown): value is Reg<unknown> =>
  Array.isArray(value) && value.length === 2 && isStamp(value[1]);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rank = (value: unknown): number => (isRecord(value) ? 2 : isReg(value) ? 1 : 0);

function joinRecords(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const out = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) out.set(key, out.has(key) ? join(out.get(key), value) : value);
  return Object.fromEntries(out); // defines own properties, also `__proto__`
}

/** Notes: every text that nobody replaced; `seen` grows only. All else by the general rule. */
function mergeNotes(a: unknown, b: unknown): unknown {
  if (!isRecord(a) || !isRecord(b)) return join(a, b);
  const { sib: sibA, ...restA } = a;
  const { sib: sibB, ...restB } = b;
  const rest = joinRecords(restA, restB);
  const seen = isRecord(rest['seen']) ? rest['seen'] : {};
  const texts = new Map<string, readonly [string, Stamp]>();
  for (const [text, stamp] of [...siblings(sibA), ...siblings(sibB)]) {
    if (!Object.hasOwn(seen, stamp)) texts.set(`${stamp} ${text}`, [text, stamp]);
  }
  const order = [...texts.keys()].sort();
  return { ...rest, sib: order.map((key) => texts.get(key)) };
}

const siblings = (value: unknown): readonly (readonly [string, Stamp])[] =>
  Array.isArray(value) ? value.filter((s) => isReg(s) && typeof s[0] === 'string') : [];

/** Are two states the same, whatever the order of their keys? */
export const sameState = (a: unknown, b: unknown): boolean => canon(a) === canon(b);
