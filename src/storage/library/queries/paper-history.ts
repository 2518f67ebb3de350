import { isStamp, type Stamp, stampDevice, stampMs } from '../../../core/library/clock.ts';
import { isRecord, isReg } from '../../../core/library/merge.ts';
import type { HistoryRow } from '../rows.ts';

/** What happened to a paper, from the values that it has and those that were overwritten in the last 90 days. Pure. */

export interface PaperChange {
  /**
   * Of the person: `status`, `rating`, `addedAt` (saved), `deleted` (1 to the trash, 0 back), `mergedInto`; `tag`, `auto`, `collection`,
   * `mergedFrom` with a `name`, 1 on and 0 off; `note`. Of the record: its fields and `id`.
   */
  readonly field: string;
  /** The tag, collection id, key or id that the change is about. */
  readonly name?: string;
  /** Null where it was not set. */
  readonly before: unknown;
  readonly after: unknown;
  /** ms since the epoch. */
  readonly at: number;
  /** Made in another copy of the library, as on another computer; it came here by sync or with a backup. */
  readonly elsewhere?: true;
}

/** More than anybody reads. */
const MOST = 300;

const SETS: Readonly<Record<string, string>> = {
  t: 'tag',
  a: 'auto',
  c: 'collection',
  m: 'mergedFrom',
  i: 'id',
};

interface Value {
  readonly value: unknown;
  readonly stamp: Stamp;
}

/**
 * @param states of the paper by kind @param rows its overwritten values
 * @param device random name of this copy, undefined before its first write
 * @returns newest first; of a record only what was overwritten, not that it was made
 */
export function changesOfPaper(
  states: { readonly paper: unknown; readonly bib: unknown; readonly note: unknown },
  rows: readonly HistoryRow[],
  device?: string,
): readonly PaperChange[] {
  const values = new Map<string, Value[]>();
  const put = (field: string, value: unknown, stamp: unknown): void => {
    if (isStamp(stamp)) values.set(field, [...(values.get(field) ?? []), { value, stamp }]);
  };
  for (const { kind, field, value, stamp } of rows) put(kind === 'note' ? 'note' : `${kind} ${field}`, value, stamp);
  for (const kind of ['paper', 'bib'] as const) {
    for (const [part, set] of Object.entries(isRecord(states[kind]) ? states[kind] : {})) {
      if (!isRecord(set)) continue;
      for (const [name, reg] of Object.entries(set)) {
        const field = `${kind} ${part}.${name}`;
        if (isReg(reg) && (kind === 'paper' || values.has(field))) put(field, reg[0], reg[1]);
      }
    }
  }
  const texts = isRecord(states.note) && Array.isArray(states.note['sib']) ? states.note['sib'] : [];
  for (const text of texts) if (isReg(text)) put('note', text[0], text[1]);
  if (texts.length === 0) put('note', '', lastSeen(states.note));
  const changes = [...values].flatMap(([field, all]) => steps(field, all, device));
  return changes.sort((a, b) => b.at - a.at).slice(0, MOST);
}

/** When the last text of a note was taken away: its newest stamp (notes.ts). Undefined where there never was one. */
function lastSeen(note: unknown): string | undefined {
  const seen = isRecord(note) && isRecord(note['seen']) ? Object.keys(note['seen']) : [];
  return seen.filter(isStamp).sort().at(-1);
}

/** One change for each value of a field. The first one of a record is how it was saved. */
function steps(field: string, all: readonly Value[], device: string | undefined): readonly PaperChange[] {
  const inOrder = [...all].sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0));
  return inOrder.flatMap(({ value, stamp }, i): readonly PaperChange[] => {
    const before = inOrder[i - 1]?.value ?? null;
    if (i === 0 && (field.startsWith('bib') || isUnset(value))) return [];
    const elsewhere = device !== undefined && stampDevice(stamp) !== device ? { elsewhere: true as const } : {};
    return [{ ...fieldOf(field), before, after: value, at: stampMs(stamp), ...elsewhere }];
  });
}

const isUnset = (value: unknown): boolean => value === null || value === 0 || value === '';

/** `paper t.RL` → tag "RL"; `paper f.status` → status; `note`. */
function fieldOf(field: string): Pick<PaperChange, 'field' | 'name'> {
  const [, part = '', name = ''] = /^\w+ (\w+)\.(.*)$/s.exec(field) ?? [];
  const set = SETS[part];
  if (field === 'note') return { field };
  return set === undefined ? { field: name } : { field: set, name };
}
