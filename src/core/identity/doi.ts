import { aclOf } from './acl-id.ts';
import { arxivOf } from './arxiv-id.ts';
import type { PaperId } from './paper-id.ts';

/** DOIs: ISO 26324 syntax as SITES.md 1 narrows it, compared without case, trimmed of the prose around them. */

/** Longest DOI taken; the longest SICI ones in use have about 90 characters. */
const LONGEST = 400;
const SHAPE = /^10\.\d{4,9}(?:\.\d{1,9}){0,4}\/\S/;
/** No spaces, controls, bidi marks, general punctuation or surrogates: no DOI needs them, and all may be a trap. */
const LETTERS = /^[\x21-\x7e\u00a1-\u00ac\u00ae-\u0600\u0620-\u1fff\u2c00-\ud7ff]+$/;
const TRAILING = '.,;:!?\'"…’”»';
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/**
 * A bare DOI, perhaps with punctuation after it. arXiv's and the ACL Anthology's own DOIs give the id they stand for;
 * bioRxiv and medRxiv lose their version.
 */
export function doiOf(text: string): PaperId | undefined {
  if (text.length > 2 * LONGEST) return undefined;
  // A DOI may hold a real "%41": percent signs are decoded only where the slash itself is encoded.
  const decoded = /^10\.[\d.]{4,40}%2f/i.test(text) ? decode(text) : text;
  const plain = decoded
    .replace(/&(?:amp;)*lt;/gi, '<')
    .replace(/&(?:amp;)*gt;/gi, '>')
    .replace(/&(?:amp;)+/gi, '&');
  const doi = trimDoi(plain.replace(/[A-Z]+/g, (s) => s.toLowerCase()));
  if (!SHAPE.test(doi) || !LETTERS.test(doi) || doi.length > LONGEST) return undefined;
  const suffix = doi.slice(doi.indexOf('/') + 1);
  // A URL cannot say these two; no DOI has them.
  if (suffix.split('/').some((s) => s === '.' || s === '..')) return undefined;
  if (doi.startsWith('10.48550/arxiv.')) return arxivOf(suffix.slice('arxiv.'.length)) ?? (`doi:${doi}` as PaperId); // shape checked
  if (/^10\.(?:18653|3115)\/v1\//.test(doi)) return aclOf(suffix.slice('v1/'.length)) ?? (`doi:${doi}` as PaperId); // shape checked
  return `doi:${withoutPreprintVersion(doi)}` as PaperId; // shape checked
}

/** `10.1101/696633v2.full.pdf` -> `10.1101/696633`; 10.64898 is the registrant of openRxiv since 2025-12. */
const withoutPreprintVersion = (doi: string): string =>
  /^10\.(?:1101|64898)\/(?:\d{4}\.\d{2}\.\d{2}\.)?\d{4,10}(?=$|v\d|\.(?:full|abstract))/.exec(doi)?.[0] ?? doi;

function trimDoi(text: string): string {
  let end = text.length;
  for (; end > 0; end--) {
    const last = text.charAt(end - 1);
    const opening = OPENING[last];
    if (opening === undefined ? !TRAILING.includes(last) : isBalanced(text.slice(0, end), opening, last)) break;
  }
  return text.slice(0, end);
}

function isBalanced(text: string, opening: string, closing: string): boolean {
  return text.split(opening).length >= text.split(closing).length;
}

/** Percent-decoding that leaves broken input as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
