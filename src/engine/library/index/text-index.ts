import { hash53 } from '../../../core/identity/hash53.ts';
import { patientIndex, type SearchIndex } from '../../../core/search/index-of.ts';
import type { LibraryDb } from '../../../storage/library/database.ts';
import type { SavedCopy } from '../../saved-copy.ts';
import { rounds } from '../rounds.ts';
import { inSlices, Slices } from '../slices.ts';
import type { About, IndexStore } from './index-store.ts';
import { docOf, searchedOf, textsFor } from './search-docs.ts';

/**
 * The full-text index of the saved papers: read from its files when first needed, then kept up with the library in slices, so that no
 * call waits for it, and stored again once things are quiet.
 */
export interface TextIndex {
  readonly index: SearchIndex;
  /** Counts changes of the index. */
  readonly version: number;
  /** Papers that it does not know yet, or not as they are. */
  readonly pending: ReadonlyMap<string, unknown>;
  /** Takes note of what changed. A few changes are in the index afterwards, many are worked off behind. */
  follow(): Promise<void>;
  /** Resolves when nothing is left to index and the files are written. */
  settled(): Promise<void>;
}

export interface TextIndexParts {
  readonly saved: SavedCopy;
  readonly library: <T>(read: (db: LibraryDb) => Promise<T>) => Promise<T>;
  readonly store: IndexStore;
  readonly report: (error: unknown, where: string) => void;
  /** Is there work now that must not wait? What changes meanwhile is indexed afterwards. */
  readonly busy?: () => boolean;
}

/** So many changes are indexed before a search is answered: some 10 ms. */
const AT_ONCE = 40;
/** Papers read at once. */
const BATCH = 100;
/** Quiet time before the index is stored, in ms; and changes after which it is stored though there is no quiet. */
const QUIET = 10_000;
/** Between two looks at whether other work is done, in ms. */
const REST = 250;
const MANY = 10_000;

export function textIndex({ saved, library, store, report, busy = () => false }: TextIndexParts): TextIndex {
  let index = patientIndex();
  let version = 0;
  /** With a number that grows at each change: what changes while it is indexed stays pending. */
  const pending = new Map<string, number>();
  let changes = 0;
  /** By key: print of what the index knows of the row. */
  const prints = new Map<string, number>();
  let loaded: Promise<void> | undefined;
  /** What the files are to say: the library's number when nothing was pending last. */
  let about: About = { origin: '', seq: 0 };
  /** The library's number whose changes are all known or pending; and the one that the files tell. */
  let known = 0;
  let written = 0;
  let unsaved = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads the files, and finds what they do not know. */
  async function load(): Promise<void> {
    await saved.freshen('index');
    const found = await store.load().catch((error: unknown) => {
      report(error, 'text index');
      return undefined;
    });
    const { origin, seq } = saved;
    const good = found !== undefined && found.about.origin === origin && found.about.seq <= seq;
    index = patientIndex(good ? found.segments : []);
    about = { origin, seq: good ? found.about.seq : seq };
    written = about.seq;
    version += 1;
    const since = good ? await library((db) => db.outbox.where('seq').above(found.about.seq).toArray()) : [];
    for (const { id, kind } of since) {
      if ((kind === 'paper' || kind === 'bib' || kind === 'note') && saved.rows.has(id)) pending.set(id, ++changes);
    }
    for (const key of saved.rows.keys()) if (!index.has(key)) pending.set(key, ++changes);
    // A part may know papers that went since.
    for (const segment of index.segments()) {
      for (const [doc, key] of segment.docs.keys.entries()) {
        if (segment.live[doc] === 1 && !saved.rows.has(key)) segment.remove(doc);
      }
    }
    if (good && index.segments().some(({ liveCount, size }) => liveCount < size))
      index = patientIndex(index.segments());
  }

  async function take(): Promise<void> {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    await loaded;
    const changed = await saved.freshen('index');
    const { records, seq } = saved.lastNews('index');
    if (saved.origin !== about.origin) {
      loaded = undefined; // another library
      pending.clear();
      return take();
    }
    for (const key of changed) {
      const row = saved.rows.get(key);
      if (row === undefined) {
        pending.delete(key);
        prints.delete(key);
        if (index.remove(key)) version += 1;
      } else if (records.has(key) || prints.get(key) !== hash53(searchedOf(row))) pending.set(key, ++changes);
    }
    known = seq;
    if (pending.size <= AT_ONCE) await indexSome([...pending.keys()]);
    else void workOff().then(later);
    if (pending.size === 0) about = { ...about, seq: known };
    if (unsaved > 0 || about.seq - written > MANY) later();
  }

  async function indexSome(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const asked = keys.map((key) => pending.get(key));
    const texts = await library((db) => textsFor(db, keys));
    const slices = new Slices();
    for (const [i, key] of keys.entries()) {
      await slices.pause();
      const row = saved.rows.get(key);
      if (pending.get(key) === asked[i]) pending.delete(key);
      if (row === undefined) continue;
      index.add(docOf(row, texts[i]));
      prints.set(key, hash53(searchedOf(row)));
      unsaved += 1;
    }
    version += 1;
  }

  /** @returns whether it could be done */
  let working: Promise<boolean> | undefined;
  function workOff(): Promise<boolean> {
    working ??= (async () => {
      while (pending.size > 0) {
        while (busy()) await new Promise((done) => setTimeout(done, REST));
        await indexSome(firstOf(pending.keys(), BATCH));
        if (pending.size === 0) about = { ...about, seq: known };
        if (unsaved >= MANY) await save();
      }
      await tidy();
      return true;
    })()
      .catch((error: unknown) => {
        report(error, 'text index');
        return false;
      })
      .finally(() => {
        working = undefined;
      });
    return working;
  }

  async function tidy(): Promise<void> {
    await inSlices(index.tidy());
    version += 1;
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void settle().catch((error: unknown) => report(error, 'text index')), QUIET);
  }

  const save = rounds(async () => {
    const [all, to] = [unsaved, about];
    await store.save(index.segments(), to);
    written = to.seq;
    unsaved -= all;
  });

  async function settle(): Promise<void> {
    while (working !== undefined || pending.size > 0) if (!(await workOff())) return; // the next search tries again
    clearTimeout(timer);
    if (unsaved === 0 && about.seq - written <= MANY) return;
    await tidy();
    await save();
  }

  const follow = rounds(take);
  return {
    get index() {
      return index;
    },
    get version() {
      return version;
    },
    pending,
    follow,
    async settled() {
      await follow();
      await settle();
    },
  };
}

function firstOf(keys: Iterable<string>, count: number): readonly string[] {
  const some: string[] = [];
  for (const key of keys) {
    if (some.length === count) break;
    some.push(key);
  }
  return some;
}
