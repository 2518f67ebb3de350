import { type Candidate, candidates } from './candidates.ts';
import type { Link, LinkEvidence } from './link.ts';
import { mergeLinks } from './merge.ts';
import { linkOfUrl } from './of-url.ts';
import { plainText } from './plain-text.ts';
import { statusOf } from './status.ts';

const BEFORE = 200;
const AFTER = 80;
const EVIDENCE = 120;

/**
 * The links that running text gives (abstract, arXiv comments), best first, one per artefact. TeX is opened, sentence
 * punctuation cut, placeholders and unsafe addresses left out. Never throws; linear in the length of the text.
 */
export function linksIn(text: string, source: LinkEvidence['source']): readonly Link[] {
  const plain = plainText(text);
  const places = candidates(plain);
  const links = places.flatMap((place, i) => {
    const { before, after } = sentenceAround(
      plain,
      place,
      places[i - 1]?.end ?? 0,
      places[i + 1]?.start ?? plain.length,
    );
    const link = linkOfUrl(
      place.url,
      { source, text: evidenceText(before, plain.slice(place.start, place.end), after) },
      statusOf(before, after),
    );
    return link === undefined ? [] : [link];
  });
  return mergeLinks(links.map(asSaid));
}

/** The words of the same sentence before and after the address, never reaching into a neighbouring address. */
function sentenceAround(
  text: string,
  place: Candidate,
  floor: number,
  ceiling: number,
): { before: string; after: string } {
  const before = text.slice(Math.max(floor, place.start - BEFORE), place.start);
  const after = text.slice(place.end, Math.min(ceiling, place.end + AFTER));
  const starts = [...before.matchAll(/[.!?]\s+(?=[A-Z\\$*[(])|\n\s*\n/g)].at(-1);
  const stop = after.search(/[.!?](?:\s|$)|\n\s*\n/);
  return {
    before: starts === undefined ? before : before.slice(starts.index + starts[0].length),
    after: stop < 0 ? after : after.slice(0, stop),
  };
}

/** TeX commands, controls and reversing characters; the words are shown to people. */
const NOT_WORDS = /\\[a-zA-Z]+\s?|[{}\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

function evidenceText(before: string, url: string, after: string): string {
  const fold = (s: string): string => s.replace(NOT_WORDS, ' ').replace(/\s+/g, ' ');
  const lead = fold(before).trimStart().slice(-70);
  return (lead + url + fold(after)).slice(0, EVIDENCE).trim();
}

/** What a page on a host of its own is, where the words before it say so. */
function asSaid(link: Link): Link {
  if (link.kind !== 'web') return link;
  const before = link.evidence.text.split(/https?:|www\./i, 1)[0] ?? '';
  if (/\b(?:project|home|web)\s*-?(?:page|site)s?\b|\bproject\s*:/i.test(before)) return { ...link, kind: 'project' };
  const code = /\bcodes?\b|\bmodels?\b/i.test(before);
  if (!code && /\bvideos?\b[^.]{0,30}$/i.test(before)) return { ...link, kind: 'video' };
  if (!code && /\b(?:demo|playground)\b[^.]{0,40}$/i.test(before)) return { ...link, kind: 'demo' };
  return !code && DATA_AT.test(before) ? { ...link, kind: 'dataset' } : link;
}

const DATA_AT =
  /\b(?:data ?sets?|corpus|corpora|data)\b[^.]{0,50}\b(?:available|released?|found|at|here|in|on|download\w*|access\w*|link|via|visit|through)[\s:(]*$|\b(?:data ?set|data)(?: link)?:\s*$/i;
