/** Long work in the engine's one thread, cut so that calls are answered in between. */

/** Longest stretch of work, in ms. */
const LONGEST = 25;

/** Lets calls that wait be answered. */
export const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** Call often; every so many ms it lets others work. */
export class Slices {
  #begun = performance.now();

  async pause(): Promise<void> {
    if (performance.now() - this.#begun < LONGEST) return;
    await breathe();
    this.#begun = performance.now();
  }
}

/** Runs steps to their end, with pauses. */
export async function inSlices(steps: Generator<void>): Promise<void> {
  const slices = new Slices();
  while (!steps.next().done) await slices.pause();
}
