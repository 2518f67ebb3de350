/** Places that hold one collection: nothing else ever leaves, and nothing else is ever changed by it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRecord } from '../../../core/library/merge.ts';
import type { PaperState } from '../../../core/library/state.ts';
import { anyNote, anyStamp, anyState } from '../../../core/library/states.testing.ts';
import { placeOf, reg } from '../../../core/library/view.ts';
import { askOf } from '../../../sync/couchdb/ask.testing.ts';
import { CouchDatabase } from '../../../sync/couchdb/couch-database.testing.ts';
import { couchTarget } from '../../../sync/couchdb/couch-target.ts';
import { MemoryPlace } from '../../../sync/memory-place.testing.ts';
import { chanceOf } from '../../../sync/replicas.testing.ts';
import { syncOnce } from '../../../sync/sync-once.ts';
import type { SyncTarget } from '../../../sync/target.ts';
import { consistent } from '../consistent.testing.ts';
import { later, now, set } from './copies.testing.ts';
import { type DexieCopy, dexieCopy } from './dexie-copy.testing.ts';
import { isMember, project, type Scope } from './scope.ts';

const PAPERS: Scope = { collection: 'G', share: 'papers' };
const ALL: Scope = { collection: 'G', share: 'everything' };

const anyPaper = fc
  .tuple(anyState, fc.option(fc.tuple(fc.constantFrom(0, 1), anyStamp), { nil: undefined }))
  .map(([state, member]) => ({
    ...state,
    c: { ...(isRecord(state['c']) ? state['c'] : {}), ...(member === undefined ? {} : { G: member }) },
  }));

test('of a paper nothing but the day of saving and this one collection is in what is shared, whatever its state', () => {
  fc.assert(
    fc.property(anyPaper, (state) => {
      const sent = project(PAPERS, 'paper', 'p', state);
      if (!Object.hasOwn(state.c, 'G')) {
        expect(sent).toBeUndefined();
        return;
      }
      expect(Object.keys(sent ?? {}).sort()).toEqual(['c', 'f', 't', 'v']);
      expect([sent?.['c'], sent?.['t'], sent?.['v']]).toEqual([{ G: state.c.G }, {}, 1]);
      expect(Object.keys(sent?.['f'] ?? {}).filter((name) => name !== 'addedAt')).toEqual([]);
      expect(project(PAPERS, 'paper', 'p', sent)).toEqual(sent);
      const whole = project(ALL, 'paper', 'p', state);
      expect(whole?.['c']).toEqual({ G: state.c.G });
      if (state.c.G?.[0] === 1) expect({ ...whole, c: 0 }).toEqual({ ...state, c: 0 });
      else expect(whole).toEqual({ v: 1, f: {}, t: {}, c: { G: state.c.G } });
    }),
  );
});

test('notes are shared where everything is; other kinds and other collections never are', () => {
  fc.assert(
    fc.property(anyNote, anyState, (note, state) => {
      expect(project(PAPERS, 'note', 'p', note)).toBeUndefined();
      expect(project(ALL, 'note', 'p', note)).toBe(note);
      for (const scope of [PAPERS, ALL]) {
        for (const kind of ['tag', 'rule', 'search', 'x-newer']) {
          expect(project(scope, kind, 'G', state)).toBeUndefined();
        }
        expect(project(scope, 'collection', 'other', state)).toBeUndefined();
      }
      const f = { name: ['Group', 's'], parent: ['other', 's'], deleted: [1, 's'] };
      const own = { ...state, f };
      expect(project(PAPERS, 'collection', 'G', own)?.['f']).toEqual({ name: ['Group', 's'] });
      expect(Object.keys(project(ALL, 'collection', 'G', own)?.['f'] ?? {})).toEqual(['name', 'deleted']);
    }),
  );
});

/** Papers of this id are in the collection of nobody. */
const PRIVATE = 'q';

interface Step {
  readonly who: number;
  readonly do: 'join' | 'leave' | 'added' | 'title' | 'secret' | 'private' | 'delete' | 'sync' | 'name';
  readonly pick: number;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    who: fc.nat(2),
    do: fc.constantFrom(
      'join',
      'join',
      'leave',
      'added',
      'title',
      'secret',
      'private',
      'delete',
      'sync',
      'sync',
      'name',
    ),
    pick: fc.nat(999),
  }) as fc.Arbitrary<Step>, // `do` is one of the names above
  { maxLength: 40 },
);

