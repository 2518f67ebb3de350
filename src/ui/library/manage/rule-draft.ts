import type { Rule, RuleCondition } from '../../../core/library/things.ts';
import { t } from '../../../platform/i18n.ts';

/** A rule while it is written, and in words. */

export interface RuleDraft {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  readonly when: Required<RuleCondition>;
  readonly tags: readonly string[];
  /** Empty: none. */
  readonly collection: string;
}

export const CONDITIONS = ['author', 'title', 'tag', 'category'] as const satisfies readonly (keyof RuleCondition)[];
/** Tags that one rule may add. */
export const MOST_ADDED = 20;

export const emptyDraft = (id: string): RuleDraft => ({
  id,
  name: '',
  on: true,
  when: { author: '', title: '', tag: '', category: '' },
  tags: [],
  collection: '',
});

export const draftOf = ({ id, name, on, when, adds }: Rule): RuleDraft => ({
  id,
  name,
  on,
  when: { ...emptyDraft(id).when, ...when },
  tags: adds.tags,
  collection: adds.collection ?? '',
});

/** The conditions that are given, without space around them. */
export const whenOf = ({ when }: RuleDraft): RuleCondition =>
  Object.fromEntries(CONDITIONS.map((name) => [name, when[name].trim()] as const).filter(([, text]) => text !== ''));

export const addsOf = ({ tags, collection }: RuleDraft): Rule['adds'] => ({
  tags,
  ...(collection ? { collection } : {}),
});

/** What a draft lacks before it can be kept or tried. */
export function lacks(draft: RuleDraft): 'when' | 'adds' | undefined {
  if (Object.keys(whenOf(draft)).length === 0) return 'when';
  return draft.tags.length === 0 && draft.collection === '' ? 'adds' : undefined;
}

/** "author has Sims, listed under cs.LG" */
export const whenWords = (when: RuleCondition): string =>
  CONDITIONS.flatMap((name) => {
    const text = when[name];
    return text
      ? [
          {
            author: t('manageIfAuthor', text),
            title: t('manageIfTitle', text),
            tag: t('manageIfTag', text),
            category: t('manageIfCategory', text),
          }[name],
        ]
      : [];
  }).join(', ');

/** "offline-rl, robust; in Thesis" @param nameOf a collection's name; undefined where it is gone */
export function addsWords({ tags, collection }: Rule['adds'], nameOf: (id: string) => string | undefined): string {
  const place = collection === undefined ? undefined : (nameOf(collection) ?? t('manageGoneCollection'));
  return [tags.join(', '), place === undefined ? '' : t('manageInCollection', place)].filter(Boolean).join('; ');
}

/** The name that a rule gets where the person gives none. */
export const nameOf = (draft: RuleDraft): string => draft.name.trim() || whenWords(whenOf(draft)).slice(0, 200);
