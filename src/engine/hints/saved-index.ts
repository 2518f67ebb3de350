import { type RelatedDoc, type RelatedIndex, relatedIndex, relatedIndexFrom } from '../../core/related/index-of.ts';
import { savedRecords } from '../../storage/library/queries/papers.ts';
import type { Engine } from '../context.ts';

/**
 * The index of saved papers. Making it takes half a millisecond a paper, so it is stored in `caches` with the time of change of each
 * paper in it; a new engine then adds only what changed since.
 */
const CACHE = 'saved-index';
/** Wait before the index is stored again after a change, in ms: a run of saves is stored once. */
const SETTLE = 10_000;
const BATCH = 200;

export function followIndex(engine: Engine): () => Promise<RelatedIndex> {
  let index: RelatedIndex | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: Promise<RelatedIndex> | undefined;

  async function follow(): Promise<RelatedIndex> {
    const changed = await engine.saved.freshen('hints');
    const before = index === undefined ? await stored(engine) : undefined;
    const made = index ?? before?.index ?? relatedIndex([]);
    const keys = before === undefined ? changed : differing(engine, before.times);
    index = made;
    if (await apply(engine, made, keys)) {
      clearTimeout(timer);
      timer = setTimeout(() => void store(engine, made).catch((error) => engine.report(error, 'hints')), SETTLE);
    }
    return made;
  }

  return () => {
    under ??= follow().finally(() => {
      under = undefined;
    });
    return under;
  };
}

/** Takes over what became of these papers. @returns whether there was anything */
async function apply({ saved, library }: Engine, index: RelatedIndex, keys: ReadonlySet<string>): Promise<boolean> {
  const wanted: string[] = [];
  for (const key of keys) {
    if (saved.rows.has(key)) wanted.push(key);
    else index.remove(key);
  }
  for (let i = 0; i < wanted.length; i += BATCH) {
    const some = wanted.slice(i, i + BATCH);
    const records = await library((db) => savedRecords(db, some));
    for (const [n, key] of some.entries()) {
      const { title = '', abstract } = records[n] ?? {};
      const doc: RelatedDoc = { key, title: title || (saved.rows.get(key)?.title ?? '') };
      index.add(abstract === undefined ? doc : { ...doc, abstract });
    }
  }
  return keys.size > 0;
}

type Times = ReadonlyMap<string, number>;

async function stored({ db }: Engine): Promise<{ index: RelatedIndex; times: Times } | undefined> {
  const row = await db.caches.get(CACHE);
  const index = row && relatedIndexFrom(row.bytes);
  if (row === undefined || index === undefined) return undefined;
  // Written by `store` below; the index's own form is checked by its reader.
  return { index, times: new Map(JSON.parse(row.about) as [string, number][]) };
}

async function store({ db, saved }: Engine, index: RelatedIndex): Promise<void> {
  const about = JSON.stringify([...saved.rows.values()].map(({ key, changed }) => [key, changed]));
  await db.caches.put({ key: CACHE, bytes: index.bytes(), about });
}

/** Papers that changed, came or went since the index was stored. */
function differing({ saved }: Engine, times: Times): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [key, row] of saved.rows) if (times.get(key) !== row.changed) keys.add(key);
  for (const key of times.keys()) if (!saved.rows.has(key)) keys.add(key);
  return keys;
}
