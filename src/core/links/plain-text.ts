/**
 * Text as a URL reader wants it: TeX link commands opened, escapes undone, and the few broken spellings repaired that
 * occur in real abstracts (DIGESTS.md 3, RELATED.md 8). Only http and https are ever repaired, and only before a name.
 */

// Every quantifier below is bounded or runs over one character class, so that hostile text costs linear time.
const RULES: readonly (readonly [RegExp, string])[] = [
  // \href{url}{text}: the address, then its words; \url{url}, \texttt{url}
  [/\\href\s{0,4}\{\s{0,8}([^{}\s]{1,2048})\s{0,8}\}\s{0,4}\{/g, ' $1 {'],
  [/\\(?:url|path|nolinkurl|texttt|textit|emph)\s{0,4}\{/g, ' {'],
  [/\\([_%&#$~-])(?:\{\})?/g, '$1'],
  [/\$\s?\\(?:sim|tilde)\s?\$|\\textasciitilde(?:\{\})?/g, '~'],
  [/&amp;/g, '&'],
  // "https: //host", "https:/host", "https//host", "http ://host"
  [/\b(https?)[ \t]{0,2}(?::[ \t\n]{0,8}\/{1,2}|\/\/)[ \t\n]{0,4}(?=[A-Za-z0-9-]{1,63}\.[A-Za-z0-9])/gi, '$1://'],
  // "https://https://host"
  [/\b(?:https?:\/\/){2,9}/gi, 'https://'],
  // a line end inside a host: before "github.io"
  [/(https?:\/\/[\w-]{1,63}\.)[ \t]{0,4}\n[ \t]{0,8}(?=git(?:hub|lab)\.io)/gi, '$1'],
  // "github.com/ owner/repo", "github.com /owner/repo"
  [/\b(github\.com|gitlab\.com|huggingface\.co)[ \t\n]{0,2}\/[ \t\n]{1,2}(?=[\w-]{1,40}\/[\w.-]{1,100})/gi, '$1/'],
  [/\b((?:github|gitlab)\.com)[ \t]\/(?=[\w-]{1,40}\/[\w.-]{1,100})/gi, '$1/'],
  // "github.com/owner/ repo." where the next word can be no English word: a digit, "-", "_" or a capital inside
  [
    /\b((?:github|gitlab)\.com\/[\w-]{1,40}\/)[ \t\n](?=[A-Za-z][a-z]{0,40}[-_0-9A-Z][\w-]{0,60}(?:[.,;)\s]|$))/gi,
    '$1',
  ],
];

const CUT = /[-_](?:[ \t]{0,4}\n[ \t]{0,8}|[ \t])(?=\w)/g;
const ADDRESS_SO_FAR = /(?:https?:\/\/|(?:github|gitlab)\.com\/|huggingface\.co\/)[^\s{}<>"]*$/i;
const NAME_SO_FAR = /(?:(?:github|gitlab)\.com|huggingface\.co)\/[\w./-]*$/i;
const WORD = /^(?:and|or|we|the|with|for|is|are|in|on|to|by|a|an|it|this|our|where|which|as|code)\b/i;
const PAGES = /^[\w-]{1,63}\.git(?:hub|lab)\.io\b/i;

/**
 * A name cut at "-" or "_": by a line end in any address, by a blank only in the name of a repository ("owner/E- LDA")
 * or before "….github.io". Joining after "/" is wrong more often than right.
 */
function joinedNames(text: string): string {
  return text.replace(CUT, (cut: string, at: number) => {
    const before = text.slice(blankBefore(text, at), at + 1);
    const after = text.slice(at + cut.length, at + cut.length + 80);
    const joins = cut.includes('\n')
      ? ADDRESS_SO_FAR.test(before)
      : (NAME_SO_FAR.test(before) && !WORD.test(after)) || (/https?:\/\/[\w-]*$/i.test(before) && PAGES.test(after));
    return joins ? (cut[0] ?? '') : cut;
  });
}

/** Where the run of characters without a blank begins, at most 200 back. */
function blankBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 200 && !/\s/.test(text[start - 1] ?? ' ')) start--;
  return start;
}

/** @param text an abstract or remark in any TeX or plain spelling */
export function plainText(text: string): string {
  // Most texts hold no address at all: one cheap look saves a dozen passes.
  if (!/https?|www\.|\.(?:com|org|io|co|science|net)\b/i.test(text)) return text;
  return joinedNames(RULES.reduce((out, [from, to]) => out.replace(from, to), text));
}
