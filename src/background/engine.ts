import workerFile from '../engine/worker.ts?worker&url';
import type { CallName, In, Out, Reply } from '../messaging/calls.ts';
import { call } from '../messaging/client.ts';
import { type Relay, relayTo } from '../messaging/relay.ts';
import { CallFailure } from '../messaging/server.ts';
import { alarms, isFirefox, runtime } from '../platform/browser.ts';
import { ownWorker } from '../platform/own-worker.ts';
import { report } from '../platform/report.ts';
import { withLibrary } from '../storage/library/database.ts';
import { openLibraryWork } from '../storage/library/queries/library-jobs.ts';
import { withPapers } from '../storage/papers/database.ts';
import { openWork } from '../storage/papers/queries/jobs.ts';
import { stayAwake } from './awake.ts';

/**
 * Starts the engine when it is needed: in Chromium a dedicated worker inside an offscreen document, in Firefox a worker of this event
 * page. The offscreen document outlives the service worker and closes itself after ten idle minutes (engine/offscreen-main): its
 * indexes may hold a hundred megabytes, and reading them again takes less than a second.
 */
const PAGE = 'src/engine/offscreen.html';
const ALARM = 'engine';

type EngineCall = Extract<CallName, `engine.${string}`>;

let creating: Promise<void> | undefined;
let own: Relay | undefined;
/** Told which saved papers this event page's own worker changed; the offscreen document says so by a message. */
let wrote: (keys: readonly string[]) => void = () => undefined;
let syncEnded: (ended: In<'sync.ended'>) => void = () => undefined;
export function onEngineNews(listener: (keys: readonly string[]) => void, onEnded: typeof syncEnded): void {
  wrote = listener;
  syncEnded = onEnded;
}
/** Work on its way to the engine, which may not have noted it yet. */
let giving = 0;

/** Resolves when the engine listens. Callers at the same time share one creation. */
export async function ensureEngine(): Promise<void> {
  if (isFirefox) {
    own ??= ownEngine();
    return;
  }
  creating ??= create().finally(() => {
    creating = undefined;
  });
  await creating;
}

function ownEngine(): Relay {
  const relay = relayTo(
    ownWorker(workerFile),
    report,
    () => {
      own = undefined; // it could not be loaded: the next call tries anew
      sleep();
    },
    (keys) => wrote(keys),
    (ended) => syncEnded(ended),
  );
  const sleep = stayAwake(
    () => relay.busy,
    () => runtime.getPlatformInfo(),
  );
  return relay;
}

async function create(): Promise<void> {
  if (await engineIsOpen()) return;
  try {
    await chrome.offscreen.createDocument({
      url: PAGE,
      reasons: [chrome.offscreen.Reason.WORKERS],
      justification: 'Reads digests and indexes papers in a worker, so that pages stay quick.',
    });
  } catch (error) {
    // A service worker that died while creating it left it open.
    if (!(await engineIsOpen())) throw error;
  }
}

export async function engineIsOpen(): Promise<boolean> {
  if (isFirefox) return own !== undefined;
  const open = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
    documentUrls: [runtime.getURL(PAGE)],
  });
  return open.length > 0;
}

/** Starts the engine where it is not, and asks it. @throws CallFailure with the engine's own reason */
export async function askEngine<N extends EngineCall>(name: N, body: In<N>): Promise<Out<N>> {
  await ensureEngine();
  const reply: Reply<Out<N>> = own ? await own.ask(name, body) : await call(name, body);
  if (!reply.ok) throw new CallFailure(reply.error, reply.detail ?? name);
  return reply.value;
}

/** As `askEngine`, and looks after the work until it is done, also when engine or browser die. */
export async function giveWork<N extends EngineCall>(name: N, body: In<N>): Promise<Out<N>> {
  giving += 1;
  try {
    await watch();
    return await askEngine(name, body);
  } finally {
    giving -= 1;
  }
}

/** Tells a running engine that saved papers changed. One that does not run looks for itself when it starts. */
export async function tellEngine(keys: readonly string[]): Promise<void> {
  if (await engineIsOpen()) await askEngine('engine.libraryChanged', { keys });
}

const watch = (): Promise<void> => alarms.create(ALARM, { periodInMinutes: 1 }) ?? Promise.resolve();

/** On every start of the background and at every alarm: goes on with open jobs; without any the alarm ends. */
export async function resumeEngine(): Promise<void> {
  if ((await openJobs()) === 0) {
    if (giving > 0) return; // its alarm must stay; the next one looks again
    await alarms.clear(ALARM);
    // Work that came while we looked lost its alarm.
    if ((await openJobs()) === 0) return;
  }
  await watch();
  await askEngine('engine.resume', {});
}

/** Open jobs of both stores. One that cannot be read has none that could go on. */
async function openJobs(): Promise<number> {
  const [papers, library] = await Promise.all([
    withPapers(openWork),
    withLibrary(openLibraryWork).catch(() => 0), // the restore screen tells what is wrong
  ]);
  return papers + library;
}

/** Must be called in the first turn, so that the alarm which woke the worker is heard. */
export function onEngineAlarm(surprise: (error: unknown, where: string) => void): void {
  alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void resumeEngine().catch((error: unknown) => surprise(error, 'engine'));
  });
}
