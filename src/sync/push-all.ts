import { type Fault, fault, type Outcome } from './outcome.ts';
import { patiently } from './patience.ts';
import { takeIn } from './pull-all.ts';
import type { Run } from './run.ts';
import { LANES, type Lane, laneOf, type Settled, type SyncStore, type Waiting } from './store.ts';
import type { LocalRecord, Name, Pushed } from './target.ts';

/**
 * Sends what the target lacks, states before records. What was taken is noted batch by batch; what was not waits, with the reason.
 * @param first also tries again what was refused at earlier syncs: once in a sync is enough
 * @returns `again`: somebody else wrote meanwhile; read, merge and send again
 */
export async function pushAll(run: Run, first: boolean): Promise<Outcome<'done' | 'again' | 'frozen'>> {
  const sent: Sent = { again: false };
  for (const lane of LANES) {
    const waited = await pushWaiting(run, lane, first, sent);
    if (!waited.ok || waited.value === 'frozen') return waited;
    const pushed = await pushDue(run, lane, sent);
    if (!pushed.ok || pushed.value === 'frozen') return pushed;
  }
  if (sent.again || (await anyDue(run.store, run.target.id))) return { ok: true, value: 'again' };
  return finish(run);
}

interface Sent {
  again: boolean;
}

/** Is there anything that has not been sent and does not wait? */
export async function anyDue(store: SyncStore, target: string): Promise<boolean> {
  const pushed = (await store.memory(target))?.pushed;
  for (const lane of LANES) {
    for (let [after, more] = [pushed?.[lane] ?? 0, true]; more; ) {
      const due = await store.due(target, lane, after, 500);
      if (due.records.length > 0) return true;
      ({ upTo: after, more } = due);
    }
  }
  return false;
}

type Step = Outcome<'done' | 'frozen'>;

async function pushWaiting(run: Run, lane: Lane, first: boolean, sent: Sent): Promise<Step> {
  const { store, target, batch } = run;
  for (let last: Waiting | undefined; ; ) {
    const page = await store.waiting(target.id, batch, last);
    last = page.at(-1);
    if (last === undefined) return { ok: true, value: 'done' };
    const wanted = page.filter((one) => laneOf(one.kind) === lane && (first || isOurs(one)));
    if (wanted.length === 0) continue;
    const records = await store.outgoing(target.id, wanted);
    const left = new Set(records.map(nameOf));
    // Deleted for good here since: nothing is left to be sent.
    const gone = wanted.filter((one) => !left.has(nameOf(one))).map(({ kind, id }) => ({ kind, id, seq: 0 }));
    if (gone.length > 0) await store.settle(target.id, { acked: gone, waiting: [] });
    const step = await send(run, records, sent);
    if (!step.ok || step.value === 'frozen') return step;
  }
}

/** Waiting for us to send again, not for the server to think better of it. */
const isOurs = ({ why }: Waiting): boolean => why === 'changed-there' || why === 'behind';

async function pushDue(run: Run, lane: Lane, sent: Sent): Promise<Step> {
  const { store, target, batch } = run;
  let after = (await store.memory(target.id))?.pushed[lane] ?? 0;
  for (;;) {
    const due = await store.due(target.id, lane, after, batch);
    const step = await send(run, due.records, sent, { lane, seq: due.upTo });
    if (!step.ok || step.value === 'frozen') return step;
    after = due.upTo;
    // Until nothing came while the last batch was on its way.
    if (!due.more && due.records.length === 0) return { ok: true, value: 'done' };
  }
}

