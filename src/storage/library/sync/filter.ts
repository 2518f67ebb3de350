import { merge } from '../../../core/library/merge.ts';
import type { RemoteRecord } from '../../../sync/target.ts';
import type { Session } from '../commands/session.ts';
import type { HeldRow, MarkRow } from '../rows.ts';
import { asideIn, keyIn, nameOf, stateKey } from './keys.ts';
import { isMember, membership, project, type Scope, takenOut } from './scope.ts';
import type { Ground } from './take-in.ts';

/** What a place with one collection may change here: what it would be sent, and nothing else. */

type State = Readonly<Record<string, unknown>>;

/** What is merged; what is only noted of the record; or what is kept for when its paper comes into the collection. */
export type Passed = { readonly state: State | undefined } | { readonly note: MarkRow; readonly aside?: HeldRow };

export class Filter {
  readonly #target: string;
  readonly #scope: Scope;
  readonly #session: Session;
  /** When papers that are not here were taken out of the collection. */
  readonly #left: Map<string, string>;
  readonly #aside: Map<string, HeldRow>;
  readonly #taken = new Set<string>();

  private constructor(
    target: string,
    scope: Scope,
    session: Session,
    left: Map<string, string>,
    aside: readonly HeldRow[],
  ) {
    [this.#target, this.#scope, this.#session, this.#left] = [target, scope, session, left];
    this.#aside = new Map(aside.map((row) => [nameOf(row), row]));
  }

  /** Reads ahead what it looks at. */
  static async of(
    { db, memory: { target } }: Ground,
    scope: Scope,
    session: Session,
    records: readonly RemoteRecord[],
  ): Promise<Filter> {
    const ids = [...new Set(records.flatMap(({ kind, id }) => (OF_PAPER.includes(kind) ? [id] : [])))];
    const waiting = ids.flatMap((id) => [
      { kind: 'bib', id },
      { kind: 'note', id },
    ]);
    await session.load([...ids.map((id) => ['paper', id] as const), ...waiting.map(stateKey)]);
    const marks = await db.marks.bulkGet(ids.map((id) => keyIn(target, { kind: 'paper', id })));
    const left = marks.flatMap((mark) => (mark?.left === undefined ? [] : [[mark.id, mark.left] as const]));
    const aside = await db.held.bulkGet(waiting.map((name) => keyIn(asideIn(target), name)));
    const rows = aside.filter((row) => row !== undefined);
    return new Filter(target, scope, session, new Map(left), rows);
  }

  /** Papers first: whether a record is wanted depends on its paper. Then what was kept aside. */
  inOrder(records: readonly RemoteRecord[]): readonly RemoteRecord[] {
    const papers = records.filter(({ kind }) => kind === 'paper');
    const kept = [...this.#aside.values()].map(({ target: _, state, ...row }) => ({ ...row, state }));
    return [...papers, ...kept, ...records.filter(({ kind }) => kind !== 'paper')];
  }

  /** What was kept aside and is merged now. */
  get taken(): [string, string, string][] {
    return [...this.#aside.values()].flatMap((row) =>
      this.#taken.has(nameOf(row)) ? [keyIn(asideIn(this.#target), row)] : [],
    );
  }

  pass(record: RemoteRecord, mark: MarkRow | undefined): Passed {
    const { kind, id, token } = record;
    const ignored = { target: this.#target, kind, id, seq: 0, ...(token === undefined ? {} : { token }) };
    // Taken away there: it is sent again, if it was theirs.
    if (record.state === undefined) return mark === undefined ? { note: ignored } : { state: undefined };
    const state = project(this.#scope, kind, id, record.state);
    if (state === undefined) return { note: ignored };
    if (kind === 'paper') return this.#paper(id, state, ignored);
    if (kind === 'collection') return { state };
    if (isMember(this.#scope, this.#session.paper(id))) {
      this.#taken.add(nameOf(record));
      return { state };
    }
    // Without its token: should the paper come into the collection, what is there must be read again before it is replaced.
    return { note: { target: this.#target, kind, id, seq: 0 }, aside: this.#joined(record, state) };
  }

  #joined({ kind, id, token, wire }: RemoteRecord, state: State): HeldRow {
    const old = this.#aside.get(nameOf({ kind, id }))?.state;
    const row = {
      target: asideIn(this.#target),
      kind,
      id,
      state: old === undefined ? state : merge(kind, old, state),
      ...(token === undefined ? {} : { token }),
      ...(wire === undefined ? {} : { wire }),
    };
    this.#aside.set(nameOf(row), row);
    return row;
  }

  #paper(id: string, state: State, ignored: MarkRow): Passed {
    const left = this.#left.get(id);
    const known = left === undefined ? state : project(this.#scope, 'paper', id, takenOut(this.#scope, state, left));
    if (this.#session.paper(id) !== undefined) return { state: known };
    const member = membership(this.#scope, known);
    if (member === undefined || member[0] === 1) return { state: known };
    this.#left.set(id, member[1]);
    return { note: { ...ignored, left: member[1] } };
  }
}

const OF_PAPER: readonly string[] = ['paper', 'bib', 'note'];
