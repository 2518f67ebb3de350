import { fault, type Outcome } from '../outcome.ts';
import type { SealingOf } from '../sealing.ts';

/**
 * What becomes of a segment's bytes (compressed records) before they leave, and of what comes back. The plain one leaves them as they are;
 * seal/ encrypts them.
 */
export interface SegmentCodec {
  /** @param name of the file, as `dev-a1b2-0f0f0f0f.00000007` or `bundle.00000001`, in small letters: may be bound to the bytes, so that files cannot be swapped */
  seal(bytes: Uint8Array, name: string): Promise<Uint8Array>;
  /** `passphrase` where the bytes cannot be decrypted; `damaged` where they are no sealed bytes. */
  open(bytes: Uint8Array, name: string): Promise<Outcome<Uint8Array>>;
}

/** Of a place that stores files: its marker is `lib/format.json`, or the head of a bundle. */
export type Sealing = SealingOf<SegmentCodec>;

export const plainCodec: SegmentCodec = {
  seal: async (bytes) => bytes,
  open: async (bytes) => ({ ok: true, value: bytes }),
};

export const plainSealing: Sealing = {
  make: async () => ({ enc: undefined, codec: plainCodec }),
  fits: async (enc) => (enc === undefined ? { ok: true, value: plainCodec } : fault('passphrase', 'encrypted')),
};
