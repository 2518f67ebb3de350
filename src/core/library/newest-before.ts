import { isStamp, later, type Stamp } from './clock.ts';
import { isRecord } from './merge.ts';

/**
 * The newest stamp of a state that sorts before `limit`, wherever it stands: also on the texts of a note and among those that they
 * replaced, where `newest` does not look. A register from 2099 does not hide the others.
 */
export function newestBefore(part: unknown, limit: string): Stamp | undefined {
  let found: Stamp | undefined;
  const see = (value: unknown): void => {
    if (isStamp(value) && value < limit) found = later(found, value);
  };
  if (Array.isArray(part)) {
    if (part.length === 2 && isStamp(part[1])) see(part[1]);
    else for (const item of part) found = later(found, newestBefore(item, limit));
  } else if (isRecord(part)) {
    for (const [name, value] of Object.entries(part)) {
      see(name);
      found = later(found, newestBefore(value, limit));
    }
  }
  return found;
}
