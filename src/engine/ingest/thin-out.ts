import type { Entry } from '../../core/entry.ts';
import { titleKey } from '../../core/identity/title-key.ts';

/** How often one digest may speak of one paper; a digest that names a paper a thousand times says nothing more by it. */
const MOST = 8;

/** Entries in their order without the ninth and later mention of one paper. Pure, so that a resumed job counts the same. */
export function thinOut(entries: readonly Entry[]): Entry[] {
  const seen = new Map<string, number>();
  return entries.filter(({ ids, title }) => {
    const key = ids[0] ?? titleKey(title) ?? '';
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count <= MOST;
  });
}
