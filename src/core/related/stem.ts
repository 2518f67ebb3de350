/** A light stemmer that only undoes the plural: as good as Porter's for finding close papers, and never shown to anyone. */

/** @param word folded to lower-case letters and digits @returns the singular where the ending is surely a plural */
export function stem(word: string): string {
  const n = word.length;
  if (n < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies') && n > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
