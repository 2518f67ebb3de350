/**
 * Reads the vocabulary. One entry a line: `Name | alias | alias ? context words`.
 *
 * - A word in lower case, or with only its first letter large (Offline), is met in any case; other words (PPO, LoRA, D4RL) only exactly.
 * - `'` before the name: a proper name; then words with a large first letter are met only so (Spider, Llama).
 * - `-` before the name: the bare name is too common a word to be a pattern (Attention, Scheduling); the aliases decide.
 * - `~` after the name: general, so it counts only in the title or when said twice, and yields to other tags.
 * - `? words` after a name or alias: counts only where one of these words stands in the text too.
 * - Hyphens, slashes and spaces are the same; the plural of any word is understood, so the vocabulary is in the singular.
 */

import type { TagKind } from '../tag.ts';
import { wordsOf } from '../tokens.ts';
import { BENCHMARKS } from './benchmarks.ts';
import { COMBINED, FIELDS, SWALLOWED } from './fields.ts';
import { METHODS } from './methods.ts';
import { MODELS } from './models.ts';
import { TASKS_LANGUAGE } from './tasks-language.ts';
import { TASKS_LEARNING } from './tasks-learning.ts';
import { TASKS_VISION } from './tasks-vision.ts';

export interface VocabularyEntry {
  readonly name: string;
  readonly kind: TagKind;
  readonly general: boolean;
  /** All words of its name and aliases. */
  readonly vocabulary: ReadonlySet<string>;
}

export interface Pattern {
  /** Mostly one. None: the phrase is only there to hide shorter ones. */
  readonly entries: readonly VocabularyEntry[];
  /** Keys of the trie: lower case where any case will do. */
  readonly words: readonly string[];
  /** One of these must stand in the text; empty: no condition. */
  readonly needs: readonly string[];
}

const ONLY_FIRST_LARGE = /^\p{Lu}\p{Ll}+(?:'\p{Ll}+)?$/u;
/** Most phrases: no need for the full rule of words. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

function wordsOfPhrase(phrase: string, proper: boolean): readonly string[] {
  if (PLAIN.test(phrase)) return phrase.split(' ');
  return wordsOf(phrase).map((word) => (!proper && ONLY_FIRST_LARGE.test(word) ? word.toLowerCase() : word));
}

function patternOf(written: string, entries: readonly VocabularyEntry[], proper: boolean): Pattern {
  const at = written.indexOf(' ? ');
  const words = wordsOfPhrase(at < 0 ? written : written.slice(0, at), proper);
  return { entries, words, needs: at < 0 ? [] : written.slice(at + 3).split(' ') };
}

function linePatterns(line: string, kind: TagKind): Pattern[] {
  const proper = line.startsWith("'");
  const bare = !line.startsWith('-');
  const [head = '', ...aliases] = (proper || !bare ? line.slice(1) : line).split(' | ');
  const general = head.includes(' ~');
  const own = head.replace(' ~', '');
  const name = own.split(' ? ')[0] ?? '';
  const vocabulary = new Set<string>();
  const entry = { name, kind, general, vocabulary };
  const patterns = (bare ? [own, ...aliases] : aliases).map((written) => patternOf(written, [entry], proper));
  for (const { words } of patterns) for (const word of words) vocabulary.add(word.toLowerCase());
  return patterns;
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** Every pattern of the vocabulary; about 2,000. Parsed at each call: keep the result. */
export function vocabularyPatterns(): readonly Pattern[] {
  const parts: readonly (readonly [string, TagKind])[] = [
    [TASKS_LANGUAGE, 'task'],
    [TASKS_VISION, 'task'],
    [TASKS_LEARNING, 'task'],
    [METHODS, 'method'],
    [BENCHMARKS, 'bench'],
    [MODELS, 'model'],
    [FIELDS, 'field'],
  ];
  const single = parts.flatMap(([text, kind]) => linesOf(text).flatMap((line) => linePatterns(line, kind)));
  const byName = new Map(single.flatMap(({ entries }) => entries.map((entry) => [entry.name, entry] as const)));
  const combined = linesOf(COMBINED).flatMap((line) => {
    const [head = '', ...phrases] = line.split(' | ');
    const entries = head.split(' & ').flatMap((name) => byName.get(name) ?? []);
    return phrases.map((phrase) => patternOf(phrase, entries, false));
  });
  return [...single, ...combined, ...linesOf(SWALLOWED).map((line) => patternOf(line, [], false))];
}
