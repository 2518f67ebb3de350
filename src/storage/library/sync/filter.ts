import type { RemoteRecord } from '../../../sync/target.ts';
import type { Session } from '../commands/session.ts';
import type { MarkRow } from '../rows.ts';
import { keyIn } from './keys.ts';
import { isMember, membership, project, type Scope, takenOut } from './scope.ts';
import type { Ground } from './take-in.ts';

/** What a place with one collection may change here: what it would be sent, and nothing else. */

type State = Readonly<Record<string, unknown>>;

/** What is merged, or what is only noted of the record. */
export type Passed = { readonly state: State | undefined } | { readonly note: MarkRow };

export class Filter {
  readonly #target: string;
  readonly #scope: Scope;
  readonly #session: Session;
  /** When papers that are not here were taken out of the collection. */
  readonly #left: Map<string, string>;

  private constructor(target: string, scope: Scope, session: Session, left: Map<string, string>) {
    [this.#target, this.#scope, this.#session, this.#left] = [target, scope, session, left];
  }

  /** Reads ahead what it looks at. */
  static async of(
    { db, memory: { target } }: Ground,
    scope: Scope,
    session: Session,
    records: readonly RemoteRecord[],
  ): Promise<Filter> {
    const ids = [...new Set(records.flatMap(({ kind, id }) => (OF_PAPER.includes(kind) ? [id] : [])))];
    await session.load(ids.map((id) => ['paper', id] as const));
    const marks = await db.marks.bulkGet(ids.map((id) => keyIn(target, { kind: 'paper', id })));
    const left = marks.flatMap((mark) => (mark?.left === undefined ? [] : [[mark.id, mark.left] as const]));
    return new Filter(target, scope, session, new Map(left));
  }

  /** Papers first: whether a record is wanted depends on its paper. */
  inOrder(records: readonly RemoteRecord[]): readonly RemoteRecord[] {
    return [...records].sort((a, b) => Number(b.kind === 'paper') - Number(a.kind === 'paper'));
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
    const paper = this.#session.paper(id);
    const wanted = paper === undefined ? !this.#left.has(id) : isMember(this.#scope, paper);
    // Without its token: should the paper come into the collection, what is there must be read again before it is replaced.
    return wanted ? { state } : { note: { target: this.#target, kind, id, seq: 0 } };
  }

  #paper(id: string, state: State, ignored: MarkRow): Passed {
    if (this.#session.paper(id) !== undefined) return { state };
    const left = this.#left.get(id);
    const known = left === undefined ? state : takenOut(this.#scope, state, left);
    const member = membership(this.#scope, known);
    if (member === undefined || member[0] === 1) return { state };
    this.#left.set(id, member[1]);
    return { note: { ...ignored, left: member[1] } };
  }
}

const OF_PAPER: readonly string[] = ['paper', 'bib', 'note'];
