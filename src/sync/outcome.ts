/** How an exchange with a target can end. Names, not sentences: the pages have the sentences. */

/**
 * `offline` no connection, or a refused redirect: browsers do not tell which · `timeout` · `cancelled` by the person or the signal ·
 * `not-allowed` the browser's permission for the host is missing · `bad-address` · `signed-out` the login is not accepted ·
 * `forbidden` · `not-found` no such database or folder · `busy` asks to come later · `locked` · `full` no room there ·
 * `too-large` one request was more than the server takes · `server-error` · `not-a-library` an answer that no library gives: a login
 * page, a captive portal, somebody else's files · `damaged` an answer that broke off or is no JSON · `newer` made by a later version that
 * this one cannot read · `passphrase` what is there cannot be decrypted · `copied` another copy writes under this device's name ·
 * `unsupported` the server cannot do what is needed
 */
export const SYNC_FAULTS = [
  'offline',
  'timeout',
  'cancelled',
  'not-allowed',
  'bad-address',
  'signed-out',
  'forbidden',
  'not-found',
  'busy',
  'locked',
  'full',
  'too-large',
  'server-error',
  'not-a-library',
  'damaged',
  'newer',
  'passphrase',
  'copied',
  'unsupported',
] as const;
export type SyncFault = (typeof SYNC_FAULTS)[number];

export interface Fault {
  readonly ok: false;
  readonly error: SyncFault;
  /** For the log of the target: status and the server's reason; never names of papers, never a secret. */
  readonly detail?: string;
  /** ms; the server asked not to come back earlier. */
  readonly retryAfter?: number;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Fault;

export const fault = (error: SyncFault, detail?: string, retryAfter?: number): Fault => ({
  ok: false,
  error,
  ...(detail === undefined ? {} : { detail }),
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

/** Faults that may be gone at the next try: worth a back-off within one sync. All others end it. */
const PASSING: readonly SyncFault[] = ['offline', 'timeout', 'busy', 'locked', 'server-error', 'damaged'];
export const mayPass = (error: SyncFault): boolean => PASSING.includes(error);
