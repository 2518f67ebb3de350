/** Reads papers and freezes them into a segment. */

import { isFunctionWord } from './function-words.ts';
import {
  ABSTRACT_AT,
  AUTHORS_AT,
  BODY_END,
  FACET,
  FIELDS,
  LONGEST_FIELD,
  MOST,
  NOTES_AT,
  type SearchDoc,
  SLOT,
  TAGS_AT,
  TITLE_AT,
  YEAR_AT,
} from './search-doc.ts';
import { type Section, SectionWriter } from './section.ts';
import { HAS_CODE, HAS_NOTES, RATING_AT, Segment } from './segment.ts';
import { plainName, type Token, tokensIn } from './tokens.ts';

/** Word -> places of one paper, ascending. */
type Places = Map<string, number[]>;

function put(places: Places, word: string, at: number): void {
  const own = places.get(word);
  if (own === undefined) places.set(word, [at]);
  else if (own[own.length - 1] !== at) own.push(at);
}

/**
 * "multi-modal" is also found as "multimodal": the joined form stands where its first part does.
 * @param last largest place; what comes later shares it
 */
function putText(places: Places, tokens: readonly Token[], from: number, last: number, skip: boolean): void {
  for (const [i, { word, hyphen }] of tokens.entries()) {
    const at = Math.min(from + i, last);
    const before = tokens[i - 1];
    if (hyphen && before !== undefined && before.word.length > 1 && word.length > 1)
      put(places, before.word + word, at - 1);
    if (!skip || !isFunctionWord(word)) put(places, word, at);
  }
}

/** Counts by field, packed in a byte. Head: title 3 bits, authors 3, tags 2. */
function headCounts(places: readonly number[]): number {
  let title = 0;
  let authors = 0;
  let tags = 0;
  for (const at of places) {
    if (at < AUTHORS_AT) title++;
    else if (at < TAGS_AT) authors++;
    else tags++;
  }
  return Math.min(7, title) | (Math.min(7, authors) << 3) | (Math.min(3, tags) << 6);
}

/** Body: abstract 4 bits, notes 4. */
function bodyCounts(places: readonly number[]): number {
  let abstract = 0;
  let notes = 0;
  for (const at of places) {
    if (at < NOTES_AT) abstract++;
    else notes++;
  }
  return Math.min(15, abstract) | (Math.min(15, notes) << 4);
}

/** Collects the postings of one section: word -> doc, counts, number of places, places …, doc, … */
class SectionBuilder {
  private readonly lists = new Map<string, number[]>();

  add(doc: number, places: Places, countsOf: (places: readonly number[]) => number): void {
    for (const [word, own] of places) {
      let list = this.lists.get(word);
      if (list === undefined) {
        list = [];
        this.lists.set(word, list);
      }
      list.push(doc, countsOf(own), own.length);
      for (const at of own) list.push(at);
    }
  }

  done(): Section {
    const writer = new SectionWriter();
    for (const word of [...this.lists.keys()].sort()) {
      const list = this.lists.get(word) ?? [];
      writer.word(word);
      for (let i = 0; i < list.length; ) {
        writer.posting(list[i] ?? 0, list[i + 1] ?? 0);
        const end = i + 3 + (list[i + 2] ?? 0);
        writer.places.number(list[i + 2] ?? 0);
        let before = 0;
        for (i += 3; i < end; i++) {
          writer.places.number((list[i] ?? 0) - before);
          before = list[i] ?? 0;
        }
      }
      writer.endWord();
    }
    return writer.done();
  }
}

export class SegmentBuilder {
  private readonly head = new SectionBuilder();
  private readonly body = new SectionBuilder();
  private readonly keys: string[] = [];
  private readonly years: number[] = [];
  private readonly flags: number[] = [];
  private readonly lengths: (readonly number[])[] = [];

  get size(): number {
    return this.keys.length;
  }

  /** @param doc its key must be new to this segment */
  add(doc: SearchDoc): void {
    const number = this.keys.length;
    const head: Places = new Map();
    const body: Places = new Map();
    const lengths = [
      putTitles(head, doc),
      putNames(head, doc.authors ?? [], AUTHORS_AT),
      putNames(head, doc.tags ?? [], TAGS_AT),
    ];
    for (const [text, from, last] of [
      [doc.abstract, ABSTRACT_AT, NOTES_AT - 1],
      [doc.notes, NOTES_AT, BODY_END],
    ] as const) {
      const tokens = text === undefined ? [] : tokensIn(text.slice(0, MOST.textChars));
      putText(body, tokens, from, last, true);
      lengths.push(tokens.length);
    }
    const year = yearOf(doc);
    if (year > 0) put(head, String(year), YEAR_AT);
    putFacets(head, doc);
    this.head.add(number, head, headCounts);
    this.body.add(number, body, bodyCounts);
    this.keys.push(doc.key);
    this.years.push(year);
    const flags = (doc.hasCode ? HAS_CODE : 0) | ((lengths[4] ?? 0) > 0 ? HAS_NOTES : 0);
    this.flags.push(flags | ((doc.rating ?? 0) << RATING_AT));
    this.lengths.push(lengths);
  }

  done(): Segment {
    const papers = this.size;
    const lengths = new Uint16Array(FIELDS.length * papers);
    for (const [doc, own] of this.lengths.entries()) {
      for (const [field, length] of own.entries()) lengths[field * papers + doc] = Math.min(LONGEST_FIELD, length);
    }
    const docs = { keys: this.keys, years: Uint16Array.from(this.years), flags: Uint8Array.from(this.flags), lengths };
    return new Segment(this.head.done(), this.body.done(), docs);
  }
}

/** @returns 0 where it is unknown or none */
const yearOf = ({ year = 0 }: SearchDoc): number => (year >= 1 && year < 10_000 ? Math.floor(year) : 0);

/** @returns words of the main title */
function putTitles(places: Places, { title, otherTitles = [] }: SearchDoc): number {
  let at = TITLE_AT;
  let length = 0;
  for (const [i, text] of [title, ...otherTitles].slice(0, MOST.titles).entries()) {
    const tokens = tokensIn(text.slice(0, MOST.titleChars));
    putText(places, tokens, at, AUTHORS_AT - 1, false);
    if (i === 0) length = tokens.length;
    // A gap, so that no phrase reaches from one title into the next.
    at += tokens.length + 2;
  }
  return length;
}

/** @returns words of all names; each name begins a slot of its own */
function putNames(places: Places, names: readonly string[], from: number): number {
  let length = 0;
  for (const [i, name] of names.slice(0, MOST.authors).entries()) {
    const tokens = tokensIn(name.slice(0, MOST.nameChars));
    const start = from + i * SLOT;
    putText(places, tokens, start, start + SLOT - 2, false);
    length += tokens.length;
  }
  return length;
}

function putFacets(places: Places, { tags = [], collections = [], venue, status }: SearchDoc): void {
  const facet = (mark: string, name: string): void => {
    if (name !== '') places.set(mark + name, []);
  };
  for (const tag of tags.slice(0, MOST.names)) facet(FACET.tag, plainName(tag.slice(0, MOST.nameChars)));
  for (const name of collections.slice(0, MOST.names))
    facet(FACET.collection, plainName(name.slice(0, MOST.nameChars)));
  for (const { word } of tokensIn((venue ?? '').slice(0, MOST.nameChars))) facet(FACET.venue, word);
  if (status !== undefined) facet(FACET.status, status);
}
