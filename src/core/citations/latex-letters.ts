/** Letters and signs beyond ASCII as LaTeX writes them, for the ASCII option of BibTeX export. */

/** Combining marks, by the accent command that sets them over (or under) the letter that follows. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', "'"],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0304', '='],
  ['\u0306', 'u'],
  ['\u0307', '.'],
  ['\u0308', '"'],
  ['\u030a', 'r'],
  ['\u030b', 'H'],
  ['\u030c', 'v'],
  ['\u0323', 'd'],
  ['\u0327', 'c'],
  ['\u0328', 'k'],
  ['\u0331', 'b'],
]);

export const LETTERS =
  'ß ss æ ae Æ AE œ oe Œ OE ø o Ø O ł l Ł L å aa Å AA đ dj Đ DJ ð dh Ð DH þ th Þ TH ŋ ng Ŋ NG ı i ȷ j ' +
  '§ S ¶ P © copyright ® textregistered ™ texttrademark £ pounds € texteuro ° textdegree • textbullet … ldots ' +
  '„ quotedblbase ‚ quotesinglbase « guillemotleft » guillemotright ¿ textquestiondown ¡ textexclamdown † dag ‡ ddag';
export const MATHS =
  '× times · cdot ± pm ÷ div ≤ leq ≥ geq ≠ neq ≈ approx ∞ infty → rightarrow ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ' +
  '∈ in ∀ forall ∃ exists ∂ partial ∇ nabla √ surd ∑ sum ∏ prod ∫ int ∼ sim ⊂ subset ⊆ subseteq ∪ cup ∩ cap ⊕ oplus ' +
  '⊗ otimes ℓ ell − - α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu µ mu ν nu ' +
  'ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma ' +
  'Φ Phi Ψ Psi Ω Omega';
const PLAIN = [
  ['–', '--'],
  ['—', '---'],
  ['‐', '-'],
  ['‑', '-'],
  ['‘', '`'],
  ['’', "'"],
  ['“', '``'],
  ['”', "''"],
  ['\u00a0', '~'],
  ['\u2009', ' '],
  ['²', '$^2$'],
  ['³', '$^3$'],
] as const;

/** The signs and names of a list in which they take turns. */
export const pairsOf = (list: string): readonly (readonly [sign: string, name: string])[] =>
  (list.match(/\S+ \S+/g) ?? []).map((pair) => {
    const [sign = '', name = ''] = pair.split(' ');
    return [sign, name];
  });

const pairs = (list: string, write: (name: string) => string): readonly (readonly [string, string])[] =>
  pairsOf(list).map(([sign, name]) => [sign, write(name)]);

const SIGNS: ReadonlyMap<string, string> = new Map([
  ...pairs(LETTERS, (name) => `{\\${name}}`),
  ...pairs(MATHS, (name) => (name === '-' ? '$-$' : `$\\${name}$`)),
  ...PLAIN,
]);

/**
 * Non-ASCII characters as commands, each in braces so that BibTeX sees one letter: `é` is `{\'e}`, `č` is `{\v{c}}`. What LaTeX
 * has no command for is named by its code, which XeLaTeX and LuaLaTeX print: `{\symbol{"4E2D}}`.
 * @param text already escaped (latex.ts)
 */
export const asciiLatex = (text: string): string => text.replace(/[^\x00-\x7f]\p{M}*|[A-Za-z]\p{M}+/gu, letter);

function letter(character: string): string {
  const known = SIGNS.get(character.normalize('NFC'));
  if (known !== undefined) return known;
  const [base = '', ...marks] = character.normalize('NFD');
  const commands = marks.map((mark) => ACCENTS.get(mark));
  if (/[A-Za-z]/.test(base) && marks.length > 0 && !commands.includes(undefined)) {
    // the mark nearest to the letter is set first: `{\'{\^a}}` for ấ
    return `{${commands.reduce<string>((inner, command) => accented(command ?? '', inner), /[ij]/.test(base) ? `\\${base}` : base)}}`;
  }
  return [...character.normalize('NFC')]
    .map(
      (c) =>
        SIGNS.get(c) ??
        (c.charCodeAt(0) < 128 ? c : `{\\symbol{"${(c.codePointAt(0) ?? 0).toString(16).toUpperCase()}}}`),
    )
    .join('');
}

const accented = (command: string, inner: string): string =>
  inner.length === 1 && /[^A-Za-z]/.test(command) ? `\\${command}${inner}` : `\\${command}{${inner}}`;
