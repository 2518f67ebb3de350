/** Runs a job soon after it was asked for, however often, and never back to back. */
export interface Pace {
  /** Asks for a run. */
  ask(): void;
}

/**
 * @param wait ms of quiet before a run; while asked for again and again it runs at least every fourth wait
 * @param run its own time decides the least pause: twenty times as long, so that a page in a storm costs at most 5 % of a core
 */
export function createPace(wait: number, run: () => void, signal: AbortSignal): Pace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let notBefore = 0;

  function go(): void {
    timer = undefined;
    const start = performance.now();
    run();
    const end = performance.now();
    notBefore = end + 20 * (end - start);
    due = 0;
  }
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    ask() {
      if (signal.aborted) return;
      const now = performance.now();
      if (due === 0) due = now + 4 * wait;
      clearTimeout(timer);
      timer = setTimeout(go, Math.max(Math.min(wait, due - now), notBefore - now, 0));
    },
  };
}
