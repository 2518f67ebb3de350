/** The name a paper gives its own system, benchmark or model: "DLER" of "DLER: Doing Length pEnalty Right". */

import type { TagKind } from './tag.ts';

export interface OwnName {
  readonly name: string;
  readonly kind: TagKind;
  readonly where: 'title' | 'abstract';
}

const LONGEST = 32;
/** One word with two large letters, or a large letter and a digit: "LearNAT", "Vision-R1", "3DGS-HPC", "Chart-to-Experience". */
const NAME_WORD =
  /^(?=[^\s]*\p{Lu}[^\s]*[\p{Lu}\p{N}]|[^\s]*\p{N}[^\s]*\p{Lu})[\p{L}\p{N}][\p{L}\p{N}+.-]*[\p{L}\p{N}+]$/u;
const CAPITALISED = /^[\p{Lu}\p{N}][\p{L}\p{N}-]*$/u;
/** First words of a heading rather than of a name. */
const HEADING =
  /^(?:Part|Chapter|Beyond|Towards?|From|On|The|A|An|Learning|Understanding|Revisiting|Rethinking|Is|Are|Can|Do|Does|What|When|Why|How)\b/;
const PROPOSES =
  /\b(?:propose|introduce|present|develop|release|dubbed|called|termed|named|coined|call|term|dub|name)\s+(?:it\s+|(?:\p{Ll}+\s+){0,3})?([^\s,;:()]{2,32})(?=[\s,;:.(])/gu;
const PROPOSES_LONG = /\b(?:propose|introduce|present|develop|call|dub)\b[^.;()]{0,160}\(([^\s()]{2,20})\)/gu;

const BENCH_TITLE = /\b(?:benchmark|benchmarking|dataset|data set|corpus|challenge|testbed|leaderboard|bench)\b/i;
const MODEL_TITLE =
  /\b(?:technical report|foundation model|language models? for|open (?:language )?models?|model card|pretrained (?:\S+ )?model)\b/i;

const plain = (name: string): string => name.replace(/[.,;:]+$/, '');

const kindOf = (name: string, rest: string): TagKind =>
  /bench\d*$/i.test(name) || BENCH_TITLE.test(rest) ? 'bench' : MODEL_TITLE.test(rest) ? 'model' : 'method';

const occurrences = (text: string, name: string): number => text.split(name).length - 1;

function ofTitle(title: string, abstract: string): string | undefined {
  const [, head = ''] = /^\s*(.{2,40}?)\s*(?::|\s(?:--|[–—])\s)/u.exec(title) ?? [];
  if (head === '' || head.length > LONGEST || HEADING.test(head)) return undefined;
  if (NAME_WORD.test(head)) return head;
  const words = head.split(' ');
  const isName = words.length <= 3 && words.every((word) => CAPITALISED.test(word)) && abstract.includes(head);
  return isName ? head : undefined;
}

function ofAbstract(abstract: string, pattern: RegExp): string | undefined {
  for (const found of abstract.matchAll(pattern)) {
    const name = plain(found[1] ?? '');
    if (NAME_WORD.test(name) && occurrences(abstract, name) >= 2) return name;
  }
  return undefined;
}

/** @returns the paper's own name where it clearly has one. Bounded patterns: linear in the length of the text. */
export function ownName(title: string, abstract: string): OwnName | undefined {
  const rest = title.slice(title.indexOf(':') + 1);
  const titled = ofTitle(title, abstract);
  if (titled !== undefined) return { name: titled, kind: kindOf(titled, rest), where: 'title' };
  const name = ofAbstract(abstract, PROPOSES_LONG) ?? ofAbstract(abstract, PROPOSES);
  return name === undefined ? undefined : { name, kind: kindOf(name, title), where: 'abstract' };
}
