/** Where the vocabulary occurs in one text: leftmost-longest, with the text's own abbreviations understood. */

import { type Definition, definitionsIn } from './definitions.ts';
import { formsOf, singular, type Token } from './tokens.ts';
import { longestMatch, type TrieNode } from './trie.ts';
import type { Pattern, VocabularyEntry } from './vocabulary/entries.ts';

export interface TagMention {
  readonly entry: VocabularyEntry;
  readonly start: number;
  readonly end: number;
}

/** What holds for all texts of one paper: its words, for conditions, and its own abbreviations. */
export interface PaperWords {
  readonly words: ReadonlySet<string>;
  /** Short form -> what it stands for here; empty: something that the vocabulary does not know. */
  readonly defined: ReadonlyMap<string, readonly VocabularyEntry[]>;
}

export interface Read {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Longer abbreviations are names (RoBERTa): a definition of their letters does not make them another thing. */
const LONGEST_REDEFINED = 5;
/** Words that the long form may have before the part that the letters explain: "*proximal* policy optimization (PPO)". */
const LONG_FORM_REACH = 3;

const met = (pattern: Pattern, words: ReadonlySet<string>): boolean =>
  pattern.needs.length === 0 || pattern.needs.some((word) => words.has(word));

const anyOf = (): boolean => true;

/** What the short form means in this paper; undefined where the definition says nothing new. */
function meaning(trie: TrieNode, tokens: readonly Token[], d: Definition): readonly VocabularyEntry[] | undefined {
  for (let at = Math.max(0, d.from - LONG_FORM_REACH); at <= d.from; at++) {
    const match = longestMatch(trie, tokens, at, anyOf);
    if (match?.end === d.to) return match.pattern.entries;
  }
  if (d.short.length > LONGEST_REDEFINED) return undefined;
  // "supervised fune-tuning (SFT)": mostly the words of what we know by these letters, so no other thing.
  const known = longestMatch(trie, tokens, d.to, anyOf)?.pattern;
  const long = tokens.slice(d.from, d.to).map((token) => singular(token.text.toLowerCase()));
  const alike = long.filter((word) => known?.entries.some((entry) => entry.vocabulary.has(word))).length;
  return alike * 2 >= long.length ? undefined : [];
}

export function paperWords(trie: TrieNode, texts: readonly Read[]): PaperWords {
  const words = new Set<string>();
  for (const { tokens } of texts) for (const token of tokens) for (const form of formsOf(token.text)) words.add(form);
  const defined = new Map<string, readonly VocabularyEntry[]>();
  for (const { text, tokens } of texts) {
    for (const definition of definitionsIn(text, tokens)) {
      const entries = meaning(trie, tokens, definition);
      if (entries !== undefined && !defined.get(definition.short)?.length) defined.set(definition.short, entries);
    }
  }
  return { words, defined };
}

/** @returns the mentions of one text, in order; only phrases that stand for several entries give several at one place */
export function mentionsIn(trie: TrieNode, { tokens }: Read, paper: PaperWords): TagMention[] {
  const found: TagMention[] = [];
  const accept = (pattern: Pattern): boolean => met(pattern, paper.words);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const match = longestMatch(trie, tokens, at, accept);
    const own = [token.text, singular(token.text)].find((form) => paper.defined.has(form));
    const byDefinition = own !== undefined && (match === undefined || match.end === at + 1);
    const entries = (byDefinition ? paper.defined.get(own) : match?.pattern.entries) ?? [];
    const end = byDefinition ? at + 1 : (match?.end ?? at + 1);
    for (const entry of entries) found.push({ entry, start: token.start, end: tokens[end - 1]?.end ?? token.end });
    at = end;
  }
  return found;
}
