import type { Zotero } from './ask.ts';
import { type KeyRing, keyFor } from './authorize.ts';
import { saveThroughConnector } from './connector.ts';
import { planBatch } from './plan.ts';
import type { ZoteroFound } from './probe.ts';
import type { ItemResult, ToSend } from './records.ts';
import { type BatchEnd, pauseBefore, type Sending } from './sending.ts';
import type { Stopped } from './stopped.ts';
import { type Written, writeItems } from './write.ts';

/** Sends papers to Zotero, batch by batch. Nothing is ever deleted there, and nothing that was changed there is written over. */

export interface SendRun {
  readonly zotero: Zotero;
  /** From `probeZotero`, just now. */
  readonly found: ZoteroFound;
  readonly keys: KeyRing;
  readonly items: readonly ToSend[];
  /** Where to go on: the cursor of a run that ended early. */
  readonly from?: number;
  /** False: do not look for papers that came to Zotero by other ways. */
  readonly twins?: boolean;
  /** `C23`: where an older Zotero puts the papers; else to what is selected in its window. */
  readonly target?: string;
  readonly signal?: AbortSignal;
  readonly wait: (ms: number) => Promise<void>;
  /** Keeps what became of some papers; the next ones are sent when it resolves. `cursor` papers are dealt with. */
  readonly onBatch: (results: readonly ItemResult[], cursor: number) => Promise<void>;
}

export interface SendEnd {
  /** Papers dealt with, from the beginning of `items`. */
  readonly cursor: number;
  /** Absent where all are. */
  readonly stopped?: Stopped;
}

/** Objects in one request, says Zotero. A note is one. */
const OBJECTS = 50;
/** Papers in one save through the connector: Zotero forgets a save after minutes, so few are in doubt. */
const SAVES = 10;

export async function sendToZotero(run: SendRun): Promise<SendEnd> {
  const { found, items, onBatch } = run;
  const sending: Sending = { ...run, twins: run.twins ?? true };
  const { kind, serverId } = found;
  const isLocal = kind === 'local-api' && serverId !== undefined;
  let cursor = run.from ?? 0;
  if (!isLocal && kind !== 'connector' && kind !== 'off')
    return { cursor, stopped: { why: kind === 'not-allowed' ? 'not-allowed' : 'unreachable' } };
  while (cursor < items.length) {
    if (run.signal?.aborted) return { cursor, stopped: { why: 'cancelled' } };
    const batch = isLocal ? fitting(items, cursor) : items.slice(cursor, cursor + SAVES);
    const end = isLocal ? await sendBatch(sending, serverId, batch) : await saveThroughConnector(sending, batch);
    if ('stopped' in end) return { cursor, stopped: end.stopped };
    cursor += batch.length;
    await onBatch(end.results, cursor);
  }
  return { cursor };
}

/** As many as are at most 50 objects. */
function fitting(items: readonly ToSend[], from: number): readonly ToSend[] {
  let objects = 0;
  let end = from;
  while (end < items.length) {
    objects += items[end]?.work.note === undefined ? 1 : 2;
    if (objects > OBJECTS) break;
    end++;
  }
  return items.slice(from, end);
}

/**
 * Every try begins with a look at what is there: after a request whose end was not seen, what it did is known by the items' keys, and
 * only the rest is written.
 */
async function sendBatch(sending: Sending, serverId: string, papers: readonly ToSend[]): Promise<BatchEnd> {
  const tried = new Map<string, 'created' | 'updated'>();
  let afresh = false;
  for (let attempt = 0; ; ) {
    const step = await tryOnce(sending, serverId, papers, tried, afresh);
    if ('results' in step) return step;
    if ('again' in step) {
      if (step.again === 'smaller') return halved(sending, serverId, papers);
      if (afresh) return { stopped: { why: 'denied' } };
      afresh = true;
      continue;
    }
    const pause = pauseBefore(attempt, step.stopped);
    if (pause === undefined) return step;
    attempt++;
    await sending.wait(pause);
  }
}

async function tryOnce(
  sending: Sending,
  serverId: string,
  papers: readonly ToSend[],
  tried: Map<string, 'created' | 'updated'>,
  afresh: boolean,
): Promise<Written> {
  const { zotero, keys, signal } = sending;
  const plan = await planBatch({ zotero, serverId, twins: sending.twins, signal }, papers);
  if ('stopped' in plan) return plan.stopped.why === 'too-large' ? smaller(papers) : plan;
  const settled = plan.settled.map((result) => {
    const done = tried.get(result.key);
    return done !== undefined && result.outcome === 'already' && !result.sent.theirs
      ? { ...result, outcome: done }
      : result;
  });
  if (plan.writes.length === 0) return { results: settled };
  const grant = await keyFor(zotero, keys, serverId, afresh, signal);
  if (!('key' in grant)) return { stopped: grant };
  for (const { key, outcome } of plan.writes) tried.set(key, outcome);
  const written = await writeItems(zotero, serverId, grant.key, plan.writes, signal);
  if ('results' in written) return { results: [...settled, ...written.results] };
  return 'again' in written && written.again === 'smaller' ? smaller(papers) : written;
}

/** With fewer papers; one alone that is too much is told. */
const smaller = (papers: readonly ToSend[]): Written =>
  papers.length > 1
    ? { again: 'smaller' }
    : { results: papers.map(({ key }) => ({ key, outcome: 'failed', reason: 'too-large' })) };

async function halved(sending: Sending, serverId: string, papers: readonly ToSend[]): Promise<BatchEnd> {
  const middle = Math.ceil(papers.length / 2);
  const first = await sendBatch(sending, serverId, papers.slice(0, middle));
  if ('stopped' in first) return first;
  const second = await sendBatch(sending, serverId, papers.slice(middle));
  // the first half is there all the same, and is known again by its keys
  return 'stopped' in second ? second : { results: [...first.results, ...second.results] };
}
