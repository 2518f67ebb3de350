import { isRecord } from '../../core/library/merge.ts';
import type { TestResult } from '../../messaging/sync-calls.ts';
import { type Database, exchange } from '../../sync/couchdb/exchange.ts';
import { Steps } from './test-steps.ts';

/** Looks at a database before it is kept as a place: is it there, does it let us in, what is in it, does it take a record? */
export async function testCouch(server: Database, database: Database, chance: number): Promise<TestResult> {
  const steps = new Steps(server.now);
  const { signal } = new AbortController();
  // 401 is an answer: there is a server.
  const hello = await steps.take('answers', () =>
    exchange(server, { method: 'GET', path: '', signal, also: [401, 403] }),
  );
  if (hello === undefined) return steps.result();
  const name = serverName(hello.body);
  const named = name === undefined ? {} : { server: name };
  const about = await steps.take('login', () => exchange(database, { method: 'GET', path: '', signal }));
  if (about === undefined) return steps.result(named);
  const found = await steps.take('library', () =>
    exchange(database, { method: 'GET', path: 'meta%3Aepoch', signal, also: [404] }),
  );
  if (found === undefined) return steps.result(named);
  const path = `_local/scholion-test-${Math.floor(chance * 1e9)}`; // never replicated, and gone at once
  await steps.take('write', async () => {
    const put = await exchange(database, { method: 'PUT', path, body: { test: true }, signal });
    if (!put.ok) return put;
    const back = await exchange(database, { method: 'GET', path, signal });
    const rev = back.ok && isRecord(back.value.body) ? String(back.value.body['_rev']) : '';
    const body = { _rev: rev, _deleted: true };
    await exchange(database, { method: 'PUT', path, body, signal, also: [404, 409] });
    return back;
  });
  return steps.result({ ...named, holds: holdsOf(found.status, found.body) });
}

/** "CouchDB 3.5.0" */
function serverName(body: unknown): string | undefined {
  if (!isRecord(body)) return undefined;
  const { vendor, version } = body;
  const name = typeof body['couchdb'] === 'string' ? 'CouchDB' : isRecord(vendor) ? String(vendor['name']) : undefined;
  return name && `${name}${typeof version === 'string' ? ` ${version}` : ''}`.slice(0, 100);
}

function holdsOf(status: number, body: unknown): 'nothing' | 'library' | 'encrypted' {
  if (status === 404 || !isRecord(body)) return 'nothing';
  return body['enc'] === undefined ? 'library' : 'encrypted';
}
