import { withEquivalents } from '../identity/order.ts';
import type { Alias } from '../identity/paper-id.ts';
import { surnames } from '../identity/surnames.ts';
import { hash53, isStopTitle, prefixKey, titleChars, titleKey } from '../identity/title-key.ts';
import type { SaveInput } from './save-input.ts';

/** The names under which a saved paper is found again. */

/** All ids with their equivalents, the title key, and the key of the first 40 characters for titles that a page cuts. */
export function aliasesOf(record: Pick<SaveInput, 'ids' | 'title'>): readonly Alias[] {
  const keys = [titleKey(record.title), prefixKey(record.title)].filter((key) => key !== undefined);
  return [...withEquivalents(record.ids), ...keys];
}

/** A title of so many key characters is a name of its own (RELATED.md 9). */
const LONG = 20;

/**
 * The key of a new record: its strongest id, else its title key; a short or common title is told apart by authors and year.
 * Undefined where the input names nothing.
 */
export function keyOf(input: SaveInput): string | undefined {
  const id = withEquivalents(input.ids)[0];
  if (id !== undefined) return id;
  const key = titleKey(input.title);
  if (key === undefined || (titleChars(input.title).length >= LONG && !isStopTitle(input.title))) return key;
  const who = [...surnames(input.authors ?? [])].sort();
  return `${key}~${hash53(`${who.join(' ')} ${input.year ?? ''}`).toString(36)}`;
}
