/**
 * One text from two that grew apart: what both have once, what either has as well, in their order. Nothing of either is left out;
 * a person reads it before it replaces anything. Lines first; lines that differ are taken apart into sentences.
 */

/** Cells of the comparison's table. Longer texts are put one below the other. */
const MOST = 4_000_000;

/** @param a written first, so that its parts stand first where both say something else */
export function mergeTexts(a: string, b: string): string {
  if (a === b || b.trim() === '') return a;
  if (a.trim() === '') return b;
  if (a.includes(b)) return a;
  if (b.includes(a)) return b;
  const lines = union(a.split('\n'), b.split('\n'), mergeLines);
  return lines === undefined ? bothTexts(a, b) : lines.join('\n').trim();
}

/** Lines that stand at the same place: one line from two that share a sentence, else all of them. */
function mergeLines(left: readonly string[], right: readonly string[]): readonly string[] {
  const [one = '', other = ''] = [left[0], right[0]];
  if (left.length > 1 || right.length > 1) return [...left, ...right];
  const known = new Set(sentences(one).map((part) => part.trim()));
  if (!sentences(other).some((part) => known.has(part.trim()))) return [one, other];
  return [
    union(sentences(one), sentences(other), (x, y) => [...x, ...y])
      ?.join('')
      .trimEnd() ?? `${one}\n${other}`,
  ];
}

/** Both, one below the other, with a line between them. */
export const bothTexts = (...texts: readonly string[]): string => texts.map((text) => text.trim()).join('\n\n---\n\n');

/** A piece of a text, and whether it is missing in at least one of the others. */
export interface Part {
  readonly text: string;
  readonly own: boolean;
}

/** The text in lines and sentences, to show what only some of several texts have. All parts together are the text. */
export function partsOf(text: string, others: readonly string[]): readonly Part[] {
  const known = others.map((other) => new Set(pieces(other).map((piece) => piece.trim())));
  return pieces(text).map((piece) => {
    const bare = piece.trim();
    return { text: piece, own: bare !== '' && known.some((set) => !set.has(bare)) };
  });
}

/** Sentences and line ends, with every sign of the text. */
const pieces = (text: string): readonly string[] =>
  text.split(/(\n)/).flatMap((line) => line.match(/[^.!?…]*(?:[.!?…]+["”')\]*_~`]*\s*|$)/g)?.filter(Boolean) ?? []);

/** Sentences with the blanks that follow them; the last one gets one, so that another can follow. */
const sentences = (text: string): readonly string[] =>
  (text.match(/[^.!?…]*(?:[.!?…]+["”')\]*_~`]*\s*|$)/g) ?? [])
    .filter((part) => part !== '')
    .map((part) => (/\s$/.test(part) ? part : `${part} `));

/**
 * Common parts once, the others in place. @param gap what becomes of a stretch where both have something of their own
 * @returns undefined where the texts are too long to compare
 */
function union(
  a: readonly string[],
  b: readonly string[],
  gap: (a: readonly string[], b: readonly string[]) => readonly string[],
): readonly string[] | undefined {
  const width = b.length + 1;
  if ((a.length + 1) * width > MOST) return undefined;
  const same = (i: number, k: number): boolean => a[i]?.trim() === b[k]?.trim();
  // Length of the longest common sequence of what follows each pair of places (Hirschberg 1975 has the recurrence).
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, k: number): number => common[i * width + k] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let k = b.length - 1; k >= 0; k -= 1)
      common[i * width + k] = same(i, k) ? at(i + 1, k + 1) + 1 : Math.max(at(i + 1, k), at(i, k + 1));
  const out: string[] = [];
  let [left, right]: [string[], string[]] = [[], []];
  const close = (): void => {
    out.push(...(left.length > 0 && right.length > 0 ? gap(left, right) : [...left, ...right]));
    [left, right] = [[], []];
  };
  let [i, k] = [0, 0];
  while (i < a.length || k < b.length) {
    if (i < a.length && k < b.length && same(i, k)) {
      close();
      out.push(a[i] ?? '');
      i += 1;
      k += 1;
    } else if (k >= b.length || (i < a.length && at(i + 1, k) >= at(i, k + 1))) {
      left.push(a[i] ?? '');
      i += 1;
    } else {
      right.push(b[k] ?? '');
      k += 1;
    }
  }
  close();
  return out;
}
