import type { LibraryDb } from '../database.ts';
import type { Moment } from './once.ts';

/** Runs work whose effect lies outside the library, and keeps its reply under the request's id: a retry gets the reply alone. */
export async function remembered<T>(
  db: LibraryDb,
  request: string,
  { now }: Moment,
  work: () => Promise<T>,
): Promise<T> {
  const answered = await db.requests.get(request);
  if (answered !== undefined) return answered.reply as T; // kept by the same command below
  const reply = await work();
  await db.requests.put({ id: request, reply, at: now });
  return reply;
}
