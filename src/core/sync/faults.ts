/** How an exchange with a place can end. Names, not sentences: the pages have the sentences. */

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