async function act(store: DexieCopy, { do: what, pick }: Step, n: number, own: Map<string, unknown>): Promise<void> {
  const id = `p${pick % 3}`;
  const secret = `SECRET ${n}`;
  const of = { store };
  later(pick % 5);
  if (what === 'join') await set(of, id, 1, { part: 'c', field: 'G' });
  else if (what === 'leave') await set(of, id, 0, { part: 'c', field: 'G' });
  else if (what === 'added') await set(of, id, `day ${n}`, { field: 'addedAt' });
  else if (what === 'title') await set(of, id, `title ${n}`, { kind: 'bib', field: 'title' });
  else if (what === 'delete') await set(of, id, 1, { field: 'deleted' });
  else if (what === 'name') await set(of, 'G', `name ${n}`, { kind: 'collection', field: 'name' });
  else if (what === 'secret') {
    await set(of, id, secret, { field: 'status' });
    own.set(id, secret);
    await set(of, id, 1, { part: 't', field: secret });
    await set(of, id, 1, { part: 'c', field: secret });
    await set(of, id, secret, { kind: 'note', field: 'text' });
    await set(of, 'G', secret, { kind: 'collection', field: 'parent' });
  } else {
    await set(of, `${PRIVATE}${pick % 2}`, secret, { field: 'status' });
    await set(of, `${PRIVATE}${pick % 2}`, secret, { kind: 'bib', field: 'title' });
    await set(of, secret, secret, { kind: 'collection', field: 'name' });
    await set(of, secret, secret, { kind: 'tag', field: 'colour' });
  }
}

const places = {
  segments: () => {
    const place = new MemoryPlace();
    const connect = (chance: () => number): SyncTarget => place.target('t', async () => false, chance);
    const heal = (): void => {
      place.honest = true;
    };
    return { connect, heal };
  },
  couch: () => {
    const database = new CouchDatabase();
    const connect = (): SyncTarget => couchTarget('t', { url: 'http://couch/db', ask: askOf(database), now });
    return { connect, heal: () => undefined };
  },
};

describe.each(Object.entries(places))('three copies that share a collection over %s', (_, make) => {
  test('agree on it in the end, send nothing else, and change nothing else of one another', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(2 ** 31), async (all, seed) => {
        const { connect, heal } = make();
        const chance = chanceOf(seed);
        const sent: string[] = [];
        const copies = ['a', 'b', 'c'].map((device) => {
          const target = connect(chance);
          const { push } = target;
          target.push = async (batch, signal) => {
            sent.push(JSON.stringify(batch));
            return push.call(target, batch, signal);
          };
          return { store: dexieCopy(device, { now, scope: PAPERS }), target, own: new Map<string, unknown>() };
        });
        const timer = { now, sleep: async () => undefined, random: chance };
        const sync = ({ store, target }: (typeof copies)[number]) =>
          syncOnce(target, store, timer, { signal: new AbortController().signal, batch: 4 });
        for (const [n, step] of all.entries()) {
          const copy = copies[step.who];
          if (copy === undefined) continue;
          if (step.do === 'sync') await sync(copy);
          else await act(copy.store, step, n, copy.own);
        }
        heal();
        const states: string[] = [];
        for (let round = 0; round < 4; round++) for (const copy of copies) states.push((await sync(copy)).state);
        expect(states.slice(-3)).toEqual(['synced', 'synced', 'synced']);
        for (const text of sent) expect(text).not.toMatch(/SECRET|"q\d"|deleted|status/);
        const views = await Promise.all(copies.map(({ store }) => shared(store)));
        expect(views.map(({ itself }) => itself)).toEqual(views.map(() => views[0]?.itself));
        for (const id of IDS) {
          // In the trash of one who never shared it, it is nobody else's.
          if (!views.some(({ papers }) => papers.get(id)?.shown)) continue;
          const [first, ...others] = views.map(({ papers }) => papers.get(id)?.shared);
          for (const other of others) expect(other).toEqual(first);
        }
        for (const { store, own } of copies) {
          for (const id of IDS) {
            const state = await store.state({ kind: 'paper', id });
            expect(state && reg({ f: state['f'] }, 'status')?.[0]).toBe(own.get(id));
          }
          const db = await store.db();
          await consistent(db);
          db.close();
        }
      }),
      { numRuns: process.env['SOAK'] ? 300 : 12 },
    );
  }, 600_000);
});

const IDS = ['p0', 'p1', 'p2'];

interface View {
  readonly itself: unknown;
  readonly papers: ReadonlyMap<string, { readonly shown: boolean; readonly shared: unknown }>;
}

/** The collection, the papers in it and their records. */
async function shared(store: DexieCopy): Promise<View> {
  const { states } = await store.contents();
  const papers = IDS.flatMap((id) => {
    const state = states.get(`paper ${id}`);
    if (!isMember(PAPERS, state)) return [];
    const shown = placeOf(state as PaperState | undefined) === 'library'; // of kind paper
    return [[id, { shown, shared: [project(PAPERS, 'paper', id, state), states.get(`bib ${id}`)] }] as const];
  });
  return { papers: new Map(papers), itself: project(PAPERS, 'collection', 'G', states.get('collection G')) };
}
