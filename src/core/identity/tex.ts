/** TeX in titles, as far as it changes which letters a reader sees. */

/** Commands that print letters under their own name: Greek, and functions set upright. */
const NAMES = new Set(
  (
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega ' +
    'partial nabla arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max ' +
    'min mod pr sec sin sinh sup tan tanh TeX LaTeX'
  )
    .toLowerCase()
    .split(' '),
);
const PRINTED: ReadonlyMap<string, string> = new Map([
  ['ss', 'ss'],
  ['o', 'o'],
  ['l', 'l'],
  ['i', 'i'],
  ['j', 'j'],
  ['ae', 'ae'],
  ['oe', 'oe'],
  ['aa', 'a'],
  ['dh', 'd'],
  ['dj', 'd'],
  ['th', 'th'],
  ['ng', 'n'],
  ['ell', 'l'],
]);

/**
 * Takes the commands out: those that print letters leave them, those that only dress (`\textbf`, `\mathcal`, `\'`) or print
 * signs leave nothing. Braces, dollars, `^` and `_` stay; the caller drops them with all punctuation.
 */
export const stripTex = (text: string): string =>
  text.includes('\\') ? text.replace(/\\([a-z]{1,30}|.)\*?/gis, (_, command: string) => printed(command)) : text;

function printed(command: string): string {
  const name = command.toLowerCase().replace(/^var(?=[a-z]{2})/, '');
  // An accent binds to the letter after it (\'e, \"{o}); a space or an escaped sign stands as a break, dropped later
  return NAMES.has(name) ? name : (PRINTED.get(name) ?? '');
}
