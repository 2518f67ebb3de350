import type { CallError } from '../../../messaging/calls.ts';

/** Why a job cannot be done, expected: a name and a sentence for the person. Anything else thrown in a job is a bug. */
export class JobFailure extends Error {
  readonly error: CallError;
  constructor(error: CallError, detail: string) {
    super(detail);
    this.name = 'JobFailure';
    this.error = error;
  }
}
