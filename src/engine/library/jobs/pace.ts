/** How many papers one transaction takes: as many as make some 200 ms, so that a cancel is heard soon and progress is seen to move. */

const AIM = 200;
/** Chunks are at most so many times smaller or larger than the first: each commit has a price of its own, whatever it holds. */
const RANGE = { smaller: 2, larger: 4 } as const;

export class Pace {
  /** Papers for the next chunk. */
  size: number;
  readonly #first: number;
  #begun = 0;

  /** @param first papers of the first chunk */
  constructor(first: number) {
    this.#first = first;
    this.size = first;
  }

  begin(): number {
    this.#begun = performance.now();
    return this.size;
  }

  /** @param done papers that the chunk had */
  end(done: number): void {
    const took = performance.now() - this.#begun;
    if (done === 0 || took <= 0) return;
    const wanted = (done / took) * AIM;
    // Half the way, for one slow commit says little.
    const next = Math.round((this.size + wanted) / 2);
    this.size = Math.min(this.#first * RANGE.larger, Math.max(Math.ceil(this.#first / RANGE.smaller), next));
  }
}
