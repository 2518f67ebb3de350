/** Topics of a paper from its own words: tasks, methods, benchmarks, models and fields of a hand-kept vocabulary. */

import { categoryTags } from './category-tags.ts';
import { keywordTags } from './keyword-tags.ts';
import { mentionsIn, paperWords, type Read, type TagMention } from './mentions.ts';
import { ownNames } from './own-name.ts';
import { onlyInPassing } from './passing.ts';
import { type Candidate, ranked } from './rank.ts';
import type { Tag } from './tag.ts';
import type { TextFacts } from './text-facts.ts';
import { tokensOf } from './tokens.ts';
import { longestMatch, type TrieNode, vocabularyTrie } from './trie.ts';

type Where = NonNullable<Tag['reason']>['where'];

/** More than any real abstract; what follows is not read, so a hostile text costs no more. */
const MOST_TEXT = { title: 2_000, abstract: 20_000, remark: 2_000 } as const;
const MOST_REASON = 80;

/** A text cut at a UTF-16 boundary may end in half a character, which no reader should see. */
const cut = (text: string, most: number): string => text.slice(0, most).toWellFormed();

const read = (text: string): Read => ({ text, tokens: tokensOf(text) });

function candidateOf({ entry, start, end }: TagMention, text: string, where: Where): Candidate {
  const reason = { text: cut(text.slice(start, end).replace(/\s+/g, ' '), MOST_REASON), where };
  return {
    tag: { name: entry.name, kind: entry.kind, reason },
    general: entry.general,
    count: 1,
    inTitle: where === 'title',
    position: where === 'title' ? 0 : where === 'abstract' ? start / text.length : 1,
  };
}

/** What the vocabulary finds, counted over all texts of the paper. A remark only confirms: it is full of the names of venues. */
function vocabularyCandidates(trie: TrieNode, texts: readonly (readonly [Where, Read])[]): Map<string, Candidate> {
  const paper = paperWords(
    trie,
    texts.map(([, text]) => text),
  );
  const found = new Map<string, Candidate>();
  for (const [where, text] of texts) {
    for (const mention of mentionsIn(trie, text, paper)) {
      const { entry, start, end } = mention;
      const before = found.get(entry.name);
      if (before !== undefined) found.set(entry.name, { ...before, count: before.count + 1 });
      else if (where === 'title' || (where === 'abstract' && !onlyInPassing(text.text, start, end, entry))) {
        found.set(entry.name, candidateOf(mention, text.text, where));
      }
    }
  }
  return found;
}

/** @returns at most 12 tags in the order of a note: task, method, bench, model, field, keywords. Never throws. */
export function tagsOf(p: TextFacts): readonly Tag[] {
  const trie = vocabularyTrie();
  const title = cut(p.title, MOST_TEXT.title);
  const abstract = cut(p.abstract ?? '', MOST_TEXT.abstract);
  const found = vocabularyCandidates(trie, [
    ['title', read(title)],
    ['abstract', read(abstract)],
    ['remark', read(cut(p.remark ?? '', MOST_TEXT.remark))],
  ]);
  // A general word said once ("robustness") is no topic.
  for (const [name, c] of found) if (c.general && c.count < 2 && !c.inTitle) found.delete(name);
  // A known part ("SAM-Med") does not make a name known.
  const isKnown = (name: string): boolean => {
    const tokens = tokensOf(name);
    return found.has(name) || longestMatch(trie, tokens, 0, () => true)?.end === tokens.length;
  };
  for (const own of ownNames(title, abstract, isKnown)) {
    const tag = { name: own.name, kind: own.kind, reason: { text: own.name, where: own.where } };
    found.set(own.name, { tag, general: false, count: 2, inTitle: own.where === 'title', position: 0 });
  }
  for (const c of [...categoryTags(p.categories ?? []), ...keywordTags(trie, p.keywords ?? [])]) {
    if (!found.has(c.tag.name)) found.set(c.tag.name, c);
  }
  return ranked([...found.values()]);
}
