/**
 * Why the library cannot serve. `blocked`: an older page of ours holds it; `newer`: written by a newer version, read-only;
 * `read-only`: the disk cannot be written; `slow`: no answer in time, the outcome is not known, asking again is safe;
 * `aborted`: the browser gave up in the middle, nothing was written, asking again is safe; `unstorable`: what was to be written cannot be,
 * a bug of ours, nothing was written.
 */
export type LibraryFaultName =
  | 'blocked'
  | 'newer'
  | 'quota'
  | 'read-only'
  | 'unreadable'
  | 'slow'
  | 'aborted'
  | 'unstorable'
  | 'not-found'
  | 'empty';

/** What callers in other contexts are told: names of the protocol's own (messaging/calls.ts, `CallError`). */
export const TOLD = {
  blocked: 'no-answer',
  slow: 'no-answer',
  aborted: 'no-answer',
  unstorable: 'failed',
  newer: 'read-only',
  'read-only': 'read-only',
  quota: 'quota',
  unreadable: 'library-lost',
  'not-found': 'not-found',
  empty: 'empty',
} as const satisfies Readonly<Record<LibraryFaultName, string>>;

/** An expected failure of the library, with its name and a sentence a person can read. */
export class LibraryFault extends Error {
  readonly fault: LibraryFaultName;
  constructor(fault: LibraryFaultName, detail: string) {
    super(detail);
    this.name = 'LibraryFault';
    this.fault = fault;
  }
}

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';

/** The connection went away under us (cleared, closed by the browser, closed for an upgrade): worth one reopen. */
export const isClosed = (error: unknown): boolean =>
  /^(?:DatabaseClosedError|InvalidStateError|DatabaseClosed|InvalidState)$/.test(nameOf(error));

/** What the browser said, as one of our names; a bug stays as it is. */
export function libraryFault(error: unknown): unknown {
  if (error instanceof LibraryFault) return error;
  const inner = typeof error === 'object' && error !== null && 'inner' in error ? nameOf(error.inner) : '';
  const name = nameOf(error);
  const message = error instanceof Error ? error.message : name;
  if (/QuotaExceeded|FILE_ERROR_NO_SPACE/.test(`${name} ${inner} ${message.slice(0, 300)}`)) {
    return new LibraryFault('quota', 'The disk is full: nothing was saved.');
  }
  if (/^(?:UnknownError|OpenFailedError|MissingAPIError|NotFoundError)$/.test(name)) {
    return new LibraryFault('unreadable', `The library cannot be opened: ${message.slice(0, 200)}`);
  }
  if (/^(?:InvalidAccessError|ReadOnlyError|NotAllowedError|SecurityError)$/.test(name)) {
    return new LibraryFault('read-only', `The library cannot be written: ${message.slice(0, 200)}`);
  }
  if (/^(?:AbortError|TransactionInactiveError|PrematureCommitError|TimeoutError)$/.test(name)) {
    return new LibraryFault('aborted', `The browser gave up, nothing was written: ${message.slice(0, 200)}`);
  }
  // One write of many met the abort of all of them.
  if (name === 'BulkError' && /Errors: AbortError/.test(message)) {
    return new LibraryFault('aborted', `The browser gave up, nothing was written: ${message.slice(0, 200)}`);
  }
  if (/^(?:BulkError|ConstraintError|DataError|DataCloneError)$/.test(name)) {
    return new LibraryFault('unstorable', `This cannot be written: ${message.slice(0, 200)}`);
  }
  return error;
}

/** Waits at most `ms`: the browser's database sometimes never answers (a hung upgrade, a disk asleep). */
export function within<T>(ms: number, work: PromiseLike<T>, late: () => LibraryFault): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  return Promise.race([Promise.resolve(work), timeout]).finally(() => clearTimeout(timer));
}
