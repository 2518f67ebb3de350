import type { PaperEdit } from '../../../../core/library/edits.ts';
import type { PaperState } from '../../../../core/library/state.ts';
import { rulesIn, tagsIn } from '../../../../core/library/things-view.ts';
import { namesOn } from '../../../../core/library/view.ts';
import type { UndoStep } from '../../rows.ts';
import type { Session } from '../session.ts';
import { thingLoaded } from '../set-thing.ts';

/** Renaming, merging and taking away own tags everywhere. */

/** Edits of one paper: all of `from` off, `to` on where one of them was. @param to null takes the tags away */
export function retagEdits(from: readonly string[], to: string | null): (paper: PaperState) => readonly PaperEdit[] {
  return (paper) => {
    const own = new Set(namesOn(paper.t));
    const gone = from.filter((tag) => tag !== to && own.has(tag));
    if (gone.length === 0) return [];
    const off = gone.map((tag): PaperEdit => ({ do: 'tag', tag, on: false }));
    // Off first: a paper with as many tags as it may have has room then.
    return to === null ? off : [...off, { do: 'tag', tag: to, on: true }];
  };
}

/**
 * Colours of the tags, and the rules that name them, follow: inside a transaction, once in a job.
 * A rule that adds a tag taken away adds it no more; a rule that asks for one is left as it is, and finds nothing.
 */
export async function retagThings(
  session: Session,
  from: readonly string[],
  to: string | null,
): Promise<readonly UndoStep[]> {
  const gone = new Set(from.filter((tag) => tag !== to));
  const tags = await session.loadAll('tag');
  if (to !== null) await session.load([['tag', to]]);
  const steps: UndoStep[] = [];
  const colours = new Map(tagsIn(tags).map(({ name, colour }) => [name, colour]));
  const colour = [...gone].map((tag) => colours.get(tag)).find((known) => known !== undefined);
  if (to !== null && colour !== undefined && !colours.has(to)) {
    steps.push(...thingLoaded(session, to, { kind: 'tag', colour, deleted: false }));
  }
  for (const { id } of tags) if (gone.has(id)) steps.push(...thingLoaded(session, id, { kind: 'tag', deleted: true }));
  for (const rule of rulesIn(await session.loadAll('rule'))) {
    const adds = rule.adds.tags.flatMap((tag) => (gone.has(tag) ? (to ?? []) : tag));
    const asks = rule.when.tag !== undefined && gone.has(rule.when.tag) && to !== null;
    const changed = adds.some((tag, i) => tag !== rule.adds.tags[i]) || adds.length !== rule.adds.tags.length;
    if (!changed && !asks) continue;
    const fields = {
      ...(changed ? { adds: { ...rule.adds, tags: [...new Set(adds)] } } : {}),
      ...(asks && to !== null ? { when: { ...rule.when, tag: to } } : {}),
    };
    steps.push(...thingLoaded(session, rule.id, { kind: 'rule', ...fields }));
  }
  return steps;
}
