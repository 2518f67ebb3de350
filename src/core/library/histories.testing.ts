/** Plays random histories of several copies of one paper and its note, with clocks that are wrong, jump and stand still. */
import fc from 'fast-check';
import type { CalendarDay } from '../calendar-day.ts';
import { type Acted, savePaper, setStatus, setTag, unsave } from './actions.ts';
import { type Clock, newClock, observe, type Stamp, stamper } from './clock.ts';
import { merge } from './merge.ts';
import { writeNote } from './notes.ts';
import { type NoteState, newNoteState, newPaperState, type PaperState } from './state.ts';
import { STATUSES } from './status.ts';
import { newest } from './view.ts';

const DAY = '2026-11-24' as CalendarDay; // a real day
const HOUR = 3_600_000;
const START = 1_764_000_000_000;

type Step =
  | { readonly do: 'save' | 'unsave' | 'send' | 'note'; readonly copy: number; readonly pick: number }
  | { readonly do: 'status' | 'tag'; readonly copy: number; readonly pick: number }
  | { readonly do: 'clock'; readonly copy: number; readonly pick: number };

export interface History {
  readonly copies: number;
  readonly skews: readonly number[];
  readonly steps: readonly Step[];
}

/** Wall clocks against true time: three hours off either way, the year 2099, 1970. */
const SKEWS = [0, 0, 10 * 60_000, 3 * HOUR, -3 * HOUR, 4_070_908_800_000 - START, -START] as const;

export const histories: fc.Arbitrary<History> = fc.record({
  copies: fc.integer({ min: 3, max: 5 }),
  skews: fc.array(fc.constantFrom(...SKEWS), { minLength: 5, maxLength: 5 }),
  steps: fc.array(
    fc.record({
      do: fc.constantFrom('save', 'unsave', 'send', 'send', 'send', 'note', 'status', 'status', 'tag', 'clock'),
      copy: fc.nat(4),
      pick: fc.nat(999),
    }) as fc.Arbitrary<Step>, // `do` is one of the names above
    { maxLength: 40 },
  ),
});

interface Copy {
  clock: Clock;
  skew: number;
  paper: PaperState;
  note: NoteState;
}

interface Edited {
  readonly field: string;
  readonly stamp: Stamp;
  /** Stamps of the same field that the copy had seen when it edited. */
  readonly saw: readonly Stamp[];
}

/** Runs a history, lets every copy hear from every other at the end, and tells what was edited and what each edit had seen. */
export function play(history: History, end: { readonly thenDeleteOn?: number; readonly thenTagOn?: number } = {}) {
  let time = START;
  const copies: Copy[] = Array.from({ length: history.copies }, (_, i) => ({
    clock: newClock(`d${i}`),
    skew: history.skews[i] ?? 0,
    paper: newPaperState(),
    note: newNoteState('p'),
  }));
  const at = (n: number): Copy => copies[n % copies.length] as Copy; // there are at least three
  const mail: { readonly paper: PaperState; readonly note: NoteState }[] = [];
  const edits: Edited[] = [];
  const notes: Edited[] = [];
  const now = (copy: Copy): number => time + copy.skew;

  const act = (copy: Copy, action: (stampOf: (replaced?: Stamp) => Stamp) => Acted): void => {
    const source = stamper(copy.clock, now(copy));
    const { state, inverse } = action(source.next);
    for (const { part, name, stamp, before } of inverse.edits) {
      edits.push({ field: `${part}.${name}`, stamp, saw: before === undefined ? [] : [before[1]] });
    }
    copy.paper = state;
    copy.clock = source.clock();
  };
  const write = (copy: Copy, text: string): void => {
    const source = stamper(copy.clock, now(copy));
    const saw = copy.note.sib.map(([, stamp]) => stamp);
    copy.note = writeNote(copy.note, text, source.next);
    copy.clock = source.clock();
    notes.push({ field: 'note', stamp: copy.note.sib[0]?.[1] as Stamp, saw }); // the text is never empty here
  };
  const hear = (copy: Copy, letter: { readonly paper: PaperState; readonly note: NoteState }): void => {
    copy.paper = merge('paper', copy.paper, letter.paper);
    copy.note = merge('note', copy.note, letter.note);
    const seen = newest(letter.paper);
    if (seen !== undefined) copy.clock = observe(copy.clock, seen, now(copy));
  };
  const meet = (): void => {
    for (const copy of copies) for (const other of [...copies, ...copies]) hear(copy, other);
    for (const copy of copies) for (const other of copies) hear(copy, other);
  };

  for (const step of history.steps) {
    const copy = at(step.copy);
    time += step.pick % 3; // several edits fall into one millisecond
    if (step.do === 'save') act(copy, (s) => savePaper(copy.paper, { day: DAY, status: STATUSES[step.pick % 6] }, s));
    else if (step.do === 'unsave') act(copy, (s) => unsave(copy.paper, s));
    else if (step.do === 'status') act(copy, (s) => setStatus(copy.paper, STATUSES[step.pick % 4] ?? 'read', s));
    else if (step.do === 'tag') act(copy, (s) => setTag(copy.paper, `t${step.pick % 2}`, step.pick % 4 < 2, s));
    else if (step.do === 'note') write(copy, `text ${step.pick}`);
    else if (step.do === 'clock') copy.skew = SKEWS[step.pick % SKEWS.length] ?? 0;
    else {
      // Letters stay in the bag: they may arrive again, late, or (until the end) never.
      mail.push({ paper: copy.paper, note: copy.note });
      const letter = mail[step.pick % mail.length];
      if (letter !== undefined) hear(at(step.copy + 1 + (step.pick % (copies.length - 1))), letter);
    }
  }
  meet();
  const last = history.steps.length;
  if (end.thenDeleteOn !== undefined) {
    const copy = at(end.thenDeleteOn);
    act(copy, (s) => savePaper(copy.paper, { day: DAY }, s));
    act(copy, (s) => unsave(copy.paper, s));
    meet();
  }
  if (end.thenTagOn !== undefined) {
    const copy = at(end.thenTagOn);
    act(copy, (s) => setTag(copy.paper, 'back', true, s));
    meet();
  }
  return { copies, edits, notes, last };
}

/** The stamp that a field ended with; the field is written `part.name`. */
export function causesOf(paper: PaperState | undefined, field: string): Stamp | undefined {
  const part = field.slice(0, 1) as 'f' | 't' | 'c'; // fields are written so above
  return paper?.[part][field.slice(2)]?.[1];
}
