import { addToRecord, recordOf } from './bib.ts';
import { type Acted, PaperDraft, type StampOf } from './draft.ts';
import { MOST_TAGS } from './edits.ts';
import { isReg } from './merge.ts';
import { joinNotes, type NoteActed, textsOf } from './notes.ts';
import { type BibState, type NoteState, newBibState, type PaperState } from './state.ts';
import type { RefusedTag } from './tag-name.ts';
import { autoTags, namesOn, ownTags, ratingOf, reg } from './view.ts';

/** Merging two saved papers that are one work; only ever by the person. */

/** Everything that is kept of a paper. */
export interface WholePaper {
  readonly key: string;
  readonly paper: PaperState;
  readonly bib?: BibState | undefined;
  readonly note?: NoteState | undefined;
}

export interface PapersMerged {
  readonly keep: Acted;
  readonly drop: Acted;
  readonly bib: BibState;
  readonly note: NoteActed;
  /** Own tags for which the paper that stays has no room. */
  readonly refused: readonly RefusedTag[];
}

/**
 * Puts `drop` into `keep`: its tags, collections, ids, links and notes join those of `keep`; status, rating and other fields fill
 * what `keep` has not. Both say so then, and `drop` is not to be seen any more; its own states stay as they are.
 */
export function mergePapers(keep: WholePaper, drop: WholePaper, stampOf: StampOf): PapersMerged {
  const kept = new PaperDraft(keep.paper, stampOf);
  const refused: RefusedTag[] = [];
  for (const tag of ownTags(drop.paper)) {
    if (kept.value('t', tag) === 1) continue;
    if (ownTags(kept.state).length < MOST_TAGS) kept.set('t', tag, 1);
    else refused.push({ tag, why: 'too-many' });
  }
  for (const id of namesOn(drop.paper.c)) if (kept.value('c', id) !== 1) kept.set('c', id, 1);
  for (const tag of autoTags(drop.paper)) {
    if (!isReg(kept.state.a?.[tag]) && autoTags(kept.state).length < MOST_TAGS) kept.set('a', tag, 1);
  }
  const status = reg(drop.paper, 'status')?.[0];
  if (typeof status === 'string' && typeof reg(keep.paper, 'status')?.[0] !== 'string') kept.set('f', 'status', status);
  const rating = ratingOf(drop.paper);
  if (rating !== 0 && ratingOf(keep.paper) === 0) kept.set('f', 'rating', rating);
  kept.set('m', drop.key, 1);
  const gone = new PaperDraft(drop.paper, stampOf);
  gone.set('f', 'mergedInto', keep.key);
  const record = drop.bib === undefined ? undefined : recordOf(drop.bib);
  return {
    keep: kept.done(),
    drop: gone.done(),
    bib: record === undefined ? (keep.bib ?? newBibState()) : addToRecord(keep.bib, record, stampOf),
    note: joinNotes(keep.note, keep.key, textsOf(drop.note), stampOf),
    refused,
  };
}

/**
 * The paper in which a merged one is found: the end of the chain. Where two copies of a library merged two papers into each other the
 * one with the smallest key of the circle is it, so that none is lost; where the chain ends at a paper that is not there, the last
 * one that is.
 * @param next where a paper went; null where it did not go anywhere, undefined where there is no such paper
 */
export function endOfMerges(key: string, next: (key: string) => string | null | undefined): string {
  const passed: string[] = [key];
  for (let at = key; ; ) {
    const to = next(at);
    if (to === null || to === undefined || next(to) === undefined) return at;
    const circle = passed.indexOf(to);
    if (circle >= 0) return passed.slice(circle).reduce((least, one) => (one < least ? one : least));
    passed.push(to);
    at = to;
  }
}
