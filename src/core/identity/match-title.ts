import { distanceWithin } from './distance.ts';
import { fold } from './fold.ts';
import { kindOf } from './order.ts';
import type { PaperId } from './paper-id.ts';
import { disjoint, share, surnames } from './surnames.ts';
import { isStopTitle, titleChars, withoutMarkup } from './title-key.ts';

/** When two titles are one paper: the rules of RELATED.md 9, measured there and in bench/quality/title-matches. */

export interface TitleFacts {
  readonly title: string;
  /** Full names or surnames, any order, may be incomplete. */
  readonly authors?: readonly string[];
  /** Only where it is the whole number. */
  readonly authorCount?: number;
  readonly year?: number;
  readonly ids?: readonly PaperId[];
  /** The title is visibly cut ("…"). */
  readonly cut?: boolean;
}

/** `title`: the same paper. `probably`: shown as such, never merged. */
export type TitleMatch = 'title' | 'probably' | 'none';

/** From this many key characters on an exact title decides by itself. */
const LONG = 20;
/** Below this it never does. */
const SHORT = 12;
/** A cut title needs this many. */
const CUT = 40;
/** Share of the longer key that may differ. */
const FUZZY = 0.05;
const LONGEST = 1000;

/**
 * Equal keys of 20 characters or more match; of 12 to 19 they need an author, a year or an id in common; shorter ones and
 * stop titles never match. Different ids of one kind are different papers, and so are those of quite different authors: of 50
 * such pairs of 20 characters or more in the corpus, 48 were two papers ("Active Learning for Coreference Resolution").
 * Where one side names no author, years more than two apart or other author counts make it "probably". So are titles of 20
 * characters or more that differ in at most 5 % of them, have an author in common and agree in every number. A cut title
 * compares as a prefix of 40 characters or more: the caller must see that it is the only one.
 */
export function matchTitle(a: TitleFacts, b: TitleFacts): TitleMatch {
  if (a.title.length > 4 * LONGEST || b.title.length > 4 * LONGEST) return 'none';
  if (isStopTitle(a.title) || isStopTitle(b.title) || idsConflict(a.ids ?? [], b.ids ?? [])) return 'none';
  const keyA = titleChars(a.title);
  const keyB = titleChars(b.title);
  if (keyA.length > LONGEST || keyB.length > LONGEST) return 'none';
  const [whoA, whoB] = [surnames(a.authors ?? []), surnames(b.authors ?? [])];
  if (disjoint(whoA, whoB)) return 'none';
  const known = share(whoA, whoB);
  if (keyA === keyB) {
    if (keyA.length >= LONG) return known || agree(a, b) ? 'title' : 'probably';
    const confirmed = known || (a.year !== undefined && a.year === b.year) || shareId(a.ids ?? [], b.ids ?? []);
    return keyA.length >= SHORT && confirmed && (known || agree(a, b)) ? 'title' : 'none';
  }
  if (a.cut || b.cut) {
    const cut = a.cut && (!b.cut || keyA.length <= keyB.length) ? keyA : keyB;
    const whole = cut === keyA ? keyB : keyA;
    if (cut.length >= CUT && whole.startsWith(cut)) return known ? 'title' : 'probably';
    return 'none';
  }
  const most = Math.floor(FUZZY * Math.max(keyA.length, keyB.length));
  if (!known || Math.min(keyA.length, keyB.length) < LONG || most < 1) return 'none';
  if (distanceWithin(keyA, keyB, most) === undefined || numbers(a.title) !== numbers(b.title)) return 'none';
  return opposed(a.title, b.title) ? 'none' : 'probably';
}

/** What both sides know besides the title does not speak against them. A preprint and its publication may be two years apart. */
const agree = (a: TitleFacts, b: TitleFacts): boolean =>
  (a.year === undefined || b.year === undefined || Math.abs(a.year - b.year) <= 2) &&
  (a.authorCount === undefined || b.authorCount === undefined || a.authorCount === b.authorCount);

/** Preprint servers' DOIs stand beside the publisher's DOI of the same work. */
const PREPRINT = /^doi:10\.(?:1101|64898|2139|31234|31235|20944|21203|36227|26434|48550|5281)\//;

/** True where both have ids of one kind and none of that kind in common: two works, whatever their titles. */
export function idsConflict(a: readonly PaperId[], b: readonly PaperId[]): boolean {
  const comparable = (ids: readonly PaperId[]): readonly PaperId[] => ids.filter((id) => !PREPRINT.test(id));
  const [left, right] = [comparable(a), comparable(b)];
  if (shareId(left, right)) return false;
  return left.some((id) => right.some((other) => kindOf(id) === kindOf(other)));
}

const shareId = (a: readonly PaperId[], b: readonly PaperId[]): boolean => a.some((id) => b.includes(id));

const words = (title: string): readonly string[] =>
  fold(withoutMarkup(title))
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((w) => w !== '');

const NUMBER =
  /\d|^(?:[ivx]{1,5}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/;

/** Every digit, roman or written number and part letter, in order: "… Algorithm II" is not "… Algorithm III". */
const numbers = (title: string): string =>
  words(title)
    .filter((w) => NUMBER.test(w))
    .join(' ');

const PREFIX = /^(?:un|non|in|im|ir|il|a|an|anti|dis|de|re|multi|semi|self|sub|super|bi|co|pre|post|inter|intra)$/;

/** One word differs by a prefix that turns its sense: "supervised" and "unsupervised", "symmetric" and "asymmetric". */
function opposed(a: string, b: string): boolean {
  const [left, right] = [new Set(words(a)), new Set(words(b))];
  const turned = (from: ReadonlySet<string>, to: ReadonlySet<string>): boolean =>
    [...from].some(
      (w) =>
        !to.has(w) &&
        [...to].some((v) => !from.has(v) && v.endsWith(w) && w.length > 3 && PREFIX.test(v.slice(0, -w.length))),
    );
  return turned(left, right) || turned(right, left);
}
