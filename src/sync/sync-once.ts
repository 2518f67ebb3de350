import type { SyncReport, SyncState } from '../core/sync/report.ts';
import { isLarge, Scales, type Weight } from './guard.ts';
import type { Signal } from './http.ts';
import { type Fault, fault, type Outcome } from './outcome.ts';
import { patiently, type Timer } from './patience.ts';
import { pullAll } from './pull-all.ts';
import { anyDue, pushAll } from './push-all.ts';
import type { Run, Tally } from './run.ts';
import type { Decision, SyncStore, TargetMemory, Waiting } from './store.ts';
import type { Opened, SyncTarget, Visit } from './target.ts';

export type { SyncReport, SyncState } from '../core/sync/report.ts';

/**
 * One sync with one target: look at its marker, read what is new there, merge it, send what it lacks. Everything that was done stays done
 * when this is interrupted at any point, and the next one goes on from there. The caller sees to it that only one runs for a target.
 */

export interface SyncOptions {
  readonly signal: Signal;
  /** What the person said about the changes that the last sync paused at. */
  readonly decision?: Decision;
  /** Reads and sends nothing: the only thing allowed while a loss of the library is not settled. */
  readonly pullOnly?: boolean;
  /** Most records in a batch; what the target likes where it is not said. */
  readonly batch?: number;
}

/** Passes of reading and sending: edits go on meanwhile, and others write. What is left then waits for the next sync. */
const PASSES = 6;

/** Records in a transaction that merges, and in a batch where the target does not say. */
const BATCH = 500;

/** How many of those that wait are named. */
const NAMED = 20;

export async function syncOnce(
  target: SyncTarget,
  store: SyncStore,
  timer: Timer,
  options: SyncOptions,
): Promise<SyncReport> {
  const tally: Tally = { pulled: 0, changed: 0, unreadable: 0, pushed: 0 };
  const facts: { -readonly [K in keyof SyncReport]?: SyncReport[K] } = {};
  const report = async (state: SyncState, why?: Fault): Promise<SyncReport> => {
    const waiting = await store.waiting(target.id, NAMED);
    const waitingCount = await countWaiting(store, target.id, waiting);
    const failure = why && {
      fault: why.error,
      ...(why.detail === undefined ? {} : { detail: why.detail }),
      ...(why.retryAfter === undefined ? {} : { retryAfter: why.retryAfter }),
    };
    return { state, ...tally, ...facts, waiting, waitingCount, ...failure };
  };

  if ((await store.self()).frozen && options.pullOnly !== true) return report('frozen');
  const asked = timer.now();
  const opened = await visit(target, store, timer, options.signal);
  if (!opened.ok) return report('failed', opened);
  const { joined, readOnly, serverTime } = opened.value;
  if (joined !== undefined) facts.joined = joined;
  if (readOnly !== undefined) facts.readOnly = readOnly;
  if (serverTime !== undefined) facts.clockOff = serverTime - Math.round((asked + timer.now()) / 2);

  if (options.decision !== undefined && (await store.held(target.id, 1)).length > 0) {
    await store.snapshot('large-change');
    await store.decide(target.id, options.decision);
  }
  const run: Run = {
    target,
    store,
    timer,
    tally,
    signal: options.signal,
    batch: options.batch ?? target.batch ?? BATCH,
    mark: { begun: false },
  };
  for (let pass = 1; ; pass++) {
    await carryOut(run, 'go on');
    const pulled = await pullAll(run);
    if (!pulled.ok) return report('failed', pulled);
    const weight = await weigh(store, target.id);
    if (isLarge(weight, (await store.self()).papers)) {
      facts.held = weight;
      return report('paused');
    }
    await carryOut(run, 'begin');
    if (readOnly !== undefined || options.pullOnly === true) return report(await stateOf(store, target.id));
    const pushed = await pushAll(run, pass === 1);
    if (!pushed.ok && pushed.error === 'copied' && facts.joined !== 'copied') {
      await store.newDevice();
      const again = await visit(target, store, timer, options.signal, 'copied');
      if (!again.ok) return report('failed', again);
      facts.joined = 'copied';
      continue;
    }
    if (!pushed.ok) return report('failed', pushed);
    if (pushed.value === 'frozen') return report('frozen');
    if (pushed.value === 'done') return report(await stateOf(store, target.id));
    if (pass === PASSES) return report('waiting');
    await timer.sleep(timer.random() * 200 * pass, options.signal); // two that write the same records do not meet again
    if (options.signal.aborted) return report('failed', fault('cancelled'));
  }
}

