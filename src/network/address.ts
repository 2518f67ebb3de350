import { err, ok, type Result } from '../core/result.ts';

/** Which addresses may be asked at all (reference: OWASP SSRF prevention; no name is resolved here, the browser does that). */

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The address to ask: `https:`, or `http:` to this machine; without user, password and fragment.
 * @returns `bad-address` for every other text, whatever it is
 */
export function askable(text: string): Result<URL, 'bad-address'> {
  if (!URL.canParse(text)) return err('bad-address');
  const url = new URL(text);
  if (url.hostname === '') return err('bad-address');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) return err('bad-address');
  url.username = '';
  url.password = '';
  url.hash = '';
  return ok(url);
}

/** Only the names by which people and Zotero know this machine: other spellings of 127/8 are nobody's honest address. */
export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);

/** The match pattern that a permission for this address has: ports are no part of one. */
export const patternOf = (url: URL): string => `${url.protocol}//${url.hostname}/*`;
