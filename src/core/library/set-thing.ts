import { canon } from './canon.ts';
import { Draft, type Edit, type StampOf } from './draft.ts';
import type { ThingFields, ThingState } from './things.ts';

/** Making and changing collections, tags, rules and saved searches. */

export interface ThingActed {
  readonly state: ThingState;
  readonly edits: readonly Edit[];
}

export const newThingState = (): ThingState => ({ v: 1, f: {} });

/**
 * Sets fields of a thing, or makes it. What is so already is not stamped again. `deleted: true` takes it away, `false` brings it
 * back; a tag's `colour: null` takes the colour away.
 */
export function setThing(state: ThingState | undefined, fields: ThingFields, stampOf: StampOf): ThingActed {
  const draft = new Draft(state ?? newThingState(), stampOf);
  const { kind: _, ...values } = fields;
  for (const [name, given] of Object.entries(values)) {
    if (given === undefined) continue;
    const value = typeof given === 'boolean' ? Number(given) : typeof given === 'string' ? given.toWellFormed() : given;
    if (canon(draft.value('f', name) ?? null) === canon(value)) continue;
    if (name === 'deleted' && value === 0 && draft.value('f', name) === undefined) continue;
    draft.set('f', name, value);
  }
  return { state: draft.state, edits: draft.edits };
}
