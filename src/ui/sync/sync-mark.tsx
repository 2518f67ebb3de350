import { t, tn } from '../../platform/i18n.ts';
import type { PlaceRow } from '../../storage/library/queries/places.ts';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icons.ts';
import { readyOr } from '../parts/use-live.ts';
import { isRunning, standOf, unsent } from './stand.ts';
import { nearWords } from './sync-times.ts';
import { useNow } from './use-now.ts';
import { useNotAllowed, usePlaces } from './use-places.ts';
import './sync-mark.css';

/** All places in a few words: the one that needs the person first, then what waits, then how long ago. */
export interface Summary {
  readonly tone: 'ok' | 'warn' | 'bad' | 'plain';
  readonly icon: IconName;
  readonly words: string;
}

/** @returns undefined where no place is set up @param missing ids of places that the browser does not allow */
export function summaryOf(rows: readonly PlaceRow[], now: number, missing: ReadonlySet<string>): Summary | undefined {
  if (rows.length === 0) return undefined;
  const plain = { tone: 'plain', icon: 'again' } as const;
  // A file that is carried by hand never waits for anything.
  const going = rows.filter(({ place }) => !place.paused && place.kind !== 'bundle');
  const stands = going.map((row) => standOf(row, now, missing.has(row.place.id)));
  if (stands.some((stand) => stand.needs)) return { tone: 'bad', icon: 'warning', words: t('syncMarkNeeds') };
  if (going.some(({ state }) => isRunning(state, now))) return { ...plain, words: t('syncMarkRuns') };
  const waits = Math.max(0, ...going.map(unsent));
  if (waits > 0) return { tone: 'warn', icon: 'clock', words: tn('syncMarkWait', waits) };
  if (stands.some((stand) => stand.tone === 'warn')) return { tone: 'warn', icon: 'clock', words: t('syncMarkNot') };
  if (going.length === 0)
    return rows.some(({ place }) => place.paused && place.kind !== 'bundle')
      ? { ...plain, icon: 'pause', words: t('syncMarkPaused') }
      : undefined;
  const times = going.map(({ state }) => state?.lastOk);
  // The place that was left alone the longest says how old "synced" is.
  const oldest = times.every((at) => at !== undefined)
    ? Math.min(...times.filter((at) => at !== undefined))
    : undefined;
  if (oldest === undefined) return { ...plain, words: t('syncMarkNever') };
  return { tone: 'ok', icon: 'tick', words: t('syncMarkOk', nearWords(Math.min(oldest, now), now, 'short')) };
}

/** How sync goes, small, in the foot of a page; leads to its settings. Nothing where no place is set up. */
export const SyncMark = (p: {
  /** The sign alone, its words for whoever listens or points: where there is no room. */
  readonly small?: boolean;
  readonly onOpen: () => void;
}) => {
  const places = readyOr<readonly PlaceRow[]>(usePlaces(), NONE);
  const summary = summaryOf(places, useNow(), useNotAllowed(places));
  if (summary === undefined) return null;
  return (
    <button
      type="button"
      class={`sync-mark ${summary.tone}`}
      title={t('syncMarkTitle', summary.words)}
      onClick={p.onOpen}
    >
      <Icon name={summary.icon} size={14} />
      <span class={p.small ? 'unseen' : 'num'}>{summary.words}</span>
    </button>
  );
};

const NONE: readonly PlaceRow[] = [];
