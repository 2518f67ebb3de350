import { Draft } from '../../../core/library/draft.ts';
import { placeOf, reg } from '../../../core/library/view.ts';
import type { Session } from './session.ts';

/** Takes papers of the trash out for good. Their records and notes go when the session is flushed. @returns how many went */
export async function purgeInto(session: Session, keys: readonly string[]): Promise<number> {
  await session.load(keys.map((key) => ['paper', key] as const));
  let purged = 0;
  for (const key of new Set(keys)) {
    const paper = session.paper(key);
    if (paper === undefined || placeOf(paper) !== 'trash') continue;
    const draft = new Draft(paper, session.stamps.next);
    draft.set('f', 'purged', 1, reg(paper, 'deleted')?.[1]);
    session.put('paper', key, draft.state);
    purged += 1;
  }
  return purged;
}
