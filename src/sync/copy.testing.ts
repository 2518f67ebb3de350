import { Draft } from '../core/library/draft.ts';
import { newest, reg } from '../core/library/view.ts';
import { askOf } from './couchdb/ask.testing.ts';
import { CouchDatabase } from './couchdb/couch-database.testing.ts';
import { couchTarget } from './couchdb/couch-target.ts';
import type { Ask, Reply } from './http.ts';
import { MemoryStore } from './memory-store.testing.ts';
import { chanceOf, type World } from './replicas.testing.ts';
import { type SyncOptions, type SyncReport, syncOnce } from './sync-once.ts';
import type { SyncTarget } from './target.ts';

let copies = 0;

/** What a server in between answers instead; undefined lets the request through. */
export type Between = (request: {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}) => Reply | undefined;

/** One copy of a library with a connection to a database or folder in memory, for tests that look at single things. */
export class Copy {
  readonly store: MemoryStore;
  /** Requests of the last sync, as `GET _changes`. */
  requests: string[] = [];
  between: Between = () => undefined;
  /** Called at each transaction and each request, before and after; may throw. */
  step: () => void = () => undefined;
  time = 1_764_000_000_000;
  readonly #chance: () => number;
  readonly target: SyncTarget;

  constructor(device: string, place: CouchDatabase | World['connect'], from?: Copy) {
    const now = (): number => this.time;
    this.#chance = chanceOf(++copies);
    const step = async (): Promise<void> => this.step();
    this.store = from?.store.copy(now, step) ?? new MemoryStore(device, now, step);
    if (from !== undefined) this.time = from.time;
    const stepped = async () => {
      this.step();
      return false;
    };
    if (!(place instanceof CouchDatabase)) {
      this.target = place(stepped, this.#chance);
      return;
    }
    const through = askOf(place, stepped);
    const ask: Ask = async (request) => {
      const path = request.url.slice(request.url.indexOf('/db/') + 4);
      this.requests.push(`${request.method} ${path.split('?')[0]}`);
      const body = typeof request.body === 'string' ? request.body : '';
      const answer = this.between({ method: request.method, path, body });
      return answer === undefined ? through(request) : { ok: true, value: answer };
    };
    this.target = couchTarget('t', { url: 'http://couch/db', ask, now });
  }

  set(id: string, value: unknown, { kind = 'paper', field = 'status' } = {}): void {
    this.time += 1;
    this.store.edit({ kind, id }, (old, next) => {
      const draft = new Draft(old ?? { v: 1, f: {}, t: {}, c: {} }, next);
      draft.set('f', field, value, field === 'deleted' ? newest(draft.state) : undefined);
      return draft.state;
    });
  }
  remove(id: string): void {
    this.set(id, 1, { field: 'deleted' });
  }
  value(id: string, { kind = 'paper', field = 'status' } = {}): unknown {
    const state = this.store.state({ kind, id });
    return state === undefined ? undefined : reg({ f: state['f'] }, field)?.[0];
  }
  fill(count: number, from = 0): void {
    for (let i = from; i < from + count; i++) this.set(`p${i}`, 'read');
  }

  async sync(options: Partial<SyncOptions> = {}): Promise<SyncReport> {
    this.requests = [];
    const timer = { now: () => this.time, sleep: async () => undefined, random: this.#chance };
    return syncOnce(this.target, this.store, timer, { signal: new AbortController().signal, ...options });
  }
}

/** An answer of a server. */
export function reply(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, header: (name) => headers[name], bytes: new TextEncoder().encode(text) };
}
