/** Strangers' text in LaTeX: nothing runs, nothing ends the value, formulas and capitals stay. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../identity/runs.testing.ts';
import { latexText, latexTitle, latexVerbatim } from './latex.ts';

describe('text', () => {
  test.each([
    ['50% of $5 & #1_a', '50\\% of \\$5 \\& \\#1\\_a'],
    ['a {b} ~ ^ \\', 'a {\\textbraceleft}b{\\textbraceright} {\\textasciitilde} {\\textasciicircum} {\\textbackslash}'],
    ['Solving $\\ell_1$ in $O(n^2)$', 'Solving $\\ell_1$ in $O(n^2)$'],
    ['from $5 million to $10', 'from \\$5 million to \\$10'],
    ['Schrödinger’s 猫', 'Schrödinger’s 猫'],
  ])('%s', (written, expected) => {
    expect(latexText(written)).toBe(expected);
  });

  test.each([
    '$\\input{/etc/passwd}$',
    '$\\write18{rm -rf}$',
    '$\\def\\a{b}$',
    '$a%b$',
    '$\\{x$',
    '$x}{y$',
    '$^^5cinput$',
  ])('%s is words, not a formula, since TeX would run it or trip over it', (written) => {
    expect(latexText(written)).toMatch(/^\\\$/);
  });
});

describe('titles', () => {
  test.each([
    ['BERT: Pre-Training of Deep Models', '{BERT}: Pre-Training of Deep Models'],
    ['A Survey of LLaMA, GPT-4 and 3D', 'A Survey of {LLaMA}, {GPT-4} and {3D}'],
    ['Deep Q-Learning with Self-Attention', 'Deep {Q-Learning} with Self-Attention'],
    ['Sorting in $O(n)$', 'Sorting in {$O(n)$}'],
  ])('%s', (written, expected) => {
    expect(latexTitle(written)).toBe(expected);
  });
});

describe('the ASCII option', () => {
  test.each([
    ['Schrödinger, Çelik, Łukasz, Šimić', 'Schr{\\"o}dinger, {\\c{C}}elik, {\\L}ukasz, {\\v{S}}imi{\\\'c}'],
    ['naïve Nguyễn', 'na{\\"{\\i}}ve Nguy{\\~{\\^e}}n'],
    ['“a”–b…', "``a''--b{\\ldots}"],
    ['α ≤ β', '$\\alpha$ $\\leq$ $\\beta$'],
    ['中𝒳', '{\\symbol{"4E2D}}{\\symbol{"1D4B3}}'],
  ])('%s', (written, expected) => {
    expect(latexText(written, { ascii: true })).toBe(expected);
  });
});

const text = fc.string({ maxLength: 40, unit: fc.constantFrom(...'{}\\$%&#_^~"ab1 é文B-', '\u0301', '\n') });

test('any text keeps braces matched as BibTeX counts them, and is ASCII where asked', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (written, ascii) => {
      for (const out of [latexText(written, { ascii }), latexTitle(written, { ascii })]) {
        expect(lowestDepth(out)).toEqual([0, 0]);
        expect(out).not.toMatch(/(?<!\\)[%#&~]/);
        if (ascii) expect(out).toMatch(/^[\x00-\x7f]*$/);
      }
      expect(latexVerbatim(written)).not.toMatch(/[{}\\]/);
    }),
    { numRuns: runs(1000) },
  );
});

/** How deep braces end, and how far below the start they ever are. */
function lowestDepth(tex: string): readonly [end: number, lowest: number] {
  let depth = 0;
  let lowest = 0;
  for (const sign of tex) {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    lowest = Math.min(lowest, depth);
  }
  return [depth, lowest];
}
