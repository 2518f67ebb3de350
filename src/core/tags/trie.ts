/** The vocabulary as a trie of words: the longest phrase that starts at a token is found in one walk. */

import { formsOf, type Token } from './tokens.ts';
import { type Pattern, vocabularyPatterns } from './vocabulary/entries.ts';

export interface TrieNode {
  readonly next: Map<string, TrieNode>;
  /** Patterns that end here; several where the same words have different conditions. */
  readonly ends: Pattern[];
}

export interface Match {
  readonly pattern: Pattern;
  /** Index behind the last token. */
  readonly end: number;
}

export function buildTrie(patterns: readonly Pattern[]): TrieNode {
  const root: TrieNode = { next: new Map(), ends: [] };
  for (const pattern of patterns) {
    let node = root;
    for (const word of pattern.words) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map(), ends: [] };
        node.next.set(word, next);
      }
      node = next;
    }
    if (node !== root) node.ends.push(pattern);
  }
  return root;
}

let built: TrieNode | undefined;

/** The trie of the shipped vocabulary, built once: the service worker should not pay for it at start. */
export function vocabularyTrie(): TrieNode {
  built ??= buildTrie(vocabularyPatterns());
  return built;
}

/** @returns the longest pattern that starts at token `at` and that `accept` takes */
export function longestMatch(
  root: TrieNode,
  tokens: readonly Token[],
  at: number,
  accept: (pattern: Pattern) => boolean,
): Match | undefined {
  let best: Match | undefined;
  const walk = (node: TrieNode, index: number): void => {
    if (best === undefined || index > best.end) {
      const pattern = node.ends.find(accept);
      if (pattern !== undefined) best = { pattern, end: index };
    }
    const token = tokens[index];
    if (token === undefined || node.next.size === 0 || (index > at && !token.joined)) return;
    for (const form of formsOf(token.text)) {
      const next = node.next.get(form);
      if (next !== undefined) walk(next, index + 1);
    }
  };
  walk(root, at);
  return best;
}
