/** Notes written as HTML (Zotero's) as lines of text. Nothing is built of it: tags are cut out, in one pass. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};
/** What ends a line, what begins one, and what is left out with all that is in it. */
const TAG = /<!--[\s\S]*?(?:-->|$)|<\/?([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi;
const HIDDEN = /<(script|style|template)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const LINES: ReadonlySet<string> = new Set([
  'br',
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'tr',
  'table',
  'hr',
]);

/** Lists get dashes; an angle bracket that is no tag stays. */
export function htmlText(html: string): string {
  const text = html
    .replace(HIDDEN, '')
    .replace(/\s+/g, ' ')
    .replace(TAG, (tag: string, name: string | undefined) => {
      const lower = (name ?? '').toLowerCase();
      if (lower === 'li') return tag.startsWith('</') ? '' : '\n- ';
      if (lower === 'td' || lower === 'th') return ' ';
      return LINES.has(lower) ? '\n' : '';
    })
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
      (whole: string, ten?: string, hex?: string, name?: string) => {
        if (name !== undefined) return (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) ?? whole;
        const code = ten === undefined ? Number.parseInt(hex ?? '', 16) : Number(ten);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
