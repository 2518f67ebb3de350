import type { Canary } from '../../core/library/canary.ts';
import { isRecord } from '../../core/library/merge.ts';
import { storage } from '../../platform/browser.ts';

/** The canary in `storage.local`, outside every database. */
const KEY = 'canary';

/** Undefined where there is none, or none that makes sense. */
export async function readCanary(): Promise<Canary | undefined> {
  const value = (await storage.local.get(KEY))[KEY];
  const good =
    isRecord(value) &&
    typeof value['library'] === 'string' &&
    typeof value['seq'] === 'number' &&
    typeof value['papers'] === 'number';
  return good ? (value as unknown as Canary) : undefined; // written below alone; its necessary fields are checked
}

let turn: Promise<unknown> = Promise.resolve();

/** Changes the canary; changes follow one another, so none is lost. @returns what is kept now */
export function changeCanary(change: (canary: Canary | undefined) => Canary | undefined): Promise<Canary | undefined> {
  const next = turn.then(async () => {
    const canary = change(await readCanary());
    if (canary === undefined) await storage.local.remove(KEY);
    else await storage.local.set({ [KEY]: canary });
    return canary;
  });
  turn = next.catch(() => undefined);
  return next;
}
