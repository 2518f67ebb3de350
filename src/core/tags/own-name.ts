/** The names a paper gives its own system, benchmark or model: "DLER" of "DLER: Doing Length pEnalty Right". */

import type { TagKind } from './tag.ts';

export interface OwnName {
  readonly name: string;
  readonly kind: TagKind;
  readonly where: 'title' | 'abstract';
}

const MOST_NAMES = 2;
const LONGEST = 32;
/** One word with two large letters, or a large letter and a digit: "LearNAT", "Vision-R1", "3DGS-HPC", "Chart-to-Experience". */
const NAME_WORD = /^(?=\S*\p{Lu}\S*[\p{Lu}\p{N}]|\S*\p{N}\S*\p{Lu})[\p{L}\p{N}][\p{L}\p{N}+.-]*[\p{L}\p{N}+]$/u;
const CAPITALISED = /^[\p{Lu}\p{N}][\p{L}\p{N}-]*$/u;
/** First words of a heading rather than of a name. */
const HEADING =
  /^(?:Part|Chapter|Beyond|Towards?|From|On|The|A|An|Learning|Understanding|Revisiting|Rethinking|Is|Are|Can|Do|Does|What|When|Why|How)\b/;

/** Words that name: "dubbed OTA", "a framework called MBRCSL". */
const NAMED =
  /\b(?:dubbed|called|termed|named|coined|namely|dub|call(?: it)?|term it|name it)\s+(?:as\s+)?([^\s,;:()]{2,32})/gu;
/** "we propose SEQUOIA", "we introduce a novel DLER". */
const PROPOSED =
  /\b(?:propose|introduce|present|develop|release|derive|design|devise|build|create)s?\s+(?:(?:an?|the|our|novel|new|simple|first)\s+){0,3}([^\s,;:()]{2,32})(?=[\s,:.(])/gu;
/** "we introduce a new RL algorithm, SQIRL, that". */
const APPOSED =
  /\b(?:propose|introduce|present|develop|release|derive|design|devise|build|create)s?\s[^.,;:()]{1,60},\s([^\s,;:()]{2,32})(?=[\s,:.(])/gu;
/** "we propose a hybrid preference optimization (HyPO)": in brackets after the long form. */
const BRACKETED =
  /\b(?:propose|introduce|present|develop|derive|design|devise|build|create|dub|dubbed|called|call|termed|name|named)s?\b([^.;()]{0,160})\(([^\s()]{2,20})\)/gu;
/** A long form in large letters names a thing even where the short form is not used again, unless a preposition shows that it is the subject. */
const TITLE_CASE_END =
  /^(?:(?!\b(?:of|on|for|in|into|with|using|by|from|to|based|about)\b)[^\p{Lu}])*(?:\p{Lu}[\p{L}-]+ (?:(?:of|for|and|with|from|in|by|the|via|to) )?){2,8}$/u;
/** "HyPO", "A2PR", "DR-RPO": not the letters of any common term. */
const UNCOMMON = /\p{Ll}|\p{N}|-/u;
/** "LLM-based", "Local-Global", "LLMs": written like names, but only words. */
const ORDINARY =
  /-(?:\p{Ll}+(?:ed|en|ing|level|aware|wise|free|specific|style|like))$|^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)+$|\p{Lu}s$|^So?TA$/u;

const BENCH_TITLE = /\b(?:benchmark|benchmarking|dataset|data set|corpus|challenge|testbed|leaderboard|bench)\b/i;
const MODEL_TITLE =
  /\b(?:technical report|foundation model|language models? for|open (?:language )?models?|model card|pretrained (?:\S+ )?model)\b/i;

const kindOf = (name: string, rest: string): TagKind => {
  if (/bench\d*$/i.test(name) || BENCH_TITLE.test(rest)) return 'bench';
  return MODEL_TITLE.test(rest) ? 'model' : 'method';
};

const isRepeated = (text: string, name: string): boolean => text.indexOf(name) !== text.lastIndexOf(name);

function ofTitle(title: string, abstract: string): string | undefined {
  const [, head = ''] = /^(.{2,40}?)\s*(?::|\s(?:--|[–—])\s)/u.exec(title.trimStart().slice(0, 60)) ?? [];
  if (head === '' || head.length > LONGEST || HEADING.test(head)) return undefined;
  if (NAME_WORD.test(head)) return head;
  const words = head.split(' ');
  const isName = words.length <= 3 && words.every((word) => CAPITALISED.test(word)) && abstract.includes(head);
  return isName ? head : undefined;
}

function* ofAbstract(abstract: string): Generator<string> {
  const isName = (name: string): boolean => name.length > 2 && NAME_WORD.test(name) && !ORDINARY.test(name);
  for (const [, long = '', short = ''] of abstract.matchAll(BRACKETED)) {
    const introduced = TITLE_CASE_END.test(long) || (UNCOMMON.test(short) && isRepeated(abstract, short));
    if (introduced && isName(short)) yield short;
  }
  for (const pattern of [NAMED, PROPOSED, APPOSED]) {
    for (const found of abstract.matchAll(pattern)) {
      const name = (found[1] ?? '').replace(/[.,;:]+$/, '');
      if (isName(name) && isRepeated(abstract, name)) yield name;
    }
  }
}

/**
 * @param isKnown whether a name is that of a known thing: "CLIP: …" is about CLIP, it does not name something new
 * @returns the paper's own names where it clearly has some, that of the title first. Bounded patterns: linear in the length of the text.
 */
export function ownNames(title: string, abstract: string, isKnown: (name: string) => boolean): readonly OwnName[] {
  const names = new Map<string, OwnName>();
  const titled = ofTitle(title, abstract);
  if (titled !== undefined && !isKnown(titled)) {
    const rest = title.slice(title.indexOf(titled) + titled.length);
    names.set(titled, { name: titled, kind: kindOf(titled, rest), where: 'title' });
  }
  for (const name of ofAbstract(abstract)) {
    if (names.size >= MOST_NAMES) break;
    // "DLER" and "DA-DLER" are one family: the name in the title is enough.
    if (isKnown(name) || (titled !== undefined && (name.includes(titled) || titled.includes(name)))) continue;
    names.set(name, { name, kind: kindOf(name, title), where: 'abstract' });
  }
  return [...names.values()];
}
