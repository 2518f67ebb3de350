import { permissionFor, placeAddress } from '../../core/sync/address.ts';
import type { SyncFault } from '../../core/sync/faults.ts';
import type { PlaceSecrets, PlaceSettings } from '../../core/sync/place.ts';
import type { Decision } from '../../core/sync/report.ts';
import type { SyncOrder } from '../../messaging/sync-calls.ts';
import { keepReport } from '../../storage/library/commands/place-states.ts';
import { type PlaceNow, readPlaces } from '../../storage/library/commands/places.ts';
import type { LibraryDb } from '../../storage/library/database.ts';
import { isDue, isNear, missed, nextLook } from './due.ts';

/**
 * Says when places are synced; the engine does it. What is due stands in the library, so that whoever wakes next, a new worker or a new
 * browser, goes on.
 */

export interface DriverDeps {
  readonly library: <T>(work: (db: LibraryDb) => Promise<T>) => Promise<T>;
  /** Before anything is sent: a loss of the library is noticed, then nothing is. */
  readonly look: () => Promise<unknown>;
  readonly order: (order: SyncOrder) => Promise<unknown>;
  readonly secrets: (id: string) => Promise<PlaceSecrets>;
  readonly isAllowed: (pattern: string) => Promise<boolean>;
  readonly online: () => boolean;
  readonly now: () => number;
  /** Sets the alarm, ms since 1970, or takes it away. */
  readonly alarm: (when: number | undefined) => Promise<unknown>;
  readonly report: (error: unknown) => void;
}

export interface Driver {
  /** What is due now; and the alarm for what is next. */
  goOn(): Promise<void>;
  /** What the person asked for. Resolves when all have begun. */
  run(which: { readonly id?: string; readonly decision?: Decision; readonly staged?: string }): Promise<void>;
  /** Those that a missing permission held up. */
  allowed(): Promise<void>;
  /** The library was written. */
  written(): void;
  /** A network came, or went: it is believed when it has stayed for some seconds. */
  network(): void;
  plan(): Promise<void>;
}

/** After the last change, and after the network came. ms */
const QUIET = 5_000;
/** Shorter ones are not kept by browsers. ms */
const SHORTEST = 30_000;
/** While there is no network. ms */
const OFFLINE = 60_000;

export function makeDriver(deps: DriverDeps): Driver {
  const { library, now } = deps;
  const start = (one: PlaceNow, more: Pick<SyncOrder, 'decision' | 'staged'> = {}): Promise<void> =>
    begin(deps, one, more).catch(deps.report);

  async function plan(): Promise<void> {
    const places = await library(readPlaces);
    const next = nextLook(places, now());
    const least = deps.online() || places.every(isNear) ? SHORTEST : OFFLINE;
    await deps.alarm(next === undefined ? undefined : Math.max(next, now() + least));
  }

  async function runSome(choose: (one: PlaceNow) => boolean): Promise<void> {
    const places = await library(readPlaces);
    const reachable = places.filter((one) => choose(one) && (deps.online() || isNear(one)));
    await Promise.all(reachable.map((one) => start(one)));
    await plan();
  }

  const goOn = (): Promise<void> => runSome((one) => isDue(one, now()));
  const afterwards = later(QUIET, () => void goOn().catch(deps.report));
  const stable = later(QUIET, () => {
    if (deps.online())
      void runSome((one) => isDue(one, now()) || (missed(one) && !one.place.paused)).catch(deps.report);
  });

  return {
    goOn,
    plan,
    async run({ id, ...more }) {
      const places = await library(readPlaces);
      const chosen = places.filter(({ place }) =>
        id === undefined ? !place.paused && place.kind !== 'bundle' : place.id === id,
      );
      await Promise.all(chosen.map((one) => start(one, more)));
      await plan();
    },
    allowed: () => runSome(({ place, state }) => !place.paused && state?.report?.fault === 'not-allowed'),
    written() {
      if (afterwards()) void plan().catch(deps.report); // this worker may not live to see the end of the wait
    },
    network() {
      stable();
    },
  };
}

async function begin(
  deps: DriverDeps,
  { place }: PlaceNow,
  more: Pick<SyncOrder, 'decision' | 'staged'>,
): Promise<void> {
  const why = await refusal(place, deps.isAllowed);
  if (why !== undefined) {
    await deps.library((db) => keepReport(db, place.id, notBegun(why), { at: deps.now(), ms: 0, chance: 0 }));
    return;
  }
  await deps.look();
  await deps.order({ place, secrets: await deps.secrets(place.id), ...more });
}

/** Why a place cannot be asked at all: its address, or the browser's permission, which the person may take back at any time. */
export async function refusal(
  { address, plainHttp }: PlaceSettings,
  isAllowed: DriverDeps['isAllowed'],
): Promise<SyncFault | undefined> {
  if (address === undefined) return undefined;
  const checked = placeAddress(address, { plainHttp: plainHttp === true });
  if (!checked.ok) return 'bad-address';
  return (await isAllowed(permissionFor(checked.value))) ? undefined : 'not-allowed';
}

const notBegun = (fault: SyncFault) =>
  ({
    state: 'failed',
    fault,
    pulled: 0,
    changed: 0,
    unreadable: 0,
    pushed: 0,
    waiting: [],
    waitingCount: 0,
  }) as const;

/** Calls once, so long after the last time it was asked. @returns asks; true where nothing was waited for before */
function later(ms: number, call: () => void): () => boolean {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    const first = timer === undefined;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      call();
    }, ms);
    return first;
  };
}
