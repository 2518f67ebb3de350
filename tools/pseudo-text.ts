/**
 * Text that looks foreign and reads as English, to see in a browser what a translation would break: letters with accents above and below
 * show cut lines, 40 % more length shows what does not fit, the brackets show where a sentence was cut or put together from pieces, and what
 * stands without them never came from `_locales`.
 */

/** How much longer than English: German and Finnish interfaces are about a third longer, short words more. */
const LONGER = 0.4;

const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'á', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ğ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ' },
  ...{ n: 'ñ', o: 'ö', p: 'þ', q: 'ǫ', r: 'ř', s: 'š', t: 'ţ', u: 'ü', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž' },
  ...{ A: 'Å', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ğ', H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ṁ' },
  ...{ N: 'Ñ', O: 'Ö', P: 'Þ', Q: 'Ǫ', R: 'Ř', S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž' },
};

/** Arabic letters for Latin ones: no words, but text of a script that runs from right to left, with its own width and joins. */
const ARABIC: Readonly<Record<string, string>> = {
  ...{ a: 'ا', b: 'ب', c: 'ص', d: 'د', e: 'ي', f: 'ف', g: 'ج', h: 'ه', i: 'ى', j: 'خ', k: 'ك', l: 'ل', m: 'م' },
  ...{ n: 'ن', o: 'و', p: 'ح', q: 'ق', r: 'ر', s: 'س', t: 'ت', u: 'ع', v: 'ط', w: 'ش', x: 'ظ', y: 'غ', z: 'ز' },
};

export type Script = 'latin' | 'arabic';

/**
 * @param text a sentence of `_locales`; `$1` … stay as they are
 * @returns e.g. `[Šáṽé $1 þáþéřš ~~~~~]`
 */
export function pseudo(text: string, script: Script = 'latin'): string {
  const letters = script === 'latin' ? ACCENTED : ARABIC;
  const changed = [...text]
    .map((letter) => letters[letter] ?? (script === 'arabic' ? letters[letter.toLowerCase()] : undefined) ?? letter)
    .join('');
  const more = Math.ceil(text.replace(/\$\d/g, '').length * LONGER);
  // In words of six letters, so that it breaks where a longer sentence would; a single word grows as a word does.
  const filler = (
    script === 'latin' ? 'öñé ťŵø ţĥř ƒöü ƒíṽ šíẋ šéṽ éíğ ñíñ ţéñ ' : 'واح اثن ثلا ارب خمس ست سبع ثما تسع عشر '
  ).repeat(Math.ceil(more / 40));
  const tail = /\s/.test(text) ? ` ${filler.slice(0, more).trim()}` : filler.replaceAll(' ', '').slice(0, more);
  return `[${changed}${more > 0 ? tail : ''}]`;
}
