/** The merge laws over random histories: three to five copies of a library, wrong clocks, any delivery. 300 seeds; SOAK=1: 20,000. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canon } from './canon.ts';
import { causesOf, histories, play } from './histories.testing.ts';
import { merge } from './merge.ts';
import { anyNote, anyState } from './states.testing.ts';
import { visible } from './view.ts';

const numRuns = process.env['SOAK'] ? 20_000 : 300;
const check = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns });
const same = (a: unknown, b: unknown): void => expect(canon(a)).toBe(canon(b));

describe.each([
  ['paper', anyState],
  ['note', anyNote],
  ['a-kind-of-a-newer-version', anyState],
] as const)('states of kind %s', (kind, any) => {
  // Braces: fast-check takes a returned value for a verdict.
  test('merging does not depend on the order of two', () => {
    check(
      fc.property(any, any, (a, b) => {
        same(merge(kind, a, b), merge(kind, b, a));
      }),
    );
  });
  test('merging does not depend on the grouping of three', () => {
    check(
      fc.property(any, any, any, (a, b, c) => {
        same(merge(kind, merge(kind, a, b), c), merge(kind, a, merge(kind, b, c)));
      }),
    );
  });
  test('merging twice is merging once', () => {
    check(
      fc.property(any, any, (a, b) => {
        const once = merge(kind, a, b);
        same(merge(kind, once, b), once);
        same(merge(kind, once, once), once);
        same(merge(kind, a, a), merge(kind, merge(kind, a, a), a));
      }),
    );
  });
  test('fields and parts that this version does not know survive', () => {
    check(
      fc.property(any, any, fc.jsonValue({ maxDepth: 2 }), (a, b, extra) => {
        const merged = merge(kind, { ...a, zNewer: { deep: extra } }, b);
        same((merged as Record<string, unknown>)['zNewer'], { deep: extra }); // a state is a record
      }),
    );
  });
});

describe('copies that edit on their own and meet in any order', () => {
  test('end equal, whatever arrives, twice, late or never before the end', () => {
    const law = fc.property(histories, (history) => {
      const { copies } = play(history);
      expect(new Set(copies.map((copy) => canon(copy.paper))).size).toBe(1);
      expect(new Set(copies.map((copy) => canon(copy.note))).size).toBe(1);
    });
    check(law);
  });

  test('an edit that saw another of the same field is never beaten by it, though clocks say 2099 or 1970', () => {
    const law = fc.property(histories, (history) => {
      const { copies, edits } = play(history);
      for (const field of new Set(edits.map((edit) => edit.field))) {
        const winner = causesOf(copies[0]?.paper, field);
        const seenByOthers = edits.filter((edit) => edit.field === field).flatMap((edit) => edit.saw);
        expect(seenByOthers).not.toContain(winner);
      }
    });
    check(law);
  });

  test('a deletion hides what it has seen, and an edit that has seen the deletion brings it back', () => {
    const law = fc.property(histories, (history) => {
      const { copies, last } = play(history, { thenDeleteOn: 0 });
      expect(copies.every((copy) => !visible(copy.paper))).toBe(true);
      const revived = play(history, { thenDeleteOn: 0, thenTagOn: last });
      expect(revived.copies.every((copy) => visible(copy.paper))).toBe(true);
    });
    check(law);
  });

  test('no text of a note is lost: each is there or was replaced by somebody who saw it', () => {
    const law = fc.property(histories, (history) => {
      const { copies, notes } = play(history);
      const kept = new Set(copies[0]?.note.sib.map(([, stamp]) => stamp));
      const replaced = new Set(notes.flatMap((note) => note.saw));
      for (const note of notes) expect(kept.has(note.stamp)).toBe(!replaced.has(note.stamp));
    });
    check(law);
  });
});
