/** Work that may wait: done a few milliseconds at a time, while the browser has nothing better to do. */

/** The page's own work goes first, but not for ever. In ms. */
const AT_LATEST = 10_000;
/** Work at one time, in ms. */
const SLICE = 6;

const whenIdle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: AT_LATEST });
  else setTimeout(run, 200);
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
