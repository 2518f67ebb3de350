import type { Choice } from '../../messaging/library-calls.ts';
import { CallFailure, type Handlers } from '../../messaging/server.ts';
import { alarms } from '../../platform/browser.ts';
import { report } from '../../platform/report.ts';
import { openLibraryJobs, startJob } from '../../storage/library/commands/jobs/jobs.ts';
import { withLibrary } from '../../storage/library/database.ts';
import { askEngine } from '../engine.ts';
import { sendWorks, zoteroState } from '../zotero.ts';
import { zoteroJobs } from '../zotero-jobs.ts';
import { act } from './library-turn.ts';

/** Papers to the Zotero on this machine. */

const ALARM = 'zotero';

const jobs = zoteroJobs({
  library: (work) => withLibrary(work),
  send: sendWorks,
  now: Date.now,
  report: (error) => report(error, 'zotero'),
});

export const zoteroHandlers = {
  'zotero.state': () => zoteroState(),

  'zotero.send': async ({ request, choice }) => {
    const keys = await keysOf(choice);
    const job = await act(async () => {
      const { id } = await withLibrary((db) =>
        startJob(db, { request, kind: 'zotero', name: '', spec: {}, undoable: false, keys }, Date.now()),
      );
      return { job: id };
    });
    // It stands in the library: whatever ends this worker, the alarm begins again.
    await alarms.create(ALARM, { periodInMinutes: 1 });
    void goOn().catch((error: unknown) => report(error, 'zotero'));
    return job;
  },
} satisfies Partial<Handlers<'background'>>;

/** Keys that one call gives at most. */
const MOST = 50_000;

/** The papers of a choice, in its order. @throws CallFailure `empty` where there are none */
async function keysOf(choice: Choice): Promise<readonly string[]> {
  const keys: string[] = [];
  if ('keys' in choice) keys.push(...new Set(choice.keys));
  else {
    const without = new Set(choice.except);
    for (let from = 0; ; from += MOST) {
      const { keys: some } = await askEngine('engine.keys', { query: choice.query, from, count: MOST });
      for (const key of some) if (!without.has(key)) keys.push(key);
      if (some.length < MOST) break;
    }
  }
  if (keys.length === 0) throw new CallFailure('empty', 'There is no paper to send.');
  return keys;
}

async function goOn(): Promise<void> {
  await jobs.goOn();
  await alarms.clear(ALARM);
  // Work that came while the last one ended lost its alarm.
  if (await isWaiting()) await alarms.create(ALARM, { periodInMinutes: 1 });
}

const isWaiting = async (): Promise<boolean> =>
  (await withLibrary(openLibraryJobs)).some(({ kind }) => kind === 'zotero');

/** On every start of the background: goes on with what was not all sent. Asks nobody where there is nothing to send. */
export async function resumeZotero(): Promise<void> {
  if (await isWaiting()) await goOn();
}

/** Must be called in the first turn, so that the alarm which woke the worker is heard. */
export function onZoteroAlarm(surprise: (error: unknown, where: string) => void): void {
  alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void resumeZotero().catch((error: unknown) => surprise(error, 'zotero'));
  });
}
