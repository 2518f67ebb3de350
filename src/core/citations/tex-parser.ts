import { plainTex } from './tex-text.ts';

/**
 * The full TeX reader for what tex-text.ts does not know. The only module that names @retorquere/bibtex-parser (ISC; 556 kB),
 * and only when a file needs it, so that it is a chunk of its own. It uses no DOM: it runs in workers.
 */

/** The parser needs some microseconds a character and nests calls with the braces; beyond these `plainTex` reads. */
const MOST = { units: 16 * 1024, depth: 32, batch: 200, all: 4 * 1024 * 1024 } as const;

/** Commands that define others could define themselves. */
const DEFINES =
  /\\(?:newcommand|renewcommand|providecommand|def|edef|gdef|let|ProvideTextCommandDefault|begin|csname)\b/;
/** Signs that the parser reads as others (`<` is ¡ in old fonts), or whose formulas it would take apart, stand aside. */
const ASIDE =
  /\\\\|\\(?:textless|textgreater)(?![A-Za-z])(?:\{\})?\s*|[<>]|\\[$%&]|\$(?:\\[\s\S]|[^$\\]){1,400}?\$|[$%&]/g;
/** A character that no text has: it is private, and cleaned away before. */
const HOLD = '\ue000';

/**
 * Reads TeX values as text.
 * @param pause called between batches, so that others get their turn
 * @returns for every value its text; where the parser fails, its bare words
 */
export async function readTex(
  values: ReadonlySet<string>,
  pause: () => Promise<void> = async () => undefined,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const hard: string[] = [];
  let units = 0;
  for (const value of values) {
    units += value.length;
    if (units <= MOST.all && isReadable(value)) hard.push(value);
    else texts.set(value, plainTex(value));
  }
  if (hard.length === 0) return texts;
  const { parse } = await import('@retorquere/bibtex-parser');
  for (let from = 0; from < hard.length; from += MOST.batch) {
    const batch = hard.slice(from, from + MOST.batch);
    const asides = batch.map(aside);
    const library = parse(asides.map(({ tex }, i) => `@x{${i},\nt = {${tex}}\n}`).join('\n'), OPTIONS);
    const found = new Map(library.entries.map((entry) => [entry.key, entry.fields['t']]));
    for (const [i, value] of batch.entries()) {
      const text = found.get(String(i));
      const whole = typeof text === 'string' ? restored(text, asides[i]?.signs ?? []) : undefined;
      texts.set(value, whole ?? plainTex(value));
    }
    await pause();
  }
  return texts;
}

const OPTIONS = {
  sentenceCase: false,
  english: false,
  caseProtection: false,
  applyCrossRef: false,
  // an unknown command's arguments are read, its name is not shown
  unsupported: 'ignore',
} as const;

function isReadable(value: string): boolean {
  if (value.length > MOST.units || DEFINES.test(value) || value.includes(HOLD)) return false;
  let depth = 0;
  for (let at = 0; at < value.length; at++) {
    const sign = value[at];
    if (sign === '\\') at++;
    else if (sign === '{' && ++depth > MOST.depth) return false;
    else if (sign === '}' && --depth < 0) return false;
  }
  // as the parser counts: a backslash at the end would take the closing brace with it
  return depth === 0 && !/(?:^|[^\\])(?:\\\\)*\\$/.test(value);
}

function aside(value: string): { readonly tex: string; readonly signs: readonly string[] } {
  const signs: string[] = [];
  const tex = value.replace(ASIDE, (sign) => {
    if (sign === '\\\\') return sign;
    signs.push(/^\\textl/.test(sign) ? '<' : /^\\textg/.test(sign) ? '>' : sign.replace(/^\\/, ''));
    return HOLD;
  });
  return { tex, signs };
}

/** Without the parser's markup, and with the signs that stood aside; undefined where it dropped one of them. */
function restored(text: string, signs: readonly string[]): string | undefined {
  const parts = text.replace(/<[^<>]*>/g, '').split(HOLD);
  if (parts.length !== signs.length + 1) return undefined;
  return parts.map((part, i) => `${part}${signs[i] ?? ''}`).join('');
}
