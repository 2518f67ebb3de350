import { isRecord } from '../../core/library/merge.ts';
import { fault, type Outcome } from '../outcome.ts';
import { fromBase64, toBase64 } from './base64.ts';

/**
 * Keys of an encrypted place, made of a passphrase (WebCrypto alone): PBKDF2-SHA-256 stretches it (RFC 8018; 600,000 rounds as OWASP's
 * password storage cheat sheet asks), HKDF-SHA-256 (RFC 5869) parts it into a key that encrypts and one that names. The place's marker
 * carries what is needed to make them again, and a check, so that a wrong passphrase is known before anything is read or written.
 */

/** The browser's own, given: `crypto`. */
export type Web = Pick<Crypto, 'subtle' | 'getRandomValues'>;

export interface Keys {
  readonly web: Web;
  /** AES-GCM, 256 bits. */
  readonly seal: CryptoKey;
  /** HMAC-SHA-256: names by which the place knows records. */
  readonly name: CryptoKey;
}

/** What a marker says of the encryption. Nothing in it is secret. */
export interface SealParameters {
  readonly v: 1;
  readonly kdf: 'PBKDF2-SHA-256';
  readonly iterations: number;
  /** Base64, 16 bytes. */
  readonly salt: string;
  /** Base64: HMAC of a fixed text by the naming key, first 16 bytes. */
  readonly check: string;
}

export const ITERATIONS = 600_000;
/** Of a marker from outside: fewer would be guessed, more would hang the browser. */
export const LEAST_ITERATIONS = 100_000;
const MOST_ITERATIONS = 5_000_000;
const SALT_BYTES = 16;
const CHECK = 'scholion passphrase check';
const CHECK_BYTES = 16;

/** A shorter passphrase is guessed offline by whoever has the files. */
export const LEAST_PASSPHRASE = 8;

/** Makes keys and parameters for a place that is new. */
export async function makeKeys(
  web: Web,
  passphrase: string,
  iterations: number,
): Promise<{ keys: Keys; enc: SealParameters }> {
  const salt = web.getRandomValues(new Uint8Array(SALT_BYTES));
  const keys = await stretch(web, passphrase, salt, iterations);
  const check = toBase64(await checkOf(keys));
  return { keys, enc: { v: 1, kdf: 'PBKDF2-SHA-256', iterations, salt: toBase64(salt), check } };
}

/**
 * Keys of a place that is there.
 * @param enc of its marker, from outside
 * @param least fewest rounds that are accepted
 * @returns `passphrase` (detail `wrong`); `damaged` where the parameters are none; `newer` where they are of a later version
 */
export async function keysFor(
  web: Web,
  passphrase: string,
  enc: unknown,
  least: number = LEAST_ITERATIONS,
): Promise<Outcome<Keys>> {
  if (isRecord(enc) && typeof enc['v'] === 'number' && enc['v'] > 1) return fault('newer', 'encryption');
  const read = readParameters(enc, least);
  if (read === undefined) return fault('damaged', 'parameters of the encryption');
  const keys = await stretch(web, passphrase, read.salt, read.iterations);
  return equal(await checkOf(keys), read.check) ? { ok: true, value: keys } : fault('passphrase', 'wrong');
}

function readParameters(enc: unknown, least: number) {
  if (!isRecord(enc) || enc['v'] !== 1 || enc['kdf'] !== 'PBKDF2-SHA-256') return undefined;
  const { iterations } = enc;
  const [salt, check] = [fromBase64(enc['salt']), fromBase64(enc['check'])];
  if (typeof iterations !== 'number' || !Number.isInteger(iterations)) return undefined;
  if (iterations < least || iterations > MOST_ITERATIONS) return undefined;
  return salt?.length === SALT_BYTES && check?.length === CHECK_BYTES ? { salt, check, iterations } : undefined;
}

/** The same passphrase typed on another system may come in other code points: NFC makes them one. Nothing is trimmed. */
async function stretch(web: Web, passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Keys> {
  const { subtle } = web;
  const typed = await subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
  const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256);
  const root = await subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  const part = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) });
  const [seal, name] = await Promise.all([
    subtle.deriveKey(part('scholion seal'), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    subtle.deriveKey(part('scholion name'), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return { web, seal, name };
}

const checkOf = async ({ web, name }: Keys): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await web.subtle.sign('HMAC', name, utf8(CHECK))).slice(0, CHECK_BYTES);

/** The check stands in the open: nothing is learnt from how long this takes. */
const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