/** Sends a batch; one that is too large for the server goes in halves, and a single record that is so waits. */
async function send(run: Run, batch: readonly LocalRecord[], sent: Sent, upTo?: Settled['upTo']): Promise<Step> {
  const { store, target, timer, signal, tally } = run;
  if (batch.length === 0) {
    if (upTo !== undefined) await store.settle(target.id, { acked: [], waiting: [], upTo });
    return { ok: true, value: 'done' };
  }
  if ((await store.self()).frozen) return { ok: true, value: 'frozen' };
  const begun = await begin(run);
  if (!begun.ok) return begun;
  let pushed = await patiently(() => target.push(batch, signal), timer, signal);
  if (!pushed.ok && pushed.error === 'too-large' && batch.length > 1) {
    const half = Math.ceil(batch.length / 2);
    const step = await send(run, batch.slice(0, half), sent);
    if (!step.ok || step.value === 'frozen') return step;
    return send(run, batch.slice(half), sent, upTo);
  }
  if (!pushed.ok && pushed.error === 'too-large') pushed = { ok: true, value: tooLarge(batch, pushed) };
  if (!pushed.ok) return pushed;
  const { acked, retry, rejected, mark: there } = pushed.value;
  // Before it is noted that the target holds these records, it is noted what to look for there.
  if (there !== undefined) await store.marked(target.id, there);
  const seqs = new Map(batch.map((record) => [nameOf(record), record.seq]));
  const told = new Set([...acked, ...retry, ...rejected].map(nameOf));
  const silent = batch.filter((record) => !told.has(nameOf(record))); // an answer that leaves some out says nothing of them
  await store.settle(target.id, {
    acked: acked.flatMap((one) => {
      const seq = seqs.get(nameOf(one));
      return seq === undefined ? [] : [{ ...one, seq }];
    }),
    waiting: [
      ...retry.map((one): Waiting => ({ ...one, why: 'changed-there' })),
      ...rejected.map(({ kind, id, why }): Waiting => ({ kind, id, why })),
      ...silent.map(({ kind, id }): Waiting => ({ kind, id, why: 'server-error' })),
    ],
    ...(upTo === undefined ? {} : { upTo }),
  });
  tally.pushed += acked.length;
  if (retry.length === 0) return { ok: true, value: 'done' };
  sent.again = true;
  return readAgain(run, retry);
}

const tooLarge = (batch: readonly LocalRecord[], why: Fault): Pushed => ({
  acked: [],
  retry: [],
  rejected: batch.map(({ kind, id }) => ({
    kind,
    id,
    why: 'too-large',
    ...(why.detail === undefined ? {} : { detail: why.detail }),
  })),
});

/** What others wrote meanwhile is read by name: the feed may not name it (a cluster's nodes differ for a while). */
async function readAgain(run: Run, names: readonly Name[]): Promise<Step> {
  const { target, timer, signal } = run;
  const { read } = target;
  if (read === undefined) return { ok: true, value: 'done' };
  const there = await patiently(() => read.call(target, names, signal), timer, signal);
  if (!there.ok) return there;
  await takeIn(run, there.value);
  return { ok: true, value: 'done' };
}

/**
 * A mark before the first batch of a sync and one after the last. The one before: if this sync is killed and the target is put back to an
 * older state meanwhile, the mark is gone with what was sent. The one after: the same for a backup made while this went on.
 */
async function begin(run: Run): Promise<Step> {
  if (run.mark.begun) return { ok: true, value: 'done' };
  const step = await mark(run);
  if (step.ok) run.mark.begun = true;
  return step;
}

async function finish(run: Run): Promise<Step> {
  const memory = await run.store.memory(run.target.id);
  if (memory === undefined || (memory.mark !== undefined && !memory.unmarked)) return { ok: true, value: 'done' };
  return mark(run);
}

async function mark({ store, target, timer, signal }: Run): Promise<Step> {
  if (signal.aborted) return fault('cancelled');
  const next = `${timer.now().toString(36)}-${Math.floor(timer.random() * 2 ** 48).toString(36)}`;
  await store.marking(target.id, next);
  const made = await patiently(() => target.finish(next, signal), timer, signal);
  if (!made.ok) return made;
  await store.marked(target.id, made.value);
  return { ok: true, value: 'done' };
}

const nameOf = ({ kind, id }: Name): string => `${kind} ${id}`;
