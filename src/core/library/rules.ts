import { fold } from '../identity/fold.ts';
import { type Acted, PaperDraft, type StampOf } from './draft.ts';
import { MOST_TAGS } from './edits.ts';
import { isReg } from './merge.ts';
import type { SavedRow } from './saved-row.ts';
import type { PaperState } from './state.ts';
import { tagName } from './tag-name.ts';
import type { Rule, RuleCondition } from './things.ts';
import { autoTags, ownTags, placeOf } from './view.ts';

/** Rules that put automatic tags and collections on papers. They only add, and never what a person has taken off. */

/** What of a paper rules look at. */
export type RuleFacts = Pick<SavedRow, 'title' | 'authors' | 'tags' | 'auto' | 'topics' | 'categories'>;

/** What of a record rules look at: all its authors, where the row has the first few. */
export interface RuleRecord {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly categories?: readonly string[];
}

/**
 * Does every condition hold that is given? A rule without any condition matches nothing. Case and accents do not count.
 * @param record the paper's record, where more is known than the row holds
 */
export function matchesRule(
  { when }: { readonly when: RuleCondition },
  row: RuleFacts,
  record: RuleRecord = {},
): boolean {
  const wanted = [when.author, when.title, when.tag, when.category].map((text) => fold((text ?? '').trim()));
  const [author = '', title = '', tag = '', category = ''] = wanted;
  if (wanted.every((text) => text === '')) return false;
  const has = (texts: readonly string[], test: (text: string) => boolean): boolean =>
    texts.some((text) => test(fold(text)));
  const tags = (): readonly string[] => [
    ...row.tags,
    ...(row.auto ?? []),
    ...(row.topics ?? []).map(({ name }) => name),
  ];
  return (
    (author === '' || has(record.authors ?? row.authors ?? [], (name) => name.includes(author))) &&
    (title === '' || fold(record.title || row.title).includes(title)) &&
    (tag === '' || has(tags(), (name) => name === tag)) &&
    (category === '' ||
      has(record.categories ?? row.categories ?? [], (name) => name === category || name.startsWith(`${category}.`)))
  );
}

/**
 * Runs rules over one paper, again as long as what one added makes another match. What the paper has, or had and a person took off,
 * is left alone; so are papers that are not in the library.
 * @param live ids of the collections that are there; others are not put on
 */
export function applyRules(
  rules: readonly Rule[],
  state: PaperState,
  row: RuleFacts,
  record: RuleRecord,
  live: ReadonlySet<string>,
  stampOf: StampOf,
): Acted {
  const draft = new PaperDraft(state, stampOf);
  if (placeOf(state) !== 'library') return draft.done();
  const left = new Set(rules);
  for (let again = true; again; ) {
    again = false;
    const facts = { ...row, tags: ownTags(draft.state), auto: autoTags(draft.state) };
    for (const rule of left) {
      if (!matchesRule(rule, facts, record)) continue;
      left.delete(rule);
      again = add(draft, rule.adds, live) || again;
    }
  }
  return draft.done();
}

/** @returns whether a tag was put on, which may make other rules match */
function add(draft: PaperDraft, adds: Rule['adds'], live: ReadonlySet<string>): boolean {
  let added = false;
  for (const text of adds.tags) {
    const tag = tagName(text);
    if (!tag.ok || draft.value('t', tag.name) === 1 || known(draft, 'a', tag.name)) continue;
    if (autoTags(draft.state).length >= MOST_TAGS) break;
    draft.set('a', tag.name, 1);
    added = true;
  }
  const { collection } = adds;
  if (collection !== undefined && live.has(collection) && !known(draft, 'c', collection)) draft.set('c', collection, 1);
  return added;
}

/** Did anybody ever decide this? A value of null was taken back: nobody has. */
function known(draft: PaperDraft, part: 'a' | 'c', name: string): boolean {
  const set = draft.state[part] ?? {};
  const value: unknown = Object.hasOwn(set, name) ? set[name] : undefined;
  return isReg(value) && value[0] !== null;
}
