import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryHealth } from '../../messaging/calls.ts';
import { call } from '../../messaging/client.ts';
import { watchSeq } from '../../storage/library/queries/live-seq.ts';
import { useLive } from './use-live.ts';

export type Health = { readonly state: 'loading' } | { readonly state: 'no-answer' } | LibraryHealth;

/** Between two questions while the library is held or silent, in ms. */
const ASK_AGAIN = 2_000;

/** How the library is, asked after the first paint: nothing waits for it. Asked again where the library was emptied or went away under the page. */
export function useHealth(): { readonly health: Health; readonly askAgain: () => Promise<void> } {
  const [health, setHealth] = useState<Health>({ state: 'loading' });
  const askAgain = useCallback(async () => {
    const answer = await call('library.health', {});
    setHealth(answer.ok ? answer.value : { state: 'no-answer' });
  }, []);
  useEffect(() => void askAgain(), [askAgain]);
  const live = useLive(watchSeq);
  const most = useRef(0);
  useEffect(() => {
    if (live.state === 'error') void askAgain();
    if (live.state !== 'ready') return;
    // The number of changes never goes back by itself.
    if (live.value < most.current) void askAgain();
    most.current = live.value;
  }, [live, askAgain]);
  // What only has to be waited for is asked for again: the page goes on by itself when the other one lets go.
  const waits = health.state === 'blocked' || health.state === 'unwritable' || health.state === 'no-answer';
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void askAgain(), ASK_AGAIN);
    return () => clearInterval(timer);
  }, [waits, askAgain]);
  return { health, askAgain };
}

/** May the person change the library now? Until it is known, yes: the background refuses what it must. */
export const isReadOnly = (health: Health): boolean =>
  ['newer', 'unwritable', 'unreadable', 'blocked'].includes(health.state) || isLost(health);

/** Something is missing: the restore screen comes first. */
export const isLost = (health: Health): boolean => health.state === 'empty-loss' || health.state === 'partial-loss';
