import { err, ok, type Result } from '../result.ts';

/**
 * Which addresses a place may have (FAULTS.md D18): https anywhere, http to this machine, and http in a private network where the person
 * agreed to it. No name is resolved: a public name that leads into the private network is asked with https alone.
 */

export interface AddressRules {
  /** The person agreed to http in a private network. */
  readonly plainHttp: boolean;
}

const LONGEST = 4_000;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** RFC 6762 (.local), RFC 8375 (.home.arpa), and names that nobody can own outside (RFC 6762 appendix G, ICANN's .internal). */
const PRIVATE_NAME = /\.(?:local|home\.arpa|lan|home|internal|intranet|private|corp)$/;
/** Ports that fetch refuses (fetch.spec.whatwg.org, "bad port"). */
const BAD_PORTS = new Set(
  (
    '1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 143 161 ' +
    '179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 ' +
    '5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
);

/** @returns the address without fragment; `bad-address` for every other text, whatever it is */
export function placeAddress(text: string, { plainHttp }: AddressRules): Result<URL, 'bad-address'> {
  if (text.length > LONGEST || !URL.canParse(text)) return err('bad-address');
  const url = new URL(text);
  if (url.hostname === '' || url.username !== '' || url.password !== '') return err('bad-address');
  if (BAD_PORTS.has(url.port) || isNobodys(url.hostname)) return err('bad-address');
  const open = url.protocol === 'http:' && (isThisMachine(url) || (plainHttp && isPrivate(url)));
  if (url.protocol !== 'https:' && !open) return err('bad-address');
  url.hash = '';
  return ok(url);
}

export const isThisMachine = (url: URL): boolean => LOOPBACK.has(url.hostname);

/** Is it in a private network, as its address itself says (RFC 1918, RFC 4193) or its name? */
export function isPrivate({ hostname }: URL): boolean {
  const part = partsOf(hostname);
  if (part === undefined) return /^\[f[cd][0-9a-f]{2}:/.test(hostname) || PRIVATE_NAME.test(hostname);
  const [a = 0, b = 0] = part;
  return a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168);
}

/** Addresses at which no place can be: link-local (the metadata of cloud machines), none at all, many at once, other spellings of IPv4. */
function isNobodys(hostname: string): boolean {
  const part = partsOf(hostname);
  if (part === undefined) return /^\[(?:::(?!1\])|fe[89ab]|ff)/.test(hostname) || hostname.endsWith('.');
  const [a = 0, b = 0] = part;
  return a === 0 || a >= 224 || (a === 169 && b === 254) || (a === 127 && hostname !== '127.0.0.1');
}

/** The four numbers of an IPv4 address; the parser has already brought every spelling into this one. */
const partsOf = (hostname: string): readonly number[] | undefined =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(hostname) ? hostname.split('.').map(Number) : undefined;

/** The match pattern that a permission for this address has: ports are no part of one. */
export const permissionFor = (url: URL): string => `${url.protocol}//${url.hostname}/*`;
