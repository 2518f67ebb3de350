/** A paper as the full-text index reads it, and the fields it is kept in. */

import type { Rating } from '../library/edits.ts';
import type { Status } from '../library/status.ts';

export interface SearchDoc {
  /** Unique among the papers of the index. */
  readonly key: string;
  readonly title: string;
  /** Other titles of the same work. */
  readonly otherTitles?: readonly string[];
  readonly authors?: readonly string[];
  readonly abstract?: string;
  readonly tags?: readonly string[];
  /** The person's own text. */
  readonly notes?: string;
  readonly year?: number;
  readonly venue?: string;
  readonly status?: Status;
  readonly rating?: Rating;
  /** Names of the collections it is in; the caller adds those above them where they should find it too. */
  readonly collections?: readonly string[];
  readonly hasCode?: boolean;
}

/** In the order of the bits in `Hit.where` and of `LENGTHS`. */
export const FIELDS = ['title', 'authors', 'tags', 'abstract', 'notes'] as const;
export type Field = (typeof FIELDS)[number];

/** Most that is read of one paper, so that a hostile record costs little. */
export const MOST = {
  titles: 4,
  titleChars: 2_000,
  authors: 500,
  nameChars: 200,
  names: 200,
  textChars: 60_000,
} as const;

/**
 * Where words stand. A section has its own lexicon and its own count of places: `head` holds what is short (so that one typed letter is
 * answered from it alone), `body` what is long. The place alone tells the field. Abstracts come first: small numbers take less room.
 */
export const TITLE_AT = 0;
export const AUTHORS_AT = 1_024;
export const TAGS_AT = 16_384;
export const ABSTRACT_AT = 0;
export const NOTES_AT = 32_768;
export const BODY_END = 65_535;
/** The year stands behind the tags, so that "smith 2024" finds what it means. */
export const YEAR_AT = 32_000;
/** Every author and tag begins a slot of so many places: words of one name share it. */
export const SLOT = 16;

/** Fields are counted to so many words: longer ones are dampened alike. */
export const LONGEST_FIELD = 1_023;

/** Marks of words that are facets, in the lexicon of `head`; no word of a text begins so. */
export const FACET = { tag: '#', venue: '%', collection: '/', status: '$' } as const;
