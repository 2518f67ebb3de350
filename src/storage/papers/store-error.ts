/** Why the papers' store cannot serve. `blocked`: an older page of ours holds it; `newer`: written by a newer version, read-only. */
export type StoreFault = 'blocked' | 'newer' | 'quota' | 'unreadable';

/** An expected failure of the store, with its name. */
export class StoreError extends Error {
  readonly fault: StoreFault;
  constructor(fault: StoreFault, detail: string) {
    super(detail);
    this.name = 'StoreError';
    this.fault = fault;
  }
}

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';

/** The connection went away under us (cleared, closed by the browser, closed for an upgrade): worth one reopen. */
export const isClosed = (error: unknown): boolean =>
  /^(?:DatabaseClosedError|InvalidStateError|DatabaseClosed|InvalidState)$/.test(nameOf(error));

/** What the browser said, as one of our names; anything else stays as it is. */
export function storeError(error: unknown): unknown {
  const inner = typeof error === 'object' && error !== null && 'inner' in error ? nameOf(error.inner) : '';
  const name = nameOf(error);
  const message = error instanceof Error ? error.message : name;
  if (/QuotaExceeded/.test(`${name} ${inner} ${message.slice(0, 300)}`)) return new StoreError('quota', message);
  if (/^(?:UnknownError|OpenFailedError|MissingAPIError)$/.test(name)) return new StoreError('unreadable', message);
  return error;
}
