/** Work that may wait: done a few milliseconds at a time, while the browser has nothing better to do. */

/** The page's own work goes first, but not for ever. In ms. */
const AT_LATEST = 10_000;
/** Work at one time, in ms. */
const SLICE = 6;

/** Runs something once, when the browser has nothing better to do. @param timeout at the latest after so many ms */
export const whenIdle = (run: () => void, timeout = AT_LATEST): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout });
  else setTimeout(run, Math.min(200, timeout));
};

/**
 * Runs steps of a generator in slices.
 * @returns what it returns; never settles where the signal ends it
 * @throws what the steps throw
 */
export const inSlices = <T>(steps: Generator<undefined, T>, signal: AbortSignal): Promise<T> =>
  new Promise((done, fail) => {
    const slice = (): void => {
      if (signal.aborted) return;
      try {
        const end = performance.now() + SLICE;
        let step = steps.next();
        while (step.done !== true && performance.now() < end) step = steps.next();
        if (step.done === true) done(step.value);
        else whenIdle(slice);
      } catch (error) {
        fail(error);
      }
    };
    whenIdle(slice);
  });
