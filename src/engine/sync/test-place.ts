import { isRecord } from '../../core/library/merge.ts';
import type { TestResult, TestStep } from '../../messaging/sync-calls.ts';
import { exchange } from '../../sync/couchdb/exchange.ts';
import type { Fault, Outcome } from '../../sync/outcome.ts';
import type { SyncOutside } from './outside.ts';
import { databaseUrl, type Reach, type Requests, serverOf } from './reach.ts';

/** Looks at a place before it is kept: is it there, does it let us in, what is in it, does it take a record? */

export async function testPlace(
  reach: Reach,
  requests: Requests,
  outside: Pick<SyncOutside, 'fetch' | 'random'> & { readonly now: () => number },
): Promise<TestResult> {
  const steps = new Steps(outside.now);
  const server = serverOf(reach, requests, outside);
  if (!server.ok) return { steps: [{ what: 'answers', ms: 0, fault: server.error }] };
  const { ask, authorization, url } = server.value;
  const login = authorization === undefined ? {} : { authorization };
  const root = { url, ask, now: outside.now, ...login };
  const database = { ...root, url: databaseUrl(server.value, reach.settings) };
  const { signal } = new AbortController();

  // 401 is an answer: there is a server.
  const hello = await steps.take('answers', () =>
    exchange(root, { method: 'GET', path: '', signal, also: [401, 403] }),
  );
  if (hello === undefined) return steps.result();
  const named = serverName(hello.body);
  const about = await steps.take('login', () => exchange(database, { method: 'GET', path: '', signal }));
  if (about === undefined) return steps.result(named);
  const found = await steps.take('library', () =>
    exchange(database, { method: 'GET', path: 'meta%3Aepoch', signal, also: [404] }),
  );
  if (found === undefined) return steps.result(named);
  const holds = holdsOf(found.status, found.body);
  // Never replicated, and gone at once.
  const name = `_local/scholion-test-${Math.floor(outside.random() * 1e9)}`;
  const wrote = await steps.take('write', async () => {
    const put = await exchange(database, { method: 'PUT', path: name, body: { test: true }, signal });
    if (!put.ok) return put;
    const back = await exchange(database, { method: 'GET', path: name, signal });
    const rev = back.ok && isRecord(back.value.body) ? String(back.value.body['_rev']) : '';
    const body = { _rev: rev, _deleted: true };
    await exchange(database, { method: 'PUT', path: name, body, signal, also: [404, 409] });
    return back;
  });
  return { ...steps.result(named), holds, ...(wrote === undefined && steps.last === 'forbidden' ? READ_ONLY : {}) };
}

const READ_ONLY = { readOnly: 'forbidden' } as const;

class Steps {
  readonly #steps: TestStep[] = [];
  readonly #now: () => number;
  constructor(now: () => number) {
    this.#now = now;
  }

  async take<T>(what: TestStep['what'], work: () => Promise<Outcome<T>>): Promise<T | undefined> {
    const begun = this.#now();
    const done = await work();
    this.#steps.push({ what, ms: this.#now() - begun, ...(done.ok ? {} : said(done)) });
    return done.ok ? done.value : undefined;
  }
  get last(): TestStep['fault'] {
    return this.#steps.at(-1)?.fault;
  }
  result(server?: string): TestResult {
    return { steps: this.#steps, ...(server === undefined ? {} : { server }) };
  }
}

const said = ({ error, detail }: Fault) => ({ fault: error, ...(detail === undefined ? {} : { detail }) });

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
