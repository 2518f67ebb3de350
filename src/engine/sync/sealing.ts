import type { PlaceSecrets, PlaceSettings } from '../../core/sync/place.ts';
import { plainSealing, type Sealing } from '../../sync/blob/codec.ts';
import { type DocumentSealing, plainDocuments } from '../../sync/couchdb/codec.ts';
import { fault, type Outcome } from '../../sync/outcome.ts';
import { LEAST_PASSPHRASE } from '../../sync/seal/keys.ts';
import { documentSealing, passphraseSealing } from '../../sync/seal/passphrase-sealing.ts';

/** How what leaves for a place is sealed: files and documents. */
export function sealingOf(
  { encrypted }: PlaceSettings,
  { passphrase }: PlaceSecrets,
): Outcome<{ readonly files: Sealing; readonly documents: DocumentSealing }> {
  if (!encrypted) return { ok: true, value: { files: plainSealing, documents: plainDocuments } };
  if (passphrase === undefined || passphrase.length < LEAST_PASSPHRASE) return fault('passphrase', 'missing');
  return {
    ok: true,
    value: { files: passphraseSealing(crypto, passphrase), documents: documentSealing(crypto, passphrase) },
  };
}

/** In small hex digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>); // a buffer of our own, not a shared one
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
