import type { Site } from '../sites/site.ts';
import type { PageNeeds } from './page.ts';
import { report } from './report.ts';

/** A listing that the person opened is a digest too: kept locally, at idle time, never from a private window. */
export interface Harvest {
  /** @param url the address whose listing is on the page now */
  soon(url: URL): void;
}

/** Limits of the protocol. */
const MOST = { text: 12 * 1_024 * 1_024, key: 500, name: 300 };
/** The page's own work goes first, but not for ever. In ms. */
const AT_LATEST = 10_000;

export function createHarvest(
  site: Site,
  needs: Pick<PageNeeds, 'call' | 'alive' | 'privateWindow'>,
  signal: AbortSignal,
): Harvest {
  const sent = new Map<string, number>();
  let due: URL | undefined;

  function run(): void {
    const url = due;
    due = undefined;
    if (signal.aborted || url === undefined || site.digest === undefined || !needs.alive()) return;
    try {
      const digest = site.digest(document, url);
      if (digest === undefined || digest.text.length > MOST.text || digest.key.length > MOST.key) return;
      if (sent.get(digest.key) === digest.text.length) return;
      sent.set(digest.key, digest.text.length);
      void needs.call('digest.harvest', { ...digest, name: digest.name.slice(0, MOST.name) });
    } catch (error) {
      report(error, `keeping a listing of ${site.info.id}`);
    }
  }

  return {
    soon(url) {
      if (site.digest === undefined || needs.privateWindow()) return;
      if (due === undefined) whenIdle(run);
      due = url;
    },
  };
}

const whenIdle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: AT_LATEST });
  else setTimeout(run, 500);
};
