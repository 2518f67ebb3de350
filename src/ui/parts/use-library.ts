import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import { countSaved } from '../../storage/library/queries/count-saved.ts';
import { liveLibrary } from '../../storage/library/queries/live.ts';
import { newestSaved } from '../../storage/library/queries/newest-saved.ts';
import { readSettings } from '../../storage/library/queries/settings.ts';
import type { SavedRow } from '../../storage/library/rows.ts';
import { digestList } from '../../storage/papers/queries/digest-list.ts';
import { livePapers } from '../../storage/papers/queries/live.ts';
import type { DigestRow } from '../../storage/papers/rows.ts';
import { type RowModel, rowOfSaved } from './row-model.ts';
import { type Live, readyOr, useLive } from './use-live.ts';

/** Live answers from both stores, as containers use them. What cannot be read yet counts as its default. */

const watchSettings = liveLibrary(readSettings);
const watchCount = liveLibrary(countSaved);
const watchNewest = liveLibrary(newestSaved);
const watchDigests = livePapers(digestList);
const NO_DIGESTS: readonly DigestRow[] = [];

export const useSettings = (): Settings => readyOr(useLive(watchSettings), DEFAULT_SETTINGS);

/** Papers in the library; undefined until it is known. */
export const useSavedCount = (): number | undefined => readyOr<number | undefined>(useLive(watchCount), undefined);

export function useNewestSaved(): Live<readonly RowModel[]> {
  const live: Live<readonly SavedRow[]> = useLive(watchNewest);
  return live.state === 'ready' ? { state: 'ready', value: live.value.map(rowOfSaved) } : live;
}

export const useDigests = (): readonly DigestRow[] => readyOr<readonly DigestRow[]>(useLive(watchDigests), NO_DIGESTS);

/** The digests with the difference between none and not known yet. */
export const useDigestList = (): Live<readonly DigestRow[]> => useLive<readonly DigestRow[]>(watchDigests);
