import { merge } from '../core/library/merge.ts';
import { overwritten } from '../core/library/overwritten.ts';
import type { PaperState } from '../core/library/state.ts';
import { placeOf } from '../core/library/view.ts';
import type { Weight } from '../core/sync/report.ts';
import type { RemoteRecord } from './target.ts';

export type { Weight } from '../core/sync/report.ts';

/**
 * Large changes are asked about first. Deletions of papers and overwritten fields are held back until the feed is read to its end, then
 * weighed together: one after another, none of 200 batches would be large. Holding a record back is safe: to the merge it is a late one.
 */

const LEAST = 20;
const DELETED = 0.05;
const REPLACED = 0.2;

/** More than max(20, 5 %) of the papers deleted, or more than max(20, a fifth) of one field replaced? */
export function isLarge(weight: Weight, papers: number): boolean {
  if (weight.deleted.length > Math.max(LEAST, papers * DELETED)) return true;
  const most = Math.max(LEAST, papers * REPLACED);
  return [...weight.fields.values()].some((keys) => keys.length > most);
}

interface Effect {
  readonly deletes: boolean;
  readonly fields: readonly string[];
}

/** What merging a record would do to what a person sees. @param mine the state here, undefined where there is none */
export function effectOf({ kind, state }: RemoteRecord, mine: unknown): Effect {
  if (mine === undefined || state === undefined) return { deletes: false, fields: [] };
  const merged = merge(kind, mine, state);
  if (kind !== 'paper') return { deletes: false, fields: fieldsOf(kind, mine, merged) };
  // States of kind paper; what reads them does so defensively.
  const [was, is] = [placeOf(mine as PaperState), placeOf(merged as PaperState)];
  if (was !== 'library') return { deletes: false, fields: [] };
  return { deletes: is !== 'library', fields: fieldsOf(kind, mine, merged) };
}

/** The deletion itself is weighed as one; values of `null` and elements that are not in a set are nothing that is lost. */
function fieldsOf(kind: string, mine: unknown, merged: unknown): readonly string[] {
  const lost = overwritten(mine, merged).filter(({ value, field }) => {
    if (value === null || field === 'f.deleted' || field === 'f.unsaved' || field === 'f.purged') return false;
    return !(value === 0 && !field.startsWith('f.'));
  });
  return [...new Set(lost.map(({ field }) => `${kind} ${field}`))];
}

export const isHeavy = ({ deletes, fields }: Effect): boolean => deletes || fields.length > 0;

/** Weighs records, some after others. */
export class Scales {
  readonly #deleted: string[] = [];
  readonly #fields = new Map<string, string[]>();

  add(record: RemoteRecord, mine: unknown): void {
    const { deletes, fields } = effectOf(record, mine);
    if (deletes) this.#deleted.push(record.id);
    for (const field of fields) {
      const keys = this.#fields.get(field);
      if (keys === undefined) this.#fields.set(field, [record.id]);
      else keys.push(record.id);
    }
  }

  weight(): Weight {
    return { deleted: this.#deleted, fields: this.#fields };
  }
}
