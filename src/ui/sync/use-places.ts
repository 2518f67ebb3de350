import { useEffect, useState } from 'preact/hooks';
import { permissionFor, placeAddress } from '../../core/sync/address.ts';
import type { PlaceSettings } from '../../core/sync/place.ts';
import { permissions } from '../../platform/browser.ts';
import { liveLibrary } from '../../storage/library/queries/live.ts';
import { type PlaceRow, placeRows } from '../../storage/library/queries/places.ts';
import { type Live, useLive } from '../parts/use-live.ts';

const watchPlaces = liveLibrary(placeRows);

/** The places that the library syncs with and how each goes. */
export const usePlaces = (): Live<readonly PlaceRow[]> => useLive<readonly PlaceRow[]>(watchPlaces);

/** What the browser must allow so that a place can be asked; undefined where it is no server. */
export function originOf({ address = '' }: Pick<PlaceSettings, 'address'>): string | undefined {
  const url = placeAddress(address, { plainHttp: true });
  return url.ok ? permissionFor(url.value) : undefined;
}

/** Ids of places whose server the browser does not let us ask; renewed when the person gives or takes a permission anywhere. */
export function useNotAllowed(places: readonly PlaceRow[]): ReadonlySet<string> {
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const asked = places.map(({ place }) => `${place.id} ${originOf(place) ?? ''}`).join('\n');
  useEffect(() => {
    if (asked === '') return;
    let stale = false;
    const look = async (): Promise<void> => {
      const found = await Promise.all(
        asked.split('\n').map(async (line) => {
          const [id = '', origin = ''] = line.split(' ');
          return origin === '' || (await permissions.contains({ origins: [origin] })) ? [] : [id];
        }),
      );
      if (!stale) setMissing(new Set(found.flat()));
    };
    const again = (): void => void look();
    again();
    permissions.onAdded.addListener(again);
    permissions.onRemoved.addListener(again);
    return () => {
      stale = true;
      permissions.onAdded.removeListener(again);
      permissions.onRemoved.removeListener(again);
    };
  }, [asked]);
  return missing;
}
