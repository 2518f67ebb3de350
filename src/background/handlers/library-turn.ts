import { CallFailure } from '../../messaging/server.ts';
import { report } from '../../platform/report.ts';
import type { Done } from '../../storage/library/commands/once.ts';
import { type LibraryDb, withLibrary } from '../../storage/library/database.ts';
import { LibraryFault, TOLD } from '../../storage/library/fault.ts';
import { readSelf, type Self } from '../../storage/library/self.ts';
import { tellEngine } from '../engine.ts';
import { makeRoom } from '../library/make-room.ts';
import { checkLibrary, noteWrite } from '../library-health.ts';

/** How every action on the library runs: in its turn, looked after, and told to whoever shows it. */

let last: Promise<unknown> = Promise.resolve();

/** One action after another; before each, a loss that nobody has noticed yet is noticed. */
export function act<T>(action: () => Promise<T>): Promise<T> {
  const mine = last.then(async () => {
    await looked();
    return named(withRoom(action));
  });
  last = mine.catch(() => undefined);
  return mine;
}

const looked = (): Promise<unknown> => checkLibrary().catch((error: unknown) => report(error, 'library check')); // the action itself says what is wrong

/**
 * What an action does to the library. A connection that was closed underneath may open on an emptied store: it is looked at before anything
 * is written to it, else the loss would be written over.
 */
export const change = <T>(command: (db: LibraryDb) => Promise<T>, limit?: number): Promise<T> =>
  withLibrary(command, limit, looked);

/** Where the disk is full, what can be spared goes, and the action runs once more: nothing of it was written. */
async function withRoom<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof LibraryFault) || error.fault !== 'quota' || !(await makeRoom())) throw error;
    return action();
  }
}

/** What follows an acknowledged write; not waited for. */
export function committed<T>({ reply, keys, changed, self }: Done<T>): T {
  if (changed > 0) {
    follow(self);
    spread(keys);
    void tellOf(keys);
  }
  return reply;
}

/** The engine wrote: it knows, everybody else is told. */
export async function engineWrote(keys: readonly string[]): Promise<void> {
  spread(keys);
  const self = await withLibrary(readSelf);
  if (self !== undefined) follow(self);
}

let onWrite: () => void = () => undefined;
/** Told after every write to the library, whoever made it. */
export function onLibraryWritten(listener: () => void): void {
  onWrite = listener;
}

function follow(self: Self): void {
  onWrite();
  void noteWrite(self).catch((error: unknown) => report(error, 'canary'));
}

const channel = new BroadcastChannel('scholion-library');

/** Tells other pages which papers changed; none where it was a collection, tag, rule or search. */
function spread(keys: readonly string[]): void {
  channel.postMessage({ keys });
}

/** Keys in one message to the engine. */
const MOST = 2_000;

async function tellOf(keys: readonly string[]): Promise<void> {
  for (let i = 0; i === 0 || i < keys.length; i += MOST) {
    await tellEngine(keys.slice(i, i + MOST)).catch(() => undefined); // it looks for itself when it starts
  }
}

/** After a restore, where many papers came at once. */
export function restored(keys: readonly string[]): void {
  spread(keys);
  void tellOf(keys);
  void withLibrary(readSelf).then(
    (self) => self && follow(self),
    (error: unknown) => report(error, 'canary'),
  );
}

/** Gives expected failures the names of the protocol. */
export async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof LibraryFault) throw new CallFailure(TOLD[error.fault], error.message);
    throw error;
  }
}
