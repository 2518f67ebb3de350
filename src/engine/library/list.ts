import { type Mark, marksIn } from '../../core/search/highlight.ts';
import type { SearchIndex } from '../../core/search/index-of.ts';
import { type ParsedQuery, parseQuery } from '../../core/search/query.ts';
import type { Facets, ListQuery } from '../../messaging/library-calls.ts';
import type { SavedCopy } from '../saved-copy.ts';
import type { Columns } from './columns.ts';
import { collectionCounts, facetsOf, statusCounts } from './facets.ts';
import { filterOf, textClauses } from './filter.ts';
import type { ShelfView, Shelves } from './shelf.ts';

/** A list as it stands: all papers that a query finds, in order. */
export interface Listed {
  readonly parsed: ParsedQuery;
  readonly view: ShelfView;
  /** Slots of the shelf's columns. */
  readonly slots: Uint32Array;
  /** By slot: fields in which words were found (bits of WHERE); missing where no words were asked for. */
  readonly where?: Uint8Array;
  /** Facets of the papers found, reckoned when first asked for. */
  found?: ReturnType<typeof facetsOf>;
}

/** The text index as lists use it. */
export interface Indexed {
  readonly index: SearchIndex;
  /** Counts changes of the index. */
  readonly version: number;
  /** Papers of the library that it does not know yet, or not as they are. */
  readonly pending: ReadonlyMap<string, unknown>;
}

/** Lists kept, so that windows of one list are not found again and again. */
const KEPT = 8;

export class Lists {
  readonly #saved: SavedCopy;
  readonly #shelves: Shelves;
  readonly #indexed: Indexed;
  readonly #kept = new Map<string, { readonly version: string; readonly listed: Promise<Listed> }>();
  #whole: { readonly version: string; readonly counts: Pick<Facets, 'status' | 'collections'> } | undefined;

  constructor(saved: SavedCopy, shelves: Shelves, indexed: Indexed) {
    this.#saved = saved;
    this.#shelves = shelves;
    this.#indexed = indexed;
  }

  /** The shelves must have followed the library. */
  get(query: ListQuery): Promise<Listed> {
    const view = this.#shelves[query.shelf];
    const parsed = parseQuery(query.text);
    // Without words the index changes nothing.
    const words = textClauses(parsed.clauses).length > 0;
    const version = `${view.columns.version} ${this.#saved.version} ${words ? this.#indexed.version : ''}`;
    const name = JSON.stringify([query.shelf, query.text, query.sort, query.descending]);
    const kept = this.#kept.get(name);
    this.#kept.delete(name);
    const listed = kept?.version === version ? kept.listed : this.#find(query, parsed, view);
    this.#kept.set(name, { version, listed });
    listed.catch(() => this.#kept.delete(name)); // whoever asked hears of it
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return listed;
  }

  /** Counts of the papers found, and of the whole library. */
  facets(listed: Listed): Facets {
    const { library, trash } = this.#shelves;
    const { things, version: ofSaved } = this.#saved;
    const version = `${library.columns.version} ${ofSaved}`;
    if (this.#whole?.version !== version) {
      const collections = collectionCounts(library.columns, things.collections);
      this.#whole = { version, counts: { status: statusCounts(library.columns), collections } };
    }
    listed.found ??= facetsOf(listed.view.columns, listed.slots, things);
    return { all: library.columns.size, trash: trash.columns.size, ...this.#whole.counts, ...listed.found };
  }

  async #find(query: ListQuery, parsed: ParsedQuery, view: ShelfView): Promise<Listed> {
    const words = textClauses(parsed.clauses);
    // A copy: papers are indexed while this one looks.
    const unknown = query.shelf === 'trash' ? view.columns.slots.keys() : [...this.#indexed.pending.keys()];
    const scanned = words.length === 0 ? undefined : await view.scan.find(unknown, words);
    // From here on nothing waits, so that all slots are of one moment.
    const passes = filterOf(view.columns, parsed.clauses, this.#saved.things.collections);
    const order = view.orders.get(query.sort === 'relevance' ? 'added' : query.sort, query.descending);
    if (scanned === undefined) return { parsed, view, slots: passes === undefined ? order : order.filter(passes) };
    const found = this.#findText(query, { ...parsed, clauses: words }, view.columns, scanned, passes);
    const ranked = query.sort === 'relevance' && words.some((clause) => !clause.not && clause.kind !== 'author');
    const has = (slot: number): boolean => found.matches[slot] === 1;
    return { parsed, view, where: found.where, slots: ranked ? best(found, view) : order.filter(has) };
  }

  #findText(
    query: ListQuery,
    parsed: ParsedQuery,
    columns: Columns,
    scanned: ReadonlyMap<string, number>,
    passes: ((slot: number) => boolean) | undefined,
  ): TextFound {
    const found: TextFound = {
      matches: new Uint8Array(columns.end),
      scores: new Float32Array(columns.end),
      where: new Uint8Array(columns.end),
    };
    const slotOf = (key: string): number | undefined => {
      const slot = columns.slots.get(key);
      return slot === undefined || (passes !== undefined && !passes(slot)) ? undefined : slot;
    };
    let scans = 0;
    for (const [key, score] of scanned) {
      const slot = slotOf(key);
      if (slot === undefined) continue;
      scans++;
      found.matches[slot] = 1;
      found.scores[slot] = score;
    }
    if (query.shelf === 'trash') return found;
    const part: (readonly [slot: number, score: number, where: number])[] = [];
    const complete = this.#indexed.index.each(
      parsed,
      (key, score, where) => {
        const slot = slotOf(key);
        if (slot !== undefined) part.push([slot, score, where]);
      },
      (key) => slotOf(key) !== undefined,
    );
    // Papers with some of the words are for want of any that has all.
    if (!complete && scans > 0) return found;
    for (const [slot, score, where] of part) {
      found.matches[slot] = 1;
      found.scores[slot] = Math.max(score, found.scores[slot] ?? 0);
      found.where[slot] = where;
    }
    return found;
  }
}

interface TextFound {
  /** By slot: 1 where the words were found. */
  readonly matches: Uint8Array;
  readonly scores: Float32Array;
  readonly where: Uint8Array;
}

/** Best first; equal ones newest first. */
function best({ matches, scores }: TextFound, { orders }: ShelfView): Uint32Array {
  const slots = orders.get('added', true).filter((slot) => matches[slot] === 1);
  // Stable: what is equal stays in the order of `added`.
  return slots.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

/** Where a title shows what was searched for. */
export const titleMarks = ({ parsed, where }: Listed, title: string): readonly Mark[] =>
  where === undefined ? [] : marksIn(title, parsed);
