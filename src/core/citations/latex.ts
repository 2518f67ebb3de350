import { asciiLatex } from './latex-letters.ts';

/**
 * Text of strangers as LaTeX inside a BibTeX value: nothing in it can end the value, start a comment or run a command.
 * Formulas stay formulas where every command in them is known to only print something.
 */

/** `ascii`: accents and signs as commands, for classic BibTeX; else UTF-8 as it is. */
export interface LatexOptions {
  readonly ascii?: boolean;
}

// BibTeX counts braces even after a backslash, so `\{` would unbalance the file.
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '^': '{\\textasciicircum}',
  '~': '{\\textasciitilde}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
};

/** Formulas as Pandoc finds them (tex_math_dollars): no blank inside the dollars' edges, no digit after them. */
const MATH = /\$(?=\S)((?:\\[^\n]|[^$\\\n]){1,400}?)(?<=\S)\$(?!\d)/g;
const PRINTING = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma ' +
    'tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar infty partial nabla ' +
    'times cdot pm mp div le leq ge geq ne neq approx sim simeq equiv propto to rightarrow leftarrow Rightarrow leftrightarrow mapsto ' +
    'in notin subset subseteq supset cup cap emptyset forall exists sum prod int log ln exp min max sup inf lim arg det dim ker deg ' +
    'gcd Pr sin cos tan tanh mathbb mathcal mathbf mathrm mathit mathsf mathfrak mathscr boldsymbol bm operatorname text textit ' +
    'textbf textrm textsc rm bf it frac tfrac dfrac sqrt binom hat widehat tilde widetilde bar overline underline vec dot ddot left ' +
    'right langle rangle lfloor rfloor lceil rceil mid parallel perp star ast circ bullet oplus otimes odot dagger prime ldots cdots dots quad'
  ).split(' '),
);

/** A run of text: a formula to keep, or words. */
interface Piece {
  readonly text: string;
  readonly math: boolean;
}

/** For fields that are prose: abstract, venue, names. */
export const latexText = (text: string, options: LatexOptions = {}): string =>
  pieces(text, options)
    .map((piece) => (piece.math ? piece.text : plain(piece.text, options)))
    .join('');

/** For titles, which BibTeX styles put in lower case: words with inner capitals and formulas are held in braces. */
export const latexTitle = (text: string, options: LatexOptions = {}): string =>
  pieces(text, options)
    .map((piece) => (piece.math ? `{${piece.text}}` : held(piece.text, options)))
    .join('');

/** `BERT`, `LLaMA`, `3D`, `GPT-4`, and `Q` of `Q-Learning`; an `A` may be the article. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’./+-]*/gu;
const keepsCase = (word: string): boolean =>
  word.split(/[-/]/).some((part) => /^.\P{Lu}*\p{Lu}/u.test(part) || /^(?!A)\p{Lu}$/u.test(part));

function held(text: string, options: LatexOptions): string {
  let done = 0;
  let out = '';
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/[.\-/’']+$/, '');
    if (!keepsCase(word)) continue;
    out += `${plain(text.slice(done, match.index), options)}{${plain(word, options)}}`;
    done = match.index + word.length;
  }
  return out + plain(text.slice(done), options);
}

function plain(text: string, options: LatexOptions): string {
  const escaped = text.replace(/[\\{}^~<>|$&%#_]/g, (sign) => SPECIAL[sign] ?? sign);
  return options.ascii ? asciiLatex(escaped) : escaped;
}

function pieces(text: string, options: LatexOptions): readonly Piece[] {
  const out: Piece[] = [];
  let done = 0;
  if (text.includes('$')) {
    for (const match of text.matchAll(MATH)) {
      if (!isHarmless(match[1] ?? '') || (options.ascii && /[^\x00-\x7f]/.test(match[0]))) continue;
      out.push({ text: text.slice(done, match.index), math: false }, { text: match[0], math: true });
      done = match.index + match[0].length;
    }
  }
  return [...out, { text: text.slice(done), math: false }];
}

/** Only commands that print, no sign that TeX would trip over, and braces that match as BibTeX counts them. */
function isHarmless(formula: string): boolean {
  let depth = 0;
  for (const [token, name] of formula.matchAll(/\\([A-Za-z]+|.)|[{}%&#~]|\^\^/g)) {
    if (name === undefined) {
      depth += token === '{' ? 1 : token === '}' ? -1 : Number.NaN;
    } else if (/^[A-Za-z]/.test(name) ? !PRINTING.has(name) : !/[,;:!|_%&#$ ]/.test(name)) return false;
    if (Number.isNaN(depth) || depth < 0) return false;
  }
  return depth === 0;
}

/** For fields that LaTeX takes letter by letter (url, doi, eprint): braces and backslashes percent-encoded. */
export const latexVerbatim = (text: string): string =>
  text.replace(/[\\{}\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
