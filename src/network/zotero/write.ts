import { isRecord } from '../../core/library/merge.ts';
import { boundedJson } from '../json.ts';
import { askZotero, type Zotero } from './ask.ts';
import type { Write } from './plan.ts';
import type { FailReason, ItemResult } from './records.ts';
import { refusalOf, type Stopped, stopOf } from './stopped.ts';

/** One write request of the local API, and what became of each paper in it. */

export type Written =
  | { readonly results: readonly ItemResult[] }
  /** The key was not taken; or there is too much in one request. */
  | { readonly again: 'key' | 'smaller' }
  | { readonly stopped: Stopped };

/** At most 50 objects. No write token: keys and versions already make a repetition harmless, also after Zotero was restarted. */
export async function writeItems(
  zotero: Zotero,
  serverId: string,
  key: string,
  writes: readonly Write[],
  signal?: AbortSignal,
): Promise<Written> {
  const answer = await askZotero(zotero, {
    path: '/api/users/0/items',
    purpose: 'zotero-send',
    body: writes.flatMap(({ objects }) => objects),
    headers: { 'Zotero-Server-ID': serverId, 'Zotero-API-Key': key },
    signal,
  });
  if (!answer.ok) return { stopped: stopOf(answer.error) };
  const { status, headers, text } = answer.value;
  if (status === 401) return { again: 'key' };
  if (status === 413) return { again: 'smaller' };
  const refused = refusalOf(status, headers);
  if (refused !== undefined) return { stopped: refused };
  const value = boundedJson(text);
  if (!isRecord(value)) return { stopped: { why: 'unexpected' } };
  const parts = outcomes(value, Number(headers.get('Last-Modified-Version') ?? Number.NaN));
  let at = 0;
  const results: ItemResult[] = [];
  for (const write of writes) {
    const [item, note] = write.objects.map((_, i) => parts(at + i));
    at += write.objects.length;
    // an answer that passes over what was sent is none: it is asked again, and then is already there
    if (item === undefined) return { stopped: { why: 'unexpected' } };
    results.push(resultOf(write, item, note));
  }
  return { results };
}

type Part = { readonly version: number | undefined } | { readonly code: number; readonly message: string };

/** What the answer says of the n-th object; undefined where it says nothing that can be read. */
function outcomes(value: Readonly<Record<string, unknown>>, newest: number): (index: number) => Part | undefined {
  const part = (name: string): Readonly<Record<string, unknown>> => {
    const there = value[name];
    return isRecord(there) ? there : {};
  };
  const [successful, unchanged, failed] = [part('successful'), part('unchanged'), part('failed')];
  return (index) => {
    const fault = failed[index];
    if (isRecord(fault)) {
      const { code, message } = fault;
      return { code: Number(code), message: typeof message === 'string' ? message.slice(0, 200) : '' };
    }
    const saved = successful[index];
    if (isRecord(saved)) {
      const { version } = saved;
      if (typeof version === 'number') return { version };
      return Number.isInteger(newest) ? { version: newest } : undefined;
    }
    return typeof unchanged[index] === 'string' ? { version: undefined } : undefined;
  };
}

function resultOf({ key, outcome, sent }: Write, item: Part, note: Part | undefined): ItemResult {
  if ('code' in item) {
    const detail = item.message === '' ? {} : { detail: item.message };
    return { key, outcome: 'failed', reason: reasonOf(item.code, outcome), ...detail };
  }
  const { noteVersion, ...rest } = sent;
  const version = item.version ?? sent.version;
  if (note === undefined) return { key, outcome, sent: { ...sent, version } };
  // the item is there and its note is not: without a fingerprint the next send tries again
  if ('code' in note) return { key, outcome, sent: { ...rest, version, fieldHash: '' } };
  const noted = note.version ?? noteVersion;
  return { key, outcome, sent: { ...rest, version, ...(noted === undefined ? {} : { noteVersion: noted }) } };
}

function reasonOf(code: number, outcome: Write['outcome']): FailReason {
  if (code === 413) return 'too-large';
  return outcome === 'updated' && (code === 412 || code === 428) ? 'changed-there' : 'refused';
}
