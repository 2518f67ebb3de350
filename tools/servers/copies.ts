/** Copies of a library in memory that sync with a real server, judged by what was written to them. */
import { Draft } from '../../src/core/library/draft.ts';
import { MemoryStore } from '../../src/sync/memory-store.testing.ts';
import { chanceOf } from '../../src/sync/replicas.testing.ts';
import { type SyncOptions, type SyncReport, syncOnce } from '../../src/sync/sync-once.ts';
import type { SyncTarget } from '../../src/sync/target.ts';
import { asks, type Cuts } from './ask.ts';
import type { RealServer } from './server-process.ts';

export type Connect = (ask: ReturnType<typeof asks>) => SyncTarget;

export class Copies {
  readonly stores: readonly MemoryStore[];
  readonly cuts: Cuts;
  /** Chance of an edit at each step of a sync. */
  edits = 0;
  #time = Date.now();
  readonly #chance: () => number;
  readonly #targets: readonly SyncTarget[];
  readonly #written = new Map<string, string>();

  constructor(connect: Connect, seed = 7, devices: readonly string[] = ['x', 'y', 'z']) {
    this.#chance = chanceOf(seed);
    this.cuts = { chance: this.#chance, share: 0, count: 0 };
    this.stores = devices.map(
      (device, i) =>
        new MemoryStore(
          device,
          () => this.#time,
          async () => {
            if (this.#chance() < this.edits) this.edit(i);
          },
        ),
    );
    this.#targets = devices.map(() => connect(asks(this.cuts)));
  }

  /** Sets a field that nobody else sets, of a paper that all have. */
  edit(who: number, id = `p${Math.floor(this.#chance() * 60)}`): void {
    const [field, value] = [`own-${who}`, `v${this.#time}`];
    this.#time += 1;
    this.stores[who]?.edit({ kind: 'paper', id }, (old, next) => {
      const draft = new Draft(old ?? { v: 1, f: {}, t: {}, c: {} }, next);
      draft.set('f', field, value);
      return draft.state;
    });
    this.#written.set(`${id} ${field}`, value);
  }
  fill(count: number): void {
    for (const [who] of this.stores.entries()) for (let i = 0; i < count; i++) this.edit(who);
  }

  /** How many requests a sync of a copy makes that comes to its end. */
  async requestsOf(who: number): Promise<number> {
    const before = this.cuts.count;
    const { state } = await this.sync(who);
    if (state !== 'synced') throw new Error(`the sync ended ${state}`);
    return this.cuts.count - before;
  }

  sync(who: number, options: Partial<SyncOptions> = {}): Promise<SyncReport> {
    const [store, target] = [this.stores[who], this.#targets[who]];
    if (store === undefined || target === undefined) throw new Error('no such copy');
    const timer = { now: () => this.#time, sleep: async () => undefined, random: this.#chance };
    // So many edits of so few papers are a large change.
    const decided = { decision: 'apply', batch: 20, signal: new AbortController().signal } as const;
    return syncOnce(target, store, timer, { ...decided, ...options });
  }
  together(): Promise<readonly SyncReport[]> {
    return Promise.all(this.stores.map((_, who) => this.sync(who)));
  }

  /** Nothing is cut and nobody edits any more. @returns what is not as it has to be */
  async faults(): Promise<readonly string[]> {
    [this.cuts.share, this.edits] = [0, 0];
    for (let round = 0; round < 3; round++) for (const [who] of this.stores.entries()) await this.sync(who);
    const states = [];
    for (const [who] of this.stores.entries()) states.push(await this.sync(who));
    const wrong = states.filter(({ state }) => state !== 'synced');
    const texts = new Set(this.stores.map((store) => store.text()));
    return [
      ...wrong.map(({ state, fault, detail }) => `a copy is ${state}: ${fault} ${detail}`),
      ...(texts.size === 1 ? [] : ['copies are not equal']),
      ...this.stores.flatMap((store, who) => this.#lacking(store).map((what) => `copy ${who} lost ${what}`)),
    ];
  }

  #lacking(store: MemoryStore): readonly string[] {
    return [...this.#written].flatMap(([what, value]) => {
      const [id = '', field = ''] = what.split(' ');
      const fields = store.state({ kind: 'paper', id })?.['f'] as
        | Readonly<Record<string, readonly unknown[]>>
        | undefined; // of a paper
      return fields?.[field]?.[0] === value ? [] : [what];
    });
  }
}

/** Kills the server while requests are on their way, again and again, and starts it some requests later. */
export function killAgainAndAgain(server: RealServer, cuts: Cuts, every: number): () => Promise<number> {
  let [kills, down, next, again] = [0, Promise.resolve(), every, 0];
  let dead = false;
  cuts.step = async () => {
    if (!dead && cuts.count >= next) {
      dead = true;
      kills += 1;
      again = cuts.count + 6;
      down = server.kill(); // not waited for: this request is on its way
    } else if (dead && cuts.count >= again) {
      dead = false;
      next = cuts.count + every;
      down = down.then(() => server.restart());
      await down;
    } else if (!dead) await down;
  };
  return async () => {
    delete cuts.step;
    await down;
    if (dead) await server.restart();
    return kills;
  };
}
