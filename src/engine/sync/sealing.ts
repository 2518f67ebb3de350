import type { PlaceSecrets, PlaceSettings } from '../../core/sync/place.ts';
import { plainSealing, type Sealing } from '../../sync/blob/codec.ts';
import { JobFailure } from '../library/jobs/job-failure.ts';

/** How what leaves for a place is sealed. @throws JobFailure where it is to be encrypted and cannot be */
export async function sealingOf({ encrypted }: PlaceSettings, { passphrase }: PlaceSecrets): Promise<Sealing> {
  if (!encrypted) return plainSealing;
  throw new JobFailure('failed', passphrase === undefined ? 'passphrase' : 'unsupported');
}

/** In small hex digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>); // a buffer of our own, not a shared one
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
