import type { PlaceSecrets, PlaceSettings } from '../../core/sync/place.ts';
import { plainSealing, type Sealing } from '../../sync/blob/codec.ts';
import { fault, type Outcome } from '../../sync/outcome.ts';

/** How what leaves for a place is sealed. */
export function sealingOf({ encrypted }: PlaceSettings, { passphrase }: PlaceSecrets): Outcome<Sealing> {
  if (!encrypted) return { ok: true, value: plainSealing };
  return fault(passphrase === undefined ? 'passphrase' : 'unsupported', 'encrypted');
}

/** In small hex digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>); // a buffer of our own, not a shared one
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
