import type { CallError, Out, Reply } from '../../../messaging/calls.ts';
import type { Facets, ListQuery, ListRow } from '../../../messaging/library-calls.ts';
import { sameQuery } from '../place.ts';

/** Rows in one answer; the protocol allows no more. */
export const WINDOW = 200;
/** Windows kept: far more than what is near, far less than a library of 50,000 whole. */
const MOST_WINDOWS = 40;
/** Questions under way at once: the engine answers one after the other anyway. */
const MOST_ASKED = 2;

type Answer = Out<'library.list'>;
export interface Question {
  readonly query: ListQuery;
  readonly from: number;
  readonly count: number;
  readonly facets: boolean;
}

/** What is known of the list apart from its rows. */
export interface ListState {
  /** The query whose rows are shown; an older one until the newest is answered. */
  readonly query: ListQuery;
  /** `first`: rows read from the library itself, before the engine has answered. */
  readonly phase: 'none' | 'first' | 'ready';
  readonly total: number;
  /** Papers on the shelf. */
  readonly of: number;
  /** False as long as only the first rows are known, not how many there are. */
  readonly counted: boolean;
  /** Number of changes that the rows know of. */
  readonly seq: number;
  /** Time that the newest question took, as it was felt here, in ms. */
  readonly ms: number;
  readonly indexing: boolean;
  readonly facets?: Facets;
  /** The newest question failed; rows of before stay. */
  readonly error?: CallError;
  /** A query that was asked later than what is shown is under way. */
  readonly busy: boolean;
}

interface Window {
  readonly rows: readonly ListRow[];
  /** Round in which it was asked for: an older one is drawn until the new one is there. */
  readonly round: number;
}

/** A list of any length, read window by window: what is looked at first, what is near next, and nothing twice. */
export class ListStore {
  readonly #ask: (question: Question) => Promise<Reply<Answer>>;
  readonly #changed: () => void;
  readonly #clock: () => number;
  #state: ListState;
  #windows = new Map<number, Window>();
  #wanted: ListQuery;
  /** Counts queries: answers to an older one are dropped. */
  #generation = 0;
  #round = 0;
  #facetsRound = -1;
  #asked = new Set<string>();
  #visible: readonly [number, number] = [0, 40];
  #ahead = true;

