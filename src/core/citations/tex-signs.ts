import { ACCENTS, LETTERS, MATHS, pairsOf } from './latex-letters.ts';

/** What LaTeX commands print, the other way round from latex-letters.ts: by their names, without the backslash. */

const ESCAPED =
  '\\ textbackslash { textbraceleft { lbrace } textbraceright } rbrace ^ textasciicircum ~ textasciitilde < textless > textgreater ' +
  '| textbar _ textunderscore $ textdollar & textampersand % textpercent # texthash \' textquotesingle " textquotedbl ` textasciigrave ' +
  '“ textquotedblleft ” textquotedblright ‘ textquoteleft ’ textquoteright – textendash — textemdash … dots … textellipsis ' +
  'LaTeX LaTeX TeX TeX BibTeX BibTeX ß SS µ textmu × texttimes ± textpm ° degree · textperiodcentered ª textordfeminine º textordmasculine';

/** Commands that print a sign: `ss`, `textbackslash`, and in formulas `alpha`. */
export const SIGN_OF: ReadonlyMap<string, string> = new Map([
  ...pairsOf(LETTERS).map(([sign, name]) => [name, sign] as const),
  ...pairsOf(ESCAPED).map(([sign, name]) => [name, sign] as const),
]);

/** Formulas of one sign, as they stand between the dollars. */
export const FORMULA_SIGN: ReadonlyMap<string, string> = new Map<string, string>([
  ...pairsOf(MATHS).map(([sign, name]): [string, string] => [name === '-' ? name : `\\${name}`, sign]),
  ['\\varepsilon', 'ε'],
  ['\\varphi', 'φ'],
  ['\\to', '→'],
  ['\\sim', '~'],
  ['\\dagger', '†'],
  ['\\%', '%'],
  ['\\&', '&'],
  ['\\_', '_'],
  ['<', '<'],
  ['>', '>'],
  ['^2', '²'],
  ['^3', '³'],
  ['^{2}', '²'],
  ['^{3}', '³'],
  ['^\\circ', '°'],
  ['^{\\circ}', '°'],
]);

/** Accent commands, and the combining mark each sets after its letter. */
export const MARK_OF: ReadonlyMap<string, string> = new Map([...ACCENTS].map(([mark, command]) => [command, mark]));

/** Commands that only dress their argument: what stands in it is text. */
export const DRESS: ReadonlySet<string> = new Set(
  (
    'emph textit textbf texttt textsc textrm textsf textsl textup textmd textnormal text mbox hbox uppercase lowercase ' +
    'em it bf tt sc rm sf sl itshape bfseries ttfamily scshape rmfamily normalfont upshape relax protect url path nocase ' +
    'mkbibemph mkbibbold mkbibitalic small large xspace null noindent'
  ).split(' '),
);

/** Commands that mark a blank: `\,`, `\ `, `\\`. */
export const BLANKS: ReadonlySet<string> = new Set([
  ' ',
  ',',
  ';',
  ':',
  '\\',
  '\n',
  '\t',
  'space',
  'quad',
  'qquad',
  'newline',
  'linebreak',
  'par',
  'thinspace',
]);
