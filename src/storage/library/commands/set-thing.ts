import { setThing as setFields } from '../../../core/library/set-thing.ts';
import type { ThingFields } from '../../../core/library/things.ts';
import type { LibraryDb } from '../database.ts';
import type { UndoStep } from '../rows.ts';
import { type Done, type Moment, once } from './once.ts';
import type { Session } from './session.ts';

/** Makes or changes a collection, tag, rule or saved search. */
export function setThing(
  db: LibraryDb,
  input: { readonly request: string; readonly id: string; readonly fields: ThingFields },
  moment: Moment,
): Promise<Done<Record<string, never>>> {
  return once<Record<string, never>>(db, input.request, moment, {}, async (session) => ({
    reply: {},
    steps: await thingInto(session, input.id, input.fields),
  }));
}

/** The same inside a transaction. */
export async function thingInto(session: Session, id: string, fields: ThingFields): Promise<readonly UndoStep[]> {
  await session.load([[fields.kind, id]]);
  return thingLoaded(session, id, fields);
}

/** The same to a thing whose state was loaded; without a wait, since many waits for nothing would end the transaction. */
export function thingLoaded(session: Session, id: string, fields: ThingFields): readonly UndoStep[] {
  const { kind } = fields;
  const { state, edits } = setFields(session.thing(kind, id), fields, session.stamps.next);
  if (edits.length === 0) return [];
  session.put(kind, id, state);
  session.remember(kind, id, edits);
  return [{ kind, key: id, edits }];
}
