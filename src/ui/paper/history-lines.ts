import { isStamp, stampMs } from '../../core/library/clock.ts';
import { type PaperEdit, RATINGS } from '../../core/library/edits.ts';
import { STATUSES } from '../../core/library/status.ts';
import type { HistoryRow } from '../../storage/library/rows.ts';

/** What was done to a paper, as lines: values of the history and those that hold now, each with the one before it. */

/** A value of a field, and when it was set. History rows have the same form. */
export type Value = Pick<HistoryRow, 'kind' | 'field' | 'value' | 'stamp'>;

export type LineKind =
  | 'saved'
  | 'status'
  | 'rating'
  | 'tag-on'
  | 'tag-off'
  | 'rule-on'
  | 'rule-off'
  | 'in'
  | 'out'
  | 'deleted'
  | 'restored'
  | 'merged'
  | 'parted'
  | 'note';

export interface Line {
  readonly kind: LineKind;
  /** Tag, or id of a collection. */
  readonly name: string;
  readonly value: unknown;
  /** Missing where nothing was set before. */
  readonly before?: unknown;
  readonly stamp: string;
  /** ms since the epoch. */
  readonly at: number;
  /** Brings the value before back. */
  readonly back?: PaperEdit | { readonly note: string };
}

/** @returns newest first; fields that a newer version made are left out */
export function historyLines(values: readonly Value[]): readonly Line[] {
  const fields = new Map<string, Map<string, Value>>();
  for (const value of values) {
    if (!isStamp(value.stamp)) continue;
    const name = `${value.kind} ${value.field}`;
    const known = fields.get(name) ?? new Map<string, Value>();
    known.set(value.stamp, value); // the same value may be in the history of two commands
    fields.set(name, known);
  }
  const lines: Line[] = [];
  for (const known of fields.values()) {
    const order = [...known.values()].sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
    for (const [i, value] of order.entries()) {
      const line = lineOf(value, order[i - 1]);
      if (line !== undefined) lines.push(line);
    }
  }
  return lines.sort((a, b) => (a.stamp > b.stamp ? -1 : a.stamp < b.stamp ? 1 : 0));
}

function lineOf({ kind, field, value, stamp }: Value, before: Value | undefined): Line | undefined {
  if (!isStamp(stamp)) return undefined;
  const dot = field.indexOf('.');
  const name = field.slice(dot + 1);
  const line = (what: LineKind, back?: Line['back']): Line => ({
    kind: what,
    name,
    value,
    stamp,
    at: stampMs(stamp),
    ...(before === undefined ? {} : { before: before.value }),
    ...(back === undefined ? {} : { back }),
  });
  if (kind === 'note') return line('note', typeof before?.value === 'string' ? { note: before.value } : undefined);
  if (kind !== 'paper') return undefined;
  const on = value === 1;
  switch (field.slice(0, dot)) {
    case 't':
      return line(on ? 'tag-on' : 'tag-off', { do: 'tag', tag: name, on: !on });
    case 'a':
      return line(on ? 'rule-on' : 'rule-off', { do: 'auto', tag: name, on: !on });
    case 'c':
      return line(on ? 'in' : 'out', { do: 'collection', id: name, on: !on });
    case 'f':
      return fieldLine(name, value, before?.value, line);
    default:
      return undefined;
  }
}

function fieldLine(
  name: string,
  value: unknown,
  before: unknown,
  line: (what: LineKind, back?: Line['back']) => Line,
): Line | undefined {
  switch (name) {
    case 'addedAt':
      return line('saved');
    case 'status':
      return line('status', { do: 'status', status: STATUSES.find((status) => status === before) ?? 'to-read' });
    case 'rating':
      return line('rating', { do: 'rating', rating: RATINGS.find((rating) => rating === before) ?? 0 });
    case 'deleted':
      return line(value === 1 ? 'deleted' : 'restored');
    case 'mergedInto':
      return line(typeof value === 'string' && value !== '' ? 'merged' : 'parted');
    default:
      return undefined;
  }
}
