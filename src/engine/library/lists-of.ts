import { WHERE } from '../../core/search/index-of.ts';
import { parseQuery } from '../../core/search/query.ts';
import { snippetOf } from '../../core/search/snippet.ts';
import type { LibraryPageCalls, ListQuery, ListRow } from '../../messaging/library-calls.ts';
import type { Engine } from '../context.ts';
import { textClauses } from './filter.ts';
import { indexStore } from './index/index-store.ts';
import { textsFor } from './index/search-docs.ts';
import { type TextIndex, textIndex } from './index/text-index.ts';
import { type Listed, Lists, titleMarks } from './list.ts';
import { type Shelves, shelvesOf } from './shelf.ts';

type Call<N extends keyof LibraryPageCalls> = (body: LibraryPageCalls[N]['in']) => Promise<LibraryPageCalls[N]['out']>;

/** Lists of the library, for pages and for jobs. */
export interface LibraryLists {
  readonly list: Call<'library.list'>;
  readonly keys: Call<'library.keys'>;
  readonly place: Call<'library.place'>;
  /** Keys of everything that a query finds, in order. */
  all(query: ListQuery): Promise<readonly string[]>;
  readonly shelves: Shelves;
  readonly text: TextIndex;
}

/** Wait before the index is looked after, once the first list is answered, in ms. */
const AFTER = 50;

/** @param busy do jobs on the library run now? */
export function listsOf(
  engine: Pick<Engine, 'saved' | 'library' | 'indexFiles' | 'report'>,
  busy: () => boolean = () => false,
): LibraryLists {
  const { saved, library, report } = engine;
  const shelves = shelvesOf(saved);
  const text = textIndex({ saved, library, store: indexStore(engine.indexFiles), report, busy });
  const lists = new Lists(saved, shelves, text);

  async function get(query: ListQuery): Promise<Listed> {
    await shelves.follow();
    if (query.shelf === 'library' && textClauses(parseQuery(query.text).clauses).length > 0) await text.follow();
    else setTimeout(() => void text.follow().catch((error: unknown) => report(error, 'text index')), AFTER);
    return lists.get(query);
  }

  const keysOf = ({ view, slots }: Listed, from: number, to?: number): readonly string[] =>
    Array.from(slots.subarray(from, to), (slot) => view.columns.keys[slot] ?? '');

  async function rowsOf(
    listed: Listed,
    shelf: ListQuery['shelf'],
    keys: readonly string[],
  ): Promise<readonly ListRow[]> {
    const rows = keys.flatMap((key) => (shelf === 'library' ? saved.rows : saved.trash).get(key) ?? []);
    const marked = rows.map((row): ListRow => ({ row, marks: titleMarks(listed, row.title) }));
    const elsewhere = marked.filter(({ row, marks }) => {
      const where = listed.where?.[listed.view.columns.slots.get(row.key) ?? -1] ?? 0;
      return marks.length === 0 && (where & (WHERE.abstract | WHERE.notes)) !== 0;
    });
    if (elsewhere.length === 0) return marked;
    const texts = await library((db) =>
      textsFor(
        db,
        elsewhere.map(({ row }) => row.key),
      ),
    );
    const snippets = new Map(
      elsewhere.map(({ row }, i) => {
        const { notes = '', abstract = '' } = texts[i] ?? {};
        return [row.key, firstSnippet(listed, { notes, abstract })] as const;
      }),
    );
    return marked.map((one) => {
      const snippet = snippets.get(one.row.key);
      return snippet === undefined ? one : { ...one, snippet };
    });
  }

  return {
    shelves,
    text,
    async list({ query, from, count, facets }) {
      const begun = performance.now();
      const listed = await get(query);
      const { seq } = saved.lastNews('shelf');
      const keys = keysOf(listed, from, from + count);
      const counts = facets ? { facets: lists.facets(listed) } : {};
      const indexing = query.shelf === 'library' && listed.where !== undefined && text.pending.size > 0;
      return {
        total: listed.slots.length,
        of: listed.view.columns.size,
        seq,
        ...counts,
        ...(indexing ? { indexing } : {}),
        rows: await rowsOf(listed, query.shelf, keys),
        ms: performance.now() - begun,
      };
    },
    async keys({ query, from, count }) {
      return { keys: keysOf(await get(query), from, from + count) };
    },
    async place({ query, key }) {
      const { view, slots } = await get(query);
      const slot = view.columns.slots.get(key);
      return { at: slot === undefined ? -1 : slots.indexOf(slot) };
    },
    async all(query) {
      return keysOf(await get(query), 0);
    },
  };
}

/** The person's own words first. */
function firstSnippet(
  { parsed }: Listed,
  texts: { readonly notes: string; readonly abstract: string },
): ListRow['snippet'] {
  for (const field of ['notes', 'abstract'] as const) {
    const text = snippetOf(texts[field], parsed);
    if (text !== undefined) return { field, text };
  }
  return undefined;
}
