import { placeAddress } from '../../core/sync/address.ts';
import type { PlaceSecrets, PlaceSettings } from '../../core/sync/place.ts';
import { CallFailure, type Handlers } from '../../messaging/server.ts';
import type { PlaceDraft } from '../../messaging/sync-calls.ts';
import { alarms, permissions, runtime } from '../../platform/browser.ts';
import { report } from '../../platform/report.ts';
import { addPlace, changePlace, readPlaces, removePlace } from '../../storage/library/commands/places.ts';
import { withLibrary } from '../../storage/library/database.ts';
import { askEngine, engineIsOpen } from '../engine.ts';
import { checkLibrary } from '../library-health.ts';
import { network } from '../network.ts';
import { secrets } from '../secrets.ts';
import { makeDriver, refusal } from '../sync/driver.ts';
import { forgetSecrets, keepSecrets, secretsOf } from '../sync/place-secrets.ts';
import { named, onLibraryWritten } from './library-turn.ts';

/** Places that the library syncs with. */

const ALARM = 'sync';

const driver = makeDriver({
  library: (work) => withLibrary(work),
  look: checkLibrary,
  order: (order) => askEngine('engine.sync', order),
  secrets: (id) => secretsOf(secrets(), id),
  isAllowed: network.isAllowed,
  online: () => navigator.onLine,
  now: Date.now,
  alarm: (when) => (when === undefined ? alarms.clear(ALARM) : (alarms.create(ALARM, { when }) ?? Promise.resolve())),
  report: (error) => report(error, 'sync'),
});

export const syncHandlers = {
  'sync.test': async ({ draft }) => {
    const why = await refusal(draft.settings, network.isAllowed);
    if (why !== undefined) return { steps: [{ what: 'answers', ms: 0, fault: why }] };
    return askEngine('engine.syncTest', await reachOf(draft));
  },

  'sync.preview': async ({ draft }) => {
    const why = await refusal(draft.settings, network.isAllowed);
    if (why !== undefined) throw new CallFailure('failed', why);
    return askEngine('engine.syncPreview', await reachOf(draft));
  },

  'sync.add': ({ place, secrets: given }) =>
    named(
      (async () => {
        checkAddress(place);
        await keepSecrets(secrets(), place.id, given);
        await withLibrary((db) => addPlace(db, place));
        await driver.run({ id: place.id });
        return {};
      })(),
    ),

  'sync.change': ({ id, secrets: given, ...more }) =>
    named(
      (async () => {
        if (given !== undefined) await keepSecrets(secrets(), id, { ...(await secretsOf(secrets(), id)), ...given });
        await withLibrary((db) => changePlace(db, id, more));
        if (more.paused === true) await stop(id);
        const again = more.paused === false || given !== undefined || more.login !== undefined;
        if (again && !(await isPaused(id))) await driver.run({ id });
        else await driver.plan();
        return {};
      })(),
    ),

  'sync.remove': ({ id }) =>
    named(
      (async () => {
        await withLibrary((db) => removePlace(db, id), LIMIT);
        await stop(id);
        await withLibrary((db) => removePlace(db, id), LIMIT); // what its last sync left
        await forgetSecrets(secrets(), id);
        await driver.plan();
        return {};
      })(),
    ),

  'sync.run': async (which) => {
    await named(driver.run(which));
    return {};
  },

  'sync.stop': async ({ id }) => {
    await stop(id);
    return {};
  },

  'sync.held': ({ id }) => askEngine('engine.syncHeld', { id }),

  'sync.writeBundle': async ({ id }) => {
    const place = (await named(withLibrary(readPlaces))).find((one) => one.place.id === id)?.place;
    if (place === undefined) throw new CallFailure('not-found', id);
    return askEngine('engine.writeBundle', { place, secrets: await secretsOf(secrets(), id) });
  },

  'sync.readBundle': async (which) => {
    await named(driver.run(which));
    return {};
  },

  'sync.ended': async ({ requests }) => {
    if (requests.length > 0) await network.log.add(...requests);
    await driver.plan();
    return {};
  },
} satisfies Partial<Handlers<'background'>>;

/** Marks of a large library take a while to go. ms */
const LIMIT = 5 * 60_000;

async function stop(id: string): Promise<void> {
  if (await engineIsOpen()) await askEngine('engine.syncStop', { id });
}

/** Secrets that are not given are those that were kept. */
async function reachOf({
  id,
  settings,
  secrets: given,
}: PlaceDraft): Promise<{ place: PlaceSettings; secrets: PlaceSecrets }> {
  const kept = id === undefined ? {} : await secretsOf(secrets(), id);
  return { place: settings, secrets: { ...kept, ...given } };
}

/** @throws CallFailure `bad-request` */
function checkAddress({ address, kind, plainHttp }: PlaceSettings): void {
  const needed = kind === 'couch' || kind === 'webdav';
  if (address === undefined ? !needed : placeAddress(address, { plainHttp: plainHttp === true }).ok) return;
  throw new CallFailure('bad-request', 'address');
}

/** Must be called in the first turn, so that what woke the worker is heard. */
export function onSync(surprise: (error: unknown, where: string) => void): void {
  const failed = (error: unknown): void => surprise(error, 'sync');
  alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void driver.goOn().catch(failed);
  });
  runtime.onStartup.addListener(() => void driver.goOn().catch(failed));
  permissions.onAdded.addListener(() => void driver.allowed().catch(failed));
  onLibraryWritten(driver.written);
  self.addEventListener('online', driver.network);
  self.addEventListener('offline', driver.network);
}

/** On every start of the background: the alarm is there exactly where a place is waited for. */
export const planSync = (): Promise<void> => driver.plan();

/** A place that rests stays so, also with a new password. */
const isPaused = async (id: string): Promise<boolean> =>
  (await withLibrary(readPlaces)).some(({ place }) => place.id === id && place.paused);
