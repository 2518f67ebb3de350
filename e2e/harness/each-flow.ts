import { type Extension, test } from './extension.ts';

export interface Flow {
  readonly ext: Extension;
  /** One thing a person does and sees. In the second run the service worker is killed before it. */
  step<T>(what: string, action: () => Promise<T>): Promise<T>;
}

/**
 * One flow as two tests: as it is, and (FAULTS F01) with the service worker killed before every step, where after each step the
 * worker must run again with a new global. The flow's own expectations are the same in both.
 */
export function eachFlow(name: string, body: (flow: Flow) => Promise<void>): void {
  test(name, async ({ ext }) => {
    await body({ ext, step: (what, action) => test.step(what, action) });
  });
  test(`F01: ${name}, with the service worker killed before every step`, async ({ ext }) => {
    let steps = 0;
    await body({
      ext,
      step: (what, action) =>
        test.step(what, async () => {
          await ext.worker.start();
          await ext.worker.kill();
          const value = await action();
          await ext.worker.assertRestarted();
          steps += 1;
          return value;
        }),
    });
    if (steps === 0) throw new Error('The flow has no step: nothing was killed.');
  });
}
