/** Where the vocabulary occurs in one text: leftmost-longest, with the text's own abbreviations understood. */

import { definitionsIn } from './definitions.ts';
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
  /** Short form -> what it stands for here; undefined: something that the vocabulary does not know. */
  readonly defined: ReadonlyMap<string, VocabularyEntry | undefined>;
}

export interface Read {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Longer abbreviations are names (RoBERTa): a definition of their letters does not make them another thing. */
const LONGEST_REDEFINED = 5;

const met = (pattern: Pattern, words: ReadonlySet<string>): boolean =>
  pattern.needs.length === 0 || pattern.needs.some((word) => words.has(word));

export function paperWords(trie: TrieNode, texts: readonly Read[]): PaperWords {
  const words = new Set<string>();
  for (const { tokens } of texts) for (const token of tokens) for (const form of formsOf(token.text)) words.add(form);
  const defined = new Map<string, VocabularyEntry | undefined>();
  for (const { text, tokens } of texts) {
    for (const { short, from, to } of definitionsIn(text, tokens)) {
      if (defined.get(short) !== undefined) continue;
      let entry: VocabularyEntry | undefined;
      // The longest phrase that ends where the long form ends, and begins inside it or just before it ("*multimodal* large language model (LLM)").
      for (let at = from; at < to && entry === undefined; at++) {
        const match = longestMatch(trie, tokens, at, (pattern) => met(pattern, words));
        if (match?.end === to) entry = match.pattern.entry;
      }
      if (entry !== undefined || short.length <= LONGEST_REDEFINED) defined.set(short, entry);
    }
  }
  return { words, defined };
}

/** @returns the mentions of one text, in order, none overlapping */
export function mentionsIn(trie: TrieNode, { tokens }: Read, paper: PaperWords): TagMention[] {
  const found: TagMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const match = longestMatch(trie, tokens, at, (pattern) => met(pattern, paper.words));
    const own = [token.text, singular(token.text)].find((form) => paper.defined.has(form));
    const byDefinition = own !== undefined && (match === undefined || match.end === at + 1);
    const entry = byDefinition ? paper.defined.get(own) : match?.pattern.entry;
    const end = byDefinition ? at + 1 : (match?.end ?? at + 1);
    if (entry !== undefined) found.push({ entry, start: token.start, end: tokens[end - 1]?.end ?? token.end });
    at = end;
  }
  return found;
}
