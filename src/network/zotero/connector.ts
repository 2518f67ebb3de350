import { isRecord } from '../../core/library/merge.ts';
import { boundedJson } from '../json.ts';
import { askZotero, type Zotero } from './ask.ts';
import { fingerprint, sessionOf } from './item-key.ts';
import { CONNECTOR, type ItemResult, type ToSend } from './records.ts';
import { type BatchEnd, pauseBefore, type Sending } from './sending.ts';
import { type Stopped, stopOf } from './stopped.ts';

/**
 * The connector's end points, for a Zotero whose local API takes no writes. It saves to what is selected in Zotero's window and tells
 * no keys, so what was saved cannot be changed from here afterwards.
 */

export interface Selected {
  /** `L1` for a library, `C23` for a collection. */
  readonly target: string;
  /** As Zotero shows it. */
  readonly name: string;
  readonly editable: boolean;
}

/** Where a save would go now. */
export async function selectedTarget(zotero: Zotero, signal?: AbortSignal): Promise<Selected | Stopped> {
  const path = '/connector/getSelectedCollection';
  const answer = await askZotero(zotero, { path, purpose: 'zotero-target', body: {}, signal });
  if (!answer.ok) return stopOf(answer.error);
  const value = boundedJson(answer.value.text);
  if (answer.value.status !== 200 || !isRecord(value)) return { why: 'unexpected' };
  const { id, libraryID, name, libraryEditable } = value;
  if (typeof name !== 'string') return { why: 'unexpected' };
  const target = typeof id === 'number' ? `C${id}` : `L${typeof libraryID === 'number' ? libraryID : 1}`;
  return { target, name: name.slice(0, 300), editable: libraryEditable !== false };
}

/** At most 10 papers. One that has any record is there already, as far as can be known. */
export async function saveThroughConnector(sending: Sending, papers: readonly ToSend[]): Promise<BatchEnd> {
  const settled: ItemResult[] = papers.flatMap(({ key, sent: [record] }) =>
    record === undefined ? [] : [{ key, outcome: 'already', sent: record }],
  );
  const fresh = papers.filter(({ sent }) => sent.length === 0);
  if (fresh.length === 0) return { results: settled };
  const prints = await Promise.all(fresh.map(({ work }) => fingerprint(work)));
  // the same papers in the same state have the same session: Zotero tells us when it has them
  const session = await sessionOf(fresh.map(({ key }, i) => `${key} ${prints[i]}`));
  for (let attempt = 0; ; ) {
    const stopped = await save(sending, session, fresh);
    if (stopped === undefined) break;
    const pause = pauseBefore(attempt, stopped);
    if (pause === undefined) return { stopped };
    attempt++;
    await sending.wait(pause);
  }
  const saved = fresh.map(
    ({ key }, i): ItemResult => ({
      key,
      outcome: 'created',
      sent: { serverId: CONNECTOR, itemKey: '', version: 0, fieldHash: prints[i] ?? '' },
    }),
  );
  return { results: [...settled, ...saved] };
}

/** @returns undefined where the papers are in Zotero */
async function save(sending: Sending, session: string, papers: readonly ToSend[]): Promise<Stopped | undefined> {
  const target = await selectedTarget(sending.zotero, sending.signal);
  if ('why' in target) return target;
  if (!target.editable) return { why: 'read-only' };
  const answer = await askZotero(sending.zotero, {
    path: '/connector/saveItems',
    purpose: 'zotero-send',
    body: { sessionID: session, uri: papers[0]?.work.item.url ?? '', items: papers.map(itemOf) },
    signal: sending.signal,
  });
  if (!answer.ok) return stopOf(answer.error);
  const { status, text } = answer.value;
  if (status === 201 || status === 200) {
    if (sending.target !== undefined && sending.target !== target.target) await move(sending, session, sending.target);
    return undefined;
  }
  const value = boundedJson(text);
  const said = isRecord(value) ? value : {};
  // SESSION_EXISTS: an earlier try was heard
  if (status === 409) return said['error'] === 'SESSION_CANCELLED' ? { why: 'cancelled-there' } : undefined;
  return { why: said['libraryEditable'] === false ? 'read-only' : 'unexpected' };
}

/** To another collection than the selected one. Where that fails the papers stay where they were saved. */
async function move({ zotero, signal }: Sending, session: string, target: string): Promise<void> {
  const body = { sessionID: session, target, tags: [], note: '' };
  await askZotero(zotero, { path: '/connector/updateSession', purpose: 'zotero-target', body, signal });
}

/** As translators hand items to Zotero: notes inside. */
const itemOf = ({ key, work }: ToSend): object => ({
  id: key,
  ...work.item,
  notes: work.note === undefined ? [] : [{ note: work.note }],
  attachments: [],
});
