import { aclOf } from './acl-id.ts';
import { arxivOf } from './arxiv-id.ts';
import { doiOf } from './doi.ts';
import { sortIds } from './order.ts';
import { pmcidOf, pmidOf, s2corpusOf } from './other-ids.ts';
import type { PaperId } from './paper-id.ts';
import { idsInUrl } from './urls.ts';

/**
 * Ids in free text. Each pass takes what it found out of the text, so that no later grammar reads a piece of it: URLs first,
 * then DOIs ("a source of false positives for arXiv ids", arXiv/arxiv-base, arxiv/base/urls/links.py), then the rest.
 * Every form is bounded and begins with letters or digits that must match: time is linear in the text.
 */
type Pass = readonly [form: RegExp, read: (match: string) => PaperId | undefined];

const lastWord = (s: string): string => /[^\s:]*$/.exec(s)?.[0] ?? '';

const PASSES: readonly Pass[] = [
  [/\bhttps?:\/\/[^\s"'`<>\\^{}|]{4,2000}/gi, (s) => idsInUrl(s.replace(/[.,;:!?)\]…’”]+$/, ''))[0] ?? idsInUrl(s)[0]],
  [
    /(?<![\w.@/-])(?:www\.)?(?:arxiv\.org|doi\.org|dx\.doi\.org|aclanthology\.org|openreview\.net|huggingface\.co|hf\.co)\/[^\s"'`<>\\^{}|]{4,400}/gi,
    (s) => idsInUrl(`https://${s.replace(/[.,;:!?)\]…’”]+$/, '')}`)[0],
  ],
  [/(?<![\d.])10\.\d{4,9}(?:\.\d{1,9}){0,4}(?:\/|%2f)[^\s"`|\\^]{1,400}/gi, doiOf],
  // the guard (?<![\d=.]) is arXiv's own; a bare number with four digits after the point is more often a measurement
  [/\barxiv\s{0,3}[:.]\s{0,3}\d{4}\.\d{4,5}(?:v\d{1,6})?(?!\d|\.\d)/gi, (s) => arxivOf(/\d.*$/.exec(s)?.[0] ?? '')],
  [/(?<![\w=.\-/$€£])\d{4}\.\d{5}(?:v\d{1,6})?(?![\w%]|\.\d)/gi, arxivOf],
  [/(?<![\w=.\-/])[a-z]{2,9}(?:-[a-z]{2,5})?(?:\.[a-z-]{2,20})?\/\d{7}(?:v\d{1,6})?(?!\w)/gi, arxivOf],
  [/(?<![\w.-])\d{4}\.[a-z0-9]{2,40}-[a-z0-9]{1,40}\.\d{1,6}(?![\w-])/gi, aclOf],
  [/\bPMID\s{0,3}:?\s{0,3}\d{1,8}(?!\w)/g, (s) => pmidOf(lastWord(s))],
  [/(?<![\w])PMC\d{2,9}(?!\w)/g, pmcidOf],
  [/\bCorpusI[dD]\s{0,3}:\s{0,3}\d{1,12}(?!\w)/g, (s) => s2corpusOf(lastWord(s))],
];

/** All ids that the text names, in canonical order, without duplicates. Never throws. */
export function idsInText(text: string): readonly PaperId[] {
  const found: PaperId[] = [];
  let rest = text;
  for (const [form, read] of PASSES)
    rest = rest.replace(form, (match) => {
      const id = read(match);
      if (id === undefined) return match;
      found.push(id);
      return ' ';
    });
  return sortIds(found);
}
