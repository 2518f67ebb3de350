import { fault, type Outcome } from '../outcome.ts';
import { type Keys, utf8 } from './keys.ts';

/** AES-GCM with a new random 96-bit vector for each text, which stands before it (NIST SP 800-38D). */
const VECTOR_BYTES = 12;
const TAG_BYTES = 16;

/** @param name bound to the bytes: under another name they do not open */
export async function sealBytes({ web, seal }: Keys, bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const iv = web.getRandomValues(new Uint8Array(VECTOR_BYTES));
  const how = { name: 'AES-GCM', iv, additionalData: utf8(name) };
  const sealed = new Uint8Array(await web.subtle.encrypt(how, seal, own(bytes)));
  const all = new Uint8Array(VECTOR_BYTES + sealed.length);
  all.set(iv);
  all.set(sealed, VECTOR_BYTES);
  return all;
}

/** @returns `damaged` where the bytes are too few to be sealed ones; `passphrase` where they do not open: changed, moved, or of other keys */
export async function openBytes({ web, seal }: Keys, bytes: Uint8Array, name: string): Promise<Outcome<Uint8Array>> {
  if (bytes.length < VECTOR_BYTES + TAG_BYTES) return fault('damaged', 'sealed bytes');
  const iv = own(bytes.subarray(0, VECTOR_BYTES));
  const how = { name: 'AES-GCM', iv, additionalData: utf8(name) };
  try {
    const open = await web.subtle.decrypt(how, seal, own(bytes.subarray(VECTOR_BYTES)));
    return { ok: true, value: new Uint8Array(open) };
  } catch {
    return fault('passphrase', 'does not open'); // WebCrypto says no more than that
  }
}

/** Of a buffer that is not shared, as WebCrypto's types ask. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;
