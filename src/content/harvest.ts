import type { PageDigest, Site } from '../sites/site.ts';
import { inSlices } from './idle.ts';
import type { PageNeeds } from './page.ts';
import { report } from './report.ts';

/** A listing that the person opened is a digest too: kept locally, at idle time, never from a private window. */
export interface Harvest {
  /** @param url the address whose listing is on the page now */
  soon(url: URL): void;
}

/** Limits of the protocol. */
const MOST = { text: 12 * 1_024 * 1_024, key: 500, name: 300 };
/** Notes go first: nothing is read before this, in ms. */
const SETTLED = 2_000;

export function createHarvest(
  site: Site,
  needs: Pick<PageNeeds, 'call' | 'alive' | 'privateWindow'>,
  signal: AbortSignal,
): Harvest {
  const sent = new Map<string, number>();
  let due: URL | undefined;

  async function read(): Promise<void> {
    const url = due;
    due = undefined;
    if (url === undefined || signal.aborted) return;
    const digest = await inSlices(site.digestSteps?.(document, url) ?? atOnce(site, url), signal);
    if (digest === undefined || !needs.alive()) return;
    if (digest.text.length > MOST.text || digest.key.length > MOST.key) return;
    if (sent.get(digest.key) === digest.text.length) return;
    sent.set(digest.key, digest.text.length);
    await needs.call('digest.harvest', { ...digest, name: digest.name.slice(0, MOST.name) });
  }

  return {
    soon(url) {
      if (needs.privateWindow()) return;
      if (due === undefined)
        setTimeout(() => void read().catch((error) => report(error, `keeping a listing of ${site.info.id}`)), SETTLED);
      due = url;
    },
  };
}

/** A digest that its site reads in one step, if it has any. */
function* atOnce(site: Site, url: URL): Generator<undefined, PageDigest | undefined> {
  yield;
  return site.digest?.(document, url);
}
