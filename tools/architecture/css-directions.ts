/** Styles that would not mirror where the interface is written from right to left: what names left or right instead of start or end. */

export interface PhysicalStyle {
  /** 1-based. */
  readonly line: number;
  readonly declaration: string;
}

const COMMENT = /\/\*[\s\S]*?\*\//g;
/** One declaration: what stands before the name (`{`, `;` or the start), the name, the value. */
const DECLARATION = /(?:^|[{;\s])(--)?([a-z-]+)\s*:\s*([^;{}]+)(?=[;}]|$)/g;

/** Properties of one side, which have a logical twin: margin-inline-start, inset-inline-end, border-start-start-radius … */
const SIDED =
  /^(?:left|right|(?:scroll-)?(?:margin|padding)-(?:left|right)|border-(?:left|right)(?:-(?:color|style|width))?|border-(?:top|bottom)-(?:left|right)-radius)$/;
/** Properties of four sides in the order top, right, bottom, left. */
const FOUR_SIDED = /^(?:scroll-)?(?:margin|padding)$|^inset$|^border-(?:color|style|width)$/;
/** Properties whose value may name a side. */
const VALUED = /^(?:text-align(?:-last)?|float|clear|justify-(?:content|items|self))$/;

/** @param css text of a style sheet. @returns declarations that name a side, outside comments */
export function physicalStyles(css: string): readonly PhysicalStyle[] {
  const bare = css.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...bare.matchAll(DECLARATION)].flatMap((match) => {
    const [whole, custom, name = '', value = ''] = match;
    if (custom || !isPhysical(name, value.trim())) return [];
    const at = match.index + whole.indexOf(name);
    return [{ line: bare.slice(0, at).split('\n').length, declaration: `${name}: ${value.trim()}` }];
  });
}

function isPhysical(name: string, value: string): boolean {
  if (SIDED.test(name)) return true;
  if (VALUED.test(name)) return /\b(?:left|right)\b/.test(value);
  const parts = partsOf(value.replace(/\s*!important$/, ''));
  if (FOUR_SIDED.test(name)) return parts.length === 4 && parts[1] !== parts[3];
  // top-left, top-right, bottom-right, bottom-left
  if (name === 'border-radius') return !corners(parts);
  return false;
}

/** Are the corners of left and right the same? */
function corners([
  topLeft,
  topRight = topLeft,
  bottomRight = topLeft,
  bottomLeft = topRight,
]: readonly string[]): boolean {
  return topLeft === topRight && bottomRight === bottomLeft;
}

/** Parts of a value; what stands in parentheses is one. */
const partsOf = (value: string): readonly string[] => value.match(/[^\s(]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?/g) ?? [];
