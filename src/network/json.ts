/** Strangers' JSON, bounded: what is deeper or longer than any honest answer is no answer. */

const MOST_DEPTH = 32;
const MOST_STRING = 1024 * 1024;

/** @returns undefined for text that is no JSON, deeper than 32 levels, or has a string over 1 MiB */
export function boundedJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isBounded(value) ? value : undefined;
}

/** Level by level, so that depth costs no stack. */
function isBounded(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) return false;
    const next: unknown[] = [];
    for (const part of level) {
      if (typeof part === 'string' && part.length > MOST_STRING) return false;
      if (typeof part === 'object' && part !== null) for (const child of Object.values(part)) next.push(child);
    }
    level = next;
  }
  return true;
}