interface Visited extends Opened {
  readonly joined?: SyncReport['joined'];
}

/**
 * Opens the target. Where it is another one than remembered, or lost something, all that is remembered of it is forgotten.
 * @param renamed `copied` where this copy of the library has just taken a new name
 */
async function visit(
  target: SyncTarget,
  store: SyncStore,
  timer: Timer,
  signal: Signal,
  renamed?: 'copied',
): Promise<Outcome<Visited>> {
  const [{ device }, memory] = [await store.self(), await store.memory(target.id)];
  const opened = await patiently(() => target.open(visitOf(device, memory, timer), signal), timer, signal);
  if (!opened.ok) return opened;
  const { epoch, standing } = opened.value;
  if (standing === 'copied' && renamed === undefined) {
    await store.newDevice();
    return visit(target, store, timer, signal, 'copied');
  }
  const joined = renamed ?? joinedBy(memory, epoch, standing);
  if (joined === undefined) return opened;
  if (joined === 'first') await store.snapshot('first-sync');
  await store.begin(target.id, epoch);
  return { ok: true, value: { ...opened.value, joined } };
}

function visitOf(device: string, memory: TargetMemory | undefined, timer: Timer): Visit {
  const fresh = Array.from({ length: 32 }, () => Math.floor(timer.random() * 16).toString(16)).join('');
  if (memory === undefined) return { device, fresh };
  const { epoch, mark, next, cursor } = memory;
  const last = {
    epoch,
    ...(mark === undefined ? {} : { mark }),
    ...(next === undefined ? {} : { next }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  return { device, fresh, last };
}

function joinedBy(
  memory: TargetMemory | undefined,
  epoch: string,
  standing: Opened['standing'],
): SyncReport['joined'] | undefined {
  if (memory === undefined) return 'first';
  if (memory.epoch !== epoch) return 'new-epoch';
  return standing === 'kept' ? undefined : 'lost';
}

async function weigh(store: SyncStore, target: string): Promise<Weight> {
  const scales = new Scales();
  for (let held = await store.held(target, 500); held.length > 0; held = await store.held(target, 500, held.at(-1))) {
    const mine = await store.states(held);
    for (const [i, record] of held.entries()) scales.add(record, mine[i]);
  }
  return scales.weight();
}

/** Merges what is held back: where a decision is under way (`go on`), or where it is not large (`begin`). */
async function carryOut({ store, target, tally, batch }: Run, when: 'go on' | 'begin'): Promise<void> {
  if (when === 'begin') {
    if ((await store.held(target.id, 1)).length === 0) return;
    await store.decide(target.id, 'apply');
  } else if ((await store.memory(target.id))?.decision === undefined) return;
  for (;;) {
    const { changed, refused, left } = await store.release(target.id, Math.min(batch, BATCH));
    tally.changed += changed;
    tally.unreadable += refused;
    if (left === 0) return;
  }
}

/** "Synced" is said only where nothing waits and nothing is due. */
async function stateOf(store: SyncStore, target: string): Promise<SyncState> {
  if ((await store.waiting(target, 1)).length > 0) return 'waiting';
  return (await anyDue(store, target)) ? 'waiting' : 'synced';
}

async function countWaiting(store: SyncStore, target: string, first: readonly Waiting[]): Promise<number> {
  let count = first.length;
  for (let last = first.at(-1); last !== undefined && count >= NAMED; ) {
    const more = await store.waiting(target, 500, last);
    count += more.length;
    last = more.length === 500 ? more.at(-1) : undefined;
  }
  return count;
}
