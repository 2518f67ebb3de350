/** One line of the bench table. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly measured: number;
  /** Undefined: measured and shown, no budget. */
  readonly budget?: number;
  /** `most`: the budget is a ceiling (default); `least`: it is a floor. */
  readonly bound?: 'most' | 'least';
  /** The same measured without us, or with another way, in the same run. */
  readonly baseline?: { readonly what: string; readonly value: number };
  readonly note?: string;
}

export type Verdict = 'ok' | 'near' | 'over' | 'shown';

/** Room for the noise of a shared machine: within a quarter of its budget a row is `near` and does not fail the run. */
const ROOM = 1.25;

export function verdictOf({ measured, budget, bound = 'most' }: Row): Verdict {
  if (budget === undefined) return 'shown';
  if (bound === 'least') return measured >= budget ? 'ok' : measured * ROOM >= budget ? 'near' : 'over';
  return measured <= budget ? 'ok' : measured <= budget * ROOM ? 'near' : 'over';
}

/** A group of rows that are measured together. Its work is loaded only when it runs. */
export interface Group {
  readonly name: string;
  /** Rows, or a sentence that says why it could not be measured here. */
  readonly run: (options: BenchOptions) => Promise<readonly Row[] | string>;
}

export interface BenchOptions {
  /** Papers in the store for the rows that need a full one. */
  readonly papers: number;
  /** Repeats of what is measured in a browser; medians are taken. */
  readonly rounds: number;
}
