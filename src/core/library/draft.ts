import { later, type Stamp } from './clock.ts';
import { isReg } from './merge.ts';
import { entryOf, type PaperState, type Reg, type Regs, withEntry } from './state.ts';
import { contentOf, placeOf, visible } from './view.ts';

/** How an action changes a state: register by register, with what taking it back needs. */

export type Part = 'f' | 't' | 'c' | 'a' | 'm' | 'i';

/** One register that an action set. */
export interface Edit {
  readonly part: Part;
  readonly name: string;
  /** Missing where it was not set. */
  readonly before?: Reg<unknown>;
  readonly after: unknown;
  readonly stamp: Stamp;
}

/** What to keep of an action so that it can be taken back. Plain data. */
export interface Inverse {
  readonly edits: readonly Edit[];
  /** Was the paper to be seen before the action, and after it? */
  readonly was: boolean;
  readonly is: boolean;
  /** It was in the trash before: there it goes back. */
  readonly from?: 'trash';
  /** What the paper held right after the action (`contentOf`), where the action brought it in; else empty. */
  readonly left: string;
}

export interface Acted {
  readonly state: PaperState;
  readonly inverse: Inverse;
}

/** Gives the stamp of an edit that replaces a value with this stamp (clock.ts). */
export type StampOf = (replaced?: Stamp) => Stamp;

/** Registers of one part of a state; none where the part is missing. */
export const partOf = (state: Readonly<Record<string, unknown>>, part: Part): Regs<unknown> =>
  (state[part] ?? {}) as Regs<unknown>; // parts hold registers; what is none is sorted out by isReg

/** A state of any kind while an action edits it. */
export class Draft<S extends Readonly<Record<string, unknown>>> {
  state: S;
  readonly edits: Edit[] = [];
  readonly #stampOf: StampOf;

  constructor(state: S, stampOf: StampOf) {
    this.state = state;
    this.#stampOf = stampOf;
  }

  /** The value of a register; undefined where it is not set. */
  value(part: Part, name: string): unknown {
    const now = entryOf(partOf(this.state, part), name);
    return isReg(now) ? now[0] : undefined;
  }

  /** @param over a stamp that the edit must also beat: of a deletion, so that the edit brings the paper back */
  set(part: Part, name: string, value: unknown, over?: Stamp): void {
    const old = entryOf<unknown>(partOf(this.state, part), name);
    const before = isReg(old) ? old : undefined;
    const stamp = this.#stampOf(later(before?.[1], over));
    this.edits.push(
      before === undefined ? { part, name, after: value, stamp } : { part, name, before, after: value, stamp },
    );
    // Each part holds registers of its own values: callers give those.
    this.state = { ...this.state, [part]: withEntry<Reg<unknown>>(partOf(this.state, part), name, [value, stamp]) };
  }
}

/** A paper's state while an action edits it. */
export class PaperDraft extends Draft<PaperState> {
  readonly #before: PaperState;

  constructor(state: PaperState, stampOf: StampOf) {
    super(state, stampOf);
    this.#before = state;
  }

  done(): Acted {
    const [was, is] = [visible(this.#before), visible(this.state)];
    const brought = is && !was;
    const inverse = { edits: this.edits, was, is, left: brought ? contentOf(this.state) : '' };
    const from = brought && placeOf(this.#before) === 'trash';
    return { state: this.state, inverse: from ? { ...inverse, from: 'trash' } : inverse };
  }
}
