import type { TestResult, TestStep } from '../../messaging/sync-calls.ts';
import type { Fault, Outcome } from '../../sync/outcome.ts';

/** What a look at a place found, step after step; the first fault is the last. */
export class Steps {
  readonly #steps: TestStep[] = [];
  readonly #now: () => number;
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns undefined where it failed */
  async take<T>(what: TestStep['what'], work: () => Promise<Outcome<T>>): Promise<T | undefined> {
    const begun = this.#now();
    const outcome = await work();
    this.#steps.push({ what, ms: this.#now() - begun, ...(outcome.ok ? {} : said(outcome)) });
    return outcome.ok ? outcome.value : undefined;
  }

  result(more: Omit<TestResult, 'steps'> = {}): TestResult {
    const last = this.#steps.at(-1);
    const readOnly = last?.what === 'write' && last.fault === 'forbidden' ? { readOnly: 'forbidden' as const } : {};
    return { ...more, ...readOnly, steps: this.#steps };
  }
}

const said = ({ error, detail }: Fault) => ({ fault: error, ...(detail === undefined ? {} : { detail }) });
