import { fault, type Outcome } from '../outcome.ts';

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

/** How a place is kept: what its marker (`lib/format.json`, or the head of a bundle) says of the encryption. */
export interface Sealing {
  /** For a place that is made: what goes under `enc` into the marker, as JSON; undefined where nothing is encrypted. */
  make(): Promise<{ readonly enc: unknown; readonly codec: SegmentCodec }>;
  /**
   * For a place that is there.
   * @param enc what stands in its marker, undefined where nothing does; comes from outside
   * @returns `passphrase` where the passphrase is missing or wrong, or where one is set and the place is not encrypted
   */
  fits(enc: unknown): Promise<Outcome<SegmentCodec>>;
}

export const plainCodec: SegmentCodec = {
  seal: async (bytes) => bytes,
  open: async (bytes) => ({ ok: true, value: bytes }),
};

export const plainSealing: Sealing = {
  make: async () => ({ enc: undefined, codec: plainCodec }),
  fits: async (enc) => (enc === undefined ? { ok: true, value: plainCodec } : fault('passphrase', 'encrypted')),
};
