import type { Outcome } from './outcome.ts';

/** How a place is kept: what its marker says of the encryption, and what follows from it for all that is written there. */
export interface SealingOf<Codec> {
  /** For a place that is made: what goes under `enc` into the marker, as JSON; undefined where nothing is encrypted. */
  make(): Promise<{ readonly enc: unknown; readonly codec: Codec }>;
  /**
   * For a place that is there.
   * @param enc what stands in its marker, undefined where nothing does; comes from outside
   * @returns `passphrase` where the passphrase is missing or wrong, or where one is set and the place is not encrypted
   */
  fits(enc: unknown): Promise<Outcome<Codec>>;
}
