/** Keywords that a digest states itself: canonical where the vocabulary knows them, else kept as plain words of kind `auto`. */

import type { Candidate } from './rank.ts';
import { tokensOf } from './tokens.ts';
import { longestMatch, type TrieNode } from './trie.ts';

const MOST_KEYWORDS = 64;
const LONGEST_KEYWORD = 64;

/** @param keywords untrusted text, any number and length; reserved names such as `__proto__` are ordinary words */
export function keywordTags(trie: TrieNode, keywords: readonly string[]): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const keyword of keywords.slice(0, MOST_KEYWORDS)) {
    const text = keyword.slice(0, LONGEST_KEYWORD).toWellFormed().replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    const tokens = tokensOf(text);
    const match = longestMatch(trie, tokens, 0, () => true);
    const entry = match?.end === tokens.length ? match.pattern.entries[0] : undefined;
    const key = (entry?.name ?? text).toLowerCase();
    if (found.has(key)) continue;
    const tag = { name: entry?.name ?? text, kind: entry?.kind ?? 'auto', reason: { text, where: 'keyword' } } as const;
    found.set(key, { tag, general: entry?.general ?? false, count: 1, inTitle: false, position: 0.5 });
  }
  return [...found.values()];
}