  /** @param clock ms, for the time that is shown */
  constructor(
    ask: (question: Question) => Promise<Reply<Answer>>,
    changed: () => void,
    query: ListQuery,
    clock: () => number,
  ) {
    this.#ask = ask;
    this.#changed = changed;
    this.#clock = clock;
    this.#wanted = query;
    this.#state = {
      query,
      phase: 'none',
      total: 0,
      of: 0,
      counted: false,
      seq: -1,
      ms: 0,
      indexing: false,
      busy: true,
    };
  }

  get state(): ListState {
    return this.#state;
  }

  rowAt(index: number): ListRow | undefined {
    return this.#windows.get(Math.floor(index / WINDOW))?.rows[index % WINDOW];
  }

  /** Where a paper stands among the rows that are here; -1 where it is not. */
  indexOf(key: string): number {
    for (const [n, { rows }] of this.#windows) {
      const at = rows.findIndex(({ row }) => row.key === key);
      if (at >= 0) return n * WINDOW + at;
    }
    return -1;
  }

  /** Asks for what is looked at first. */
  begin(): void {
    this.#pump();
  }

  /** Another query; its rows take the place of these when they are there. */
  setQuery(query: ListQuery): void {
    if (sameQuery(query, this.#wanted)) return;
    this.#wanted = query;
    this.#restart();
  }

  /** Asks anew after a failure. */
  again(): void {
    this.#restart();
  }

  /** Another library is in the place of this one. */
  replaced(): void {
    this.#state = { ...this.#state, seq: -1 };
    this.#restart();
  }

  /** The library changed: what is looked at is read again, and the rest when it is looked at. */
  refresh(): void {
    if (this.#state.error !== undefined) this.#restart();
    else {
      this.#round += 1;
      this.#pump();
    }
  }

  /** Rows [from, to) are looked at. */
  show(from: number, to: number): void {
    this.#ahead = from >= this.#visible[0];
    this.#visible = [from, to];
    this.#pump();
  }

  /** The first rows as the library itself has them, and their number where it is known; without effect once the engine has answered. */
  showFirst(rows: readonly ListRow[], total: number | undefined): void {
    if (this.#state.phase === 'ready' || this.#generation > 0) return;
    this.#windows.set(0, { rows, round: -1 });
    this.#set({
      phase: 'first',
      total: Math.max(total ?? 0, rows.length),
      of: total ?? rows.length,
      counted: total !== undefined,
    });
  }

  #restart(): void {
    this.#generation += 1;
    this.#round += 1;
    this.#asked.clear();
    const { error: _, ...rest } = this.#state;
    this.#state = rest;
    this.#set({ busy: true });
    this.#pump();
  }

  #set(change: Partial<ListState>): void {
    this.#state = { ...this.#state, ...change };
    this.#changed();
  }

  /** Numbers of the windows worth having, most wanted first. */
  #order(): number[] {
    const last = Math.max(0, Math.ceil(this.#state.total / WINDOW) - 1);
    const from = Math.min(last, Math.floor(this.#visible[0] / WINDOW));
    const to = Math.min(last, Math.floor(Math.max(this.#visible[0], this.#visible[1] - 1) / WINDOW));
    const numbers = [];
    for (let n = from; n <= to; n += 1) numbers.push(n);
    const near = this.#ahead ? [to + 1, from - 1] : [from - 1, to + 1];
    return [...numbers, ...near.filter((n) => n >= 0 && n <= last)];
  }

  #next(): Question | undefined {
    const query = this.#wanted;
    const rows = (n: number): Question => ({ query, from: n * WINDOW, count: WINDOW, facets: false });
    const open = (question: Question): Question | undefined =>
      this.#asked.has(nameOf(question)) ? undefined : question;
    if (!sameQuery(query, this.#state.query) || this.#state.phase !== 'ready')
      return this.#state.error === undefined ? open(rows(0)) : undefined;
    const stale = this.#order().filter((n) => (this.#windows.get(n)?.round ?? -1) < this.#round);
    const seen = Math.floor((this.#visible[1] - 1) / WINDOW);
    const first = stale.find((n) => n <= seen && n >= Math.floor(this.#visible[0] / WINDOW));
    if (first !== undefined) return open(rows(first));
    if (this.#facetsRound < this.#round) return open({ query, from: 0, count: 0, facets: true });
    const near = stale[0];
    return near === undefined ? undefined : open(rows(near));
  }

  #pump(): void {
    while (this.#asked.size < MOST_ASKED) {
      const question = this.#next();
      if (question === undefined) return;
      void this.#answer(question);
    }
  }

  async #answer(question: Question): Promise<void> {
    const generation = this.#generation;
    const round = this.#round;
    const start = this.#clock();
    const name = nameOf(question);
    this.#asked.add(name);
    const reply = await this.#ask(question);
    if (generation !== this.#generation) return;
    this.#asked.delete(name);
    if (!reply.ok) {
      // Not asked again by itself: the person sees why and decides.
      if (question.facets) this.#facetsRound = round;
      else this.#keep(question.from / WINDOW, { rows: this.#windows.get(question.from / WINDOW)?.rows ?? [], round });
      return this.#set({ error: reply.error, busy: false });
    }
    this.#take(question, reply.value, round, this.#clock() - start);
    this.#pump();
  }

  #take(question: Question, answer: Answer, round: number, took: number): void {
    const { total, of, seq, indexing = false } = answer;
    const { error: _, ...before } = this.#state;
    const isNew = !sameQuery(question.query, before.query) || before.phase !== 'ready';
    if (question.facets) this.#facetsRound = round;
    else {
      if (isNew) this.#windows.clear();
      // Papers came or went since the other windows were read: they are read again when they are looked at.
      else if (total !== before.total) this.#round += 1;
      this.#keep(question.from / WINDOW, { rows: answer.rows, round: this.#round });
    }
    this.#state = {
      ...before,
      query: question.query,
      phase: 'ready',
      total,
      of,
      counted: true,
      // Counts may know more than the rows do: then the rows are read again.
      seq: question.facets ? before.seq : Math.max(seq, before.seq),
      indexing,
      busy: false,
      ...(isNew ? { ms: took } : {}),
      ...(answer.facets ? { facets: answer.facets } : {}),
    };
    this.#changed();
  }

  #keep(n: number, window: Window): void {
    this.#windows.set(n, window);
    if (this.#windows.size <= MOST_WINDOWS) return;
    const here = this.#visible[0] / WINDOW;
    const far = [...this.#windows.keys()].sort((a, b) => Math.abs(b - here) - Math.abs(a - here))[0];
    if (far !== undefined) this.#windows.delete(far);
  }
}

const nameOf = ({ from, count, facets }: Question): string => `${from} ${count} ${facets}`;
