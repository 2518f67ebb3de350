import type { Ask, RequestFault } from '../http.ts';
import type { CouchDatabase } from './couch-database.testing.ts';

/** Requests to a database in memory. @param fails called before and after each: does it fail there? */
export function askOf(database: CouchDatabase, fails: () => Promise<boolean | RequestFault> = async () => false): Ask {
  return async ({ method, url, body }) => {
    const before = await fails();
    if (before !== false) return { ok: false, error: before === true ? 'unreachable' : before };
    const path = url.slice(url.indexOf('/db/') + 4);
    const given: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    const answer = database.handle(method, path, given);
    const text = JSON.stringify(answer.body);
    const after = await fails();
    if (after !== false) return { ok: false, error: after === true ? 'timeout' : after };
    const bytes = new TextEncoder().encode(text);
    return { ok: true, value: { status: answer.status, header: () => undefined, bytes } };
  };
}
