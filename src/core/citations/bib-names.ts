/** Names in BibTeX's author fields, still as TeX: parted outside of braces only. */

export interface TexName {
  /** The pieces between its commas: one, or family, perhaps suffix, and given names. */
  readonly parts: readonly string[];
  /** All of it in braces: a group's name. */
  readonly isGroup: boolean;
}

/** More are not read: no paper has so many. */
const MOST_NAMES = 20_000;

/** "Lovelace, Ada and {The Team} and others". */
export const texNames = (author: string): readonly TexName[] =>
  parted(author, 'and')
    .slice(0, MOST_NAMES)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(texName);

function texName(name: string): TexName {
  const inner = inBraces(name);
  if (inner !== undefined) return { parts: [inner], isGroup: true };
  const parts = parted(name, ',').map((part) => part.trim());
  const labelled = labelledParts(parts);
  if (labelled !== undefined) return { parts: labelled, isGroup: false };
  // "José {García Márquez}": the braces hold the family name together; "van {der Berg}" is all family
  const tail = parts.length === 1 ? /^(?!\{?\p{Ll})(.*\S)\s+(\{.*\s.*\})$/su.exec(parts[0] ?? '') : null;
  const family = tail?.[2] === undefined ? undefined : inBraces(tail[2]);
  return { parts: family === undefined ? parts : [family, tail?.[1] ?? ''], isGroup: false };
}

/** BibLaTeX's extended form: "family=Beethoven, given=Ludwig, prefix=van". */
function labelledParts(parts: readonly string[]): readonly string[] | undefined {
  const found = new Map<string, string>();
  for (const part of parts) {
    const [, label, value] =
      /^"?(family|given|prefix|suffix|given-i|family-i|useprefix|id)"?\s*=\s*(.*?)"?$/s.exec(part) ?? [];
    if (label === undefined || value === undefined) return undefined;
    found.set(label, value);
  }
  const family = found.get('family');
  if (family === undefined) return undefined;
  const prefix = found.get('prefix');
  return [prefix === undefined ? family : `${prefix} ${family}`, found.get('suffix'), found.get('given')].filter(
    (part) => part !== undefined,
  );
}

/** What stands in the braces, where they open at the first character and close at the last. */
function inBraces(text: string): string | undefined {
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0 && at < text.length - 1) return undefined;
  }
  return depth === 0 ? text.slice(1, -1) : undefined;
}

/** Parts a text at every comma, or word "and", outside of braces. */
function parted(text: string, at: 'and' | ','): readonly string[] {
  const parts: string[] = [];
  const form = at === ',' ? /[{},]/g : /[{}]|\sand(?=\s)/gi;
  let depth = 0;
  let from = 0;
  for (const { 0: found, index } of text.matchAll(form)) {
    if (found === '{') depth++;
    else if (found === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(text.slice(from, index));
      from = index + found.length;
    }
  }
  return [...parts, text.slice(from)];
}
