/** Makes one segment of several, without the papers that were taken out. Needs no text: postings are copied, places too. */

import { FIELDS } from './search-doc.ts';
import { decode, decodePlaces, type Postings, type Section, SectionWriter } from './section.ts';
import { type DocTable, Segment } from './segment.ts';

/** New number of each paper of a segment; those of dead ones mean nothing. */
function newNumbers(segment: Segment, first: number): Uint32Array {
  const numbers = new Uint32Array(segment.size);
  let next = first;
  for (let doc = 0; doc < segment.size; doc++) if (segment.live[doc] === 1) numbers[doc] = next++;
  return numbers;
}

/** One segment's share of a merge. */
interface Part {
  readonly section: Section;
  readonly segment: Segment;
  readonly numbers: Uint32Array;
  /** First word not merged yet. */
  word: number;
}

/** Copies the postings of a part's current word. Where nobody was taken out only the first number changes. */
function copyWord({ section, segment, numbers, word }: Part, writer: SectionWriter, into: Postings): void {
  const count = decode(section, word, into);
  if (segment.liveCount === segment.size) {
    const first = into.docs[0] ?? 0;
    writer.posting(numbers[first] ?? 0, into.counts[0] ?? 0);
    let at = section.starts[word] ?? 0;
    while ((section.bytes[at] ?? 0) > 127) at++;
    const last = into.docs[count - 1] ?? 0;
    writer.copyPostings(section.bytes, at + 2, section.starts[word + 1] ?? 0, numbers[last] ?? 0);
    writer.places.copy(section.places, section.placeStarts[word] ?? 0, section.placeStarts[word + 1] ?? 0);
    return;
  }
  const places = decodePlaces(section, word);
  for (let i = 0; i < count; i++) {
    const doc = into.docs[i] ?? 0;
    if (segment.live[doc] !== 1) continue;
    writer.posting(numbers[doc] ?? 0, into.counts[i] ?? 0);
    const own = places[i] ?? [];
    writer.places.number(own.length);
    let before = 0;
    for (const at of own) {
      writer.places.number(at - before);
      before = at;
    }
  }
}

/** Whether a live paper has the current word; else the word is dropped. */
function isUsed({ section, segment, word }: Part, into: Postings): boolean {
  if (segment.liveCount === segment.size) return true;
  const count = decode(section, word, into);
  for (let i = 0; i < count; i++) if (segment.live[into.docs[i] ?? 0] === 1) return true;
  return false;
}

/** Words between two pauses: a few ms of work. */
const STRIDE = 400;

function* mergeSections(parts: readonly Part[], into: Postings): Generator<void, Section> {
  // The merged section is hardly larger than its parts: with room for it from the start, nothing is copied while it grows.
  const room = (pick: (section: Section) => Uint8Array): number =>
    parts.reduce((sum, { section }) => sum + pick(section).length + 1_024, 0);
  const writer = new SectionWriter(
    room(({ bytes }) => bytes),
    room(({ places }) => places),
  );
  for (let n = 1; ; n++) {
    if (n % STRIDE === 0) yield;
    let least: string | undefined;
    for (const { section, word } of parts) {
      const own = section.words[word];
      if (own !== undefined && (least === undefined || own < least)) least = own;
    }
    if (least === undefined) return writer.done();
    const having = parts.filter(({ section, word }) => section.words[word] === least);
    const used = having.filter((part) => isUsed(part, into));
    if (used.length > 0) {
      writer.word(least);
      for (const part of used) copyWord(part, writer, into);
      writer.endWord();
    }
    for (const part of having) part.word++;
  }
}

function mergeTables(segments: readonly Segment[]): DocTable {
  const papers = segments.reduce((sum, segment) => sum + segment.liveCount, 0);
  const keys: string[] = [];
  const years = new Uint16Array(papers);
  const flags = new Uint8Array(papers);
  const lengths = new Uint16Array(FIELDS.length * papers);
  for (const { docs, live, size } of segments) {
    for (let doc = 0; doc < size; doc++) {
      if (live[doc] !== 1) continue;
      const to = keys.length;
      keys.push(docs.keys[doc] ?? '');
      years[to] = docs.years[doc] ?? 0;
      flags[to] = docs.flags[doc] ?? 0;
      for (let field = 0; field < FIELDS.length; field++) {
        lengths[field * papers + to] = docs.lengths[field * size + doc] ?? 0;
      }
    }
  }
  return { keys, years, flags, lengths };
}

/** @param segments no key is live in two of them */
export function mergeSegments(segments: readonly Segment[]): Segment {
  const steps = mergeInSteps(segments);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same with pauses, so that whoever must answer meanwhile can. Papers that are taken out of the segments during the merge are
 * taken out of what comes of it.
 */
export function* mergeInSteps(given: readonly Segment[]): Generator<void, Segment> {
  // As they are now: what changes meanwhile must not change what is half copied.
  const segments = given.map(({ head, body, docs, live }) => new Segment(head, body, docs, live.slice()));
  const largest = segments.reduce((size, segment) => Math.max(size, segment.size), 0);
  const into: Postings = { docs: new Uint32Array(largest), counts: new Uint8Array(largest) };
  let first = 0;
  const numbers = segments.map((segment) => {
    const own = newNumbers(segment, first);
    first += segment.liveCount;
    return own;
  });
  const partsOf = (pick: (segment: Segment) => Section): Part[] =>
    segments.map((segment, i) => ({
      section: pick(segment),
      segment,
      numbers: numbers[i] ?? new Uint32Array(),
      word: 0,
    }));
  const head = yield* mergeSections(
    partsOf((segment) => segment.head),
    into,
  );
  const body = yield* mergeSections(
    partsOf((segment) => segment.body),
    into,
  );
  const merged = new Segment(head, body, mergeTables(segments));
  for (const [i, { live, size }] of segments.entries()) {
    for (let doc = 0; doc < size; doc++) {
      if (live[doc] === 1 && given[i]?.live[doc] !== 1) merged.remove(numbers[i]?.[doc] ?? 0);
    }
  }
  return merged;
}
