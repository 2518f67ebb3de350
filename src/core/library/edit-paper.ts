import { type Acted, PaperDraft, type StampOf } from './draft.ts';
import { MOST_TAGS, type PaperEdit } from './edits.ts';
import type { PaperState } from './state.ts';
import { type RefusedTag, tagName } from './tag-name.ts';
import { newest, ownTags, placeOf, ratingOf, statusOf } from './view.ts';

export interface Edited extends Acted {
  /** Tags that were not put on. */
  readonly refused: readonly RefusedTag[];
}

/**
 * Edits a saved paper. What is so already is not stamped again. A paper in the trash takes nothing but `restore`, one that was
 * merged into another or is gone for good nothing at all: an edit must never bring back what a person took out.
 */
export const editPaper = (state: PaperState, edit: PaperEdit, stampOf: StampOf): Edited =>
  editAll(state, [edit], stampOf);

/** Several edits, one after another, as one action. */
export function editAll(state: PaperState, edits: readonly PaperEdit[], stampOf: StampOf): Edited {
  const draft = new PaperDraft(state, stampOf);
  const refused: RefusedTag[] = [];
  for (const edit of edits) {
    const place = placeOf(draft.state);
    if (edit.do === 'restore') {
      if (place === 'trash') draft.set('f', 'deleted', 0, newest(draft.state));
    } else if (place === 'library') {
      const refusal = apply(draft, edit);
      if (refusal !== undefined) refused.push(refusal);
    }
  }
  return { ...draft.done(), refused };
}

function apply(draft: PaperDraft, edit: Exclude<PaperEdit, { do: 'restore' }>): RefusedTag | undefined {
  const { state } = draft;
  switch (edit.do) {
    case 'status':
      if (edit.status !== statusOf(state)) draft.set('f', 'status', edit.status);
      return undefined;
    case 'rating':
      if (edit.rating !== ratingOf(state)) draft.set('f', 'rating', edit.rating);
      return undefined;
    case 'tag':
      return setOwnTag(draft, edit.tag, edit.on);
    case 'auto': {
      const value = edit.on ? 1 : 0;
      if (draft.value('a', edit.tag) !== value) draft.set('a', edit.tag, value);
      return undefined;
    }
    case 'collection':
      if ((draft.value('c', edit.id) === 1) !== edit.on) draft.set('c', edit.id, edit.on ? 1 : 0);
      return undefined;
    case 'delete':
      draft.set('f', 'deleted', 1, newest(state));
      return undefined;
  }
}

function setOwnTag(draft: PaperDraft, text: string, on: boolean): RefusedTag | undefined {
  if (!on) {
    // By the very name: a foreign file may have put one on that would be refused here.
    if (draft.value('t', text) === 1) draft.set('t', text, 0);
    return undefined;
  }
  const tag = tagName(text);
  if (!tag.ok) return { tag: text, why: tag.why };
  if (draft.value('t', tag.name) === 1) return undefined;
  if (ownTags(draft.state).length >= MOST_TAGS) return { tag: tag.name, why: 'too-many' };
  draft.set('t', tag.name, 1);
  return undefined;
}
