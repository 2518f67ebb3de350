/** Scores the papers that have a typed word in any of its forms: word at a time, over all segments. */

import { isFunctionWord } from './function-words.ts';
import { lengthsOf, type Placed, type SearchView } from './search-view.ts';
import { decode, type Section } from './section.ts';
import { rarity, saturate } from './weights.ts';
import { exactForms, mayHaveTypo, type Typed, typoForms, type WordRange } from './word-forms.ts';

export interface GroupOptions {
  /** 1: papers that may be found; undefined: all. */
  readonly allowed: Uint8Array | undefined;
  /** Whether a paper should have the word to be a hit. */
  readonly required: boolean;
}

export class WordGroups {
  /** Papers that have any required word, each once. */
  readonly found: number[] = [];
  /** Required words so far; `matched` of the working space counts those that a paper has. */
  required = 0;
  private readonly view: SearchView;
  /** Papers that have the word at hand in some form: so many of the working space's `touched`. */
  private touchedCount = 0;

  constructor(view: SearchView) {
    this.view = view;
  }

  /** Adds what one typed word gives to the scores. */
  add(typed: Typed, options: GroupOptions): void {
    this.gather((section, isBody) => exactForms(section, typed, isBody));
    if (mayHaveTypo(typed.word) && !isFunctionWord(typed.word)) {
      this.gather((section) => typoForms(section, typed, false));
      if (typed.prefix && this.touchedCount === 0) this.gather((section) => typoForms(section, typed, true));
    }
    this.settle(options);
  }

  /** Adds a word of a phrase, which stands as it was typed. */
  addExact(typed: Typed, options: GroupOptions): void {
    this.gather((section, isBody) => exactForms(section, typed, isBody));
    this.settle(options);
  }

  private gather(formsOf: (section: Section, isBody: boolean) => readonly WordRange[]): void {
    for (const part of this.view.parts) {
      const { head, body } = part.segment;
      for (const range of formsOf(head, false)) this.gatherHead(part, range);
      for (const range of formsOf(body, true)) this.gatherBody(part, range);
    }
  }

  /** Counts are packed as segment-builder.ts says: title 3 bits, authors 3, tags 2. */
  private gatherHead({ segment, first }: Placed, { from, to, weight }: WordRange): void {
    const { decoded, where } = this.view.space;
    const [titles = NONE, authors = NONE, tags = NONE] = this.view.norms;
    const { live, head } = segment;
    const titleLengths = lengthsOf(segment, 'title');
    const authorLengths = lengthsOf(segment, 'authors');
    const tagLengths = lengthsOf(segment, 'tags');
    for (let word = from; word < to; word++) {
      const n = decode(head, word, decoded);
      for (let i = 0; i < n; i++) {
        const doc = decoded.docs[i] ?? 0;
        if (live[doc] !== 1) continue;
        const counts = decoded.counts[i] ?? 0;
        const paper = first + doc;
        let sum = 0;
        let bits = 0;
        if ((counts & 7) !== 0) {
          sum = (counts & 7) * (titles[titleLengths[doc] ?? 0] ?? 0);
          bits = 1;
        }
        if ((counts & 56) !== 0) {
          sum += ((counts >> 3) & 7) * (authors[authorLengths[doc] ?? 0] ?? 0);
          bits |= 2;
        }
        if (counts > 63) {
          sum += (counts >> 6) * (tags[tagLengths[doc] ?? 0] ?? 0);
          bits |= 4;
        }
        where[paper] = (where[paper] ?? 0) | bits;
        this.touch(paper, weight * sum);
      }
    }
  }

  /** Abstract 4 bits, notes 4. */
  private gatherBody({ segment, first }: Placed, { from, to, weight }: WordRange): void {
    const { decoded, where } = this.view.space;
    const [, , , abstracts = NONE, notes = NONE] = this.view.norms;
    const { live, body } = segment;
    const abstractLengths = lengthsOf(segment, 'abstract');
    const noteLengths = lengthsOf(segment, 'notes');
    for (let word = from; word < to; word++) {
      const n = decode(body, word, decoded);
      for (let i = 0; i < n; i++) {
        const doc = decoded.docs[i] ?? 0;
        if (live[doc] !== 1) continue;
        const counts = decoded.counts[i] ?? 0;
        const paper = first + doc;
        let sum = (counts & 15) * (abstracts[abstractLengths[doc] ?? 0] ?? 0);
        if (counts > 15) sum += (counts >> 4) * (notes[noteLengths[doc] ?? 0] ?? 0);
        where[paper] = (where[paper] ?? 0) | ((counts & 15) !== 0 ? 8 : 0) | (counts > 15 ? 16 : 0);
        this.touch(paper, weight * sum);
      }
    }
  }

  private touch(paper: number, amount: number): void {
    const { weighted, touched } = this.view.space;
    const before = weighted[paper] ?? 0;
    if (before === 0) touched[this.touchedCount++] = paper;
    weighted[paper] = before + amount;
  }

  private settle({ allowed, required }: GroupOptions): void {
    const { weighted, score, matched, touched } = this.view.space;
    const rare = rarity(this.view.papers, this.touchedCount);
    for (let i = 0; i < this.touchedCount; i++) {
      const paper = touched[i] ?? 0;
      const amount = weighted[paper] ?? 0;
      weighted[paper] = 0;
      if (allowed !== undefined && allowed[paper] !== 1) continue;
      score[paper] = (score[paper] ?? 0) + rare * saturate(amount);
      if (!required) continue;
      const before = matched[paper] ?? 0;
      if (before === 0) this.found.push(paper);
      matched[paper] = before + 1;
    }
    this.touchedCount = 0;
    if (required) this.required++;
  }
}

const NONE = new Float32Array();
