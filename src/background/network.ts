import { REQUEST_LOG } from '../core/request-log.ts';
import type { NetworkDeps } from '../network/guarded-fetch.ts';
import { type RequestLog, requestLog } from '../network/log.ts';
import { permissions, storage } from '../platform/browser.ts';
import { report } from '../platform/report.ts';

/** The outside world as `network/` is given it here: the browser's fetch and permissions, and the log in `storage.local`. */

const log: RequestLog = requestLog(
  {
    read: async () => (await storage.local.get(REQUEST_LOG))[REQUEST_LOG],
    write: (entries) => storage.local.set({ [REQUEST_LOG]: entries }),
  },
  (error) => report(error, 'log of requests'),
);

export const network: NetworkDeps = {
  fetch: (url, init) => fetch(url, init),
  isAllowed: (pattern) => permissions.contains({ origins: [pattern] }),
  log,
  now: Date.now,
};
