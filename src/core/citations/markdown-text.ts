/** Strangers' text in a Markdown note: words, and formulas that Obsidian sets; no link, image, tag, HTML or heading of its own. */

/** Formulas as Pandoc finds them (tex_math_dollars). */
const MATH = /\$(?=\S)((?:\\[^\n]|[^$\\\n]){1,400}?)(?<=\S)\$(?!\d)/g;

/** @param text one line */
export function markdownText(text: string): string {
  let done = 0;
  let out = '';
  if (text.includes('$')) {
    for (const match of text.matchAll(MATH)) {
      // a formula holds no HTML, link or comment; MathJax in Obsidian runs no command that reads files
      if (/[<>[\]`%]|\\(?:href|url|html|class|style|include|require|unicode)/i.test(match[0])) continue;
      out += `${escaped(text.slice(done, match.index))}${match[0]}`;
      done = match.index + match[0].length;
    }
  }
  out += escaped(text.slice(done));
  // at the beginning of a line a list, rule, quote, code or numbered item
  return out.replace(/^([-+=~>]|#{1,6}(?=\s|$)|\d{1,9}(?=[.)]))/, (sign) =>
    /\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
  );
}

const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<$]|==|%%|~~/g, (sign) => [...sign].map((c) => `\\${c}`).join(''))
    // entities, tags (`C#` is none) and block names
    .replace(/&(?=#?\w{1,32};)|(?<!\S)[#^](?=\S)/g, '\\$&');
