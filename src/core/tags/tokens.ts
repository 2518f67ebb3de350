/** Cuts text into the words that the tagger compares: one rule for the vocabulary and for papers. */

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether only a space, hyphen or slash stands between this token and the one before. */
  readonly joined: boolean;
}

/** Letters and digits, decimals inside ("Qwen2.5"), an ending apostrophe part, and the signs of names such as "HumanEval+" and "A*". */
const WORD = /[\p{L}\p{N}]+(?:\.\p{N}+)*(?:['’][\p{L}\p{N}]+)?[+*]*/gu;
const GAP = /^(?:\s{1,8}|\s?[-‐‑–/]\s?)$/;

/** @returns the tokens in order. Linear in the length of the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const found of text.matchAll(WORD)) {
    const start = found.index;
    const joined = tokens.length > 0 && start - last <= 8 && GAP.test(text.slice(last, start));
    last = start + found[0].length;
    tokens.push({ text: found[0].replace('’', "'"), start, end: last, joined });
  }
  return tokens;
}

export const wordsOf = (text: string): string[] => tokensOf(text).map((token) => token.text);

/** @returns the word without a plural or possessive ending, as the vocabulary writes it; the word itself where it has none */
export function singular(word: string): string {
  if (word.endsWith("'s")) return word.slice(0, -2);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 2 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}

/** The forms of a word under which the vocabulary may hold it: as written, in lower case, and both in the singular. */
export function formsOf(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const forms = lower === word ? [word] : [word, lower];
  const one = singular(word);
  if (one !== word) forms.push(one);
  const lowerOne = singular(lower);
  if (lowerOne !== one && lowerOne !== lower) forms.push(lowerOne);
  return forms;
}
