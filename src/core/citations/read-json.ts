import { err, ok, type Result } from '../result.ts';

/**
 * JSON of strangers. The depth is measured before anything is built, so that no file makes the parser or a later reader nest
 * its calls; `__proto__` is a field like any other (JSON.parse makes it an own one), and of equal names the last counts.
 */

/** Lists and objects in one another. No reference file needs ten. */
const MOST_DEPTH = 32;

export function readJson(text: string): Result<unknown, 'unknown-format'> {
  const bare = text.replace(/^\ufeff/, '');
  const deep = tooDeepAt(bare);
  if (deep !== undefined)
    return err(
      'unknown-format',
      `Lists nest deeper than ${MOST_DEPTH} at character ${deep + 1}; no reference file does.`,
    );
  try {
    return ok(JSON.parse(bare));
  } catch (error) {
    // the parser says where
    if (error instanceof SyntaxError) return err('unknown-format', `No JSON: ${error.message.slice(0, 200)}`);
    throw error;
  }
}

/** Index of the bracket that is one too many. Linear. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > MOST_DEPTH) return at;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return undefined;
}

/** Index of the closing quote. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22) return at;
  }
  return text.length;
}
