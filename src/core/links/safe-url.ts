/**
 * The only gate between text that others wrote and an `href`. It rejects and never repairs: a scheme that is not http or
 * https, a user part, a control or invisible character, a host that is not a public name, all mean "no link".
 */

/** Why a text may not become an href. */
export type UnsafeReason = 'not-web' | 'userinfo' | 'odd-characters' | 'host' | 'too-long';

export type UrlCheck =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: UnsafeReason };

/** Longer addresses are data, not links; browsers and servers cut them at about this length too. */
const MAX_LENGTH = 2048;

// Blanks and controls (browsers drop tab and line ends inside a scheme), the backslash (read as a slash by browsers only),
// and characters that are invisible or turn the reading direction.
const ODD =
  /[\s\u0000-\u0020\u007f-\u009f\\\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]/;
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/**
 * @param text one absolute address
 * @returns the address as browsers write it, https (http is upgraded) with a punycode host; or why it is refused
 */
export function checkUrl(text: string): UrlCheck {
  if (text.length > MAX_LENGTH) return { ok: false, reason: 'too-long' };
  const scheme = /^https?:\/\/(?=[^/])/i.exec(text);
  if (scheme === null) return { ok: false, reason: 'not-web' };
  if (ODD.test(text.replace(PAIRS, ''))) return { ok: false, reason: 'odd-characters' };
  const authority = text.slice(scheme[0].length).split(/[/?#]/, 1)[0] ?? '';
  if (authority.includes('@') || /%40/i.test(authority)) return { ok: false, reason: 'userinfo' };
  if (!URL.canParse(text)) return { ok: false, reason: 'host' };
  const url = new URL(text);
  url.protocol = 'https:';
  if (url.protocol !== 'https:') return { ok: false, reason: 'not-web' };
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'userinfo' };
  if (!isPublicName(url.hostname)) return { ok: false, reason: 'host' };
  if (url.href.length > 3 * MAX_LENGTH) return { ok: false, reason: 'too-long' };
  return { ok: true, url: url.href };
}

/** `checkUrl` for callers who need no reason. safeUrl(safeUrl(x)) === safeUrl(x). */
export function safeUrl(text: string): string | undefined {
  const check = checkUrl(text);
  return check.ok ? check.url : undefined;
}

/** A dotted name with a top label of letters: no `localhost`, no IP address in any spelling. */
function isPublicName(host: string): boolean {
  return (
    host.length <= 253 &&
    /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})\.?$/.test(host)
  );
}
