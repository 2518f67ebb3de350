import type { Sealing, SegmentCodec } from '../blob/codec.ts';
import type { DocumentCodec, DocumentSealing } from '../couchdb/codec.ts';
import { fault } from '../outcome.ts';
import type { SealingOf } from '../sealing.ts';
import { sealedDocuments } from './documents.ts';
import { ITERATIONS, type Keys, keysFor, LEAST_ITERATIONS, LEAST_PASSPHRASE, makeKeys, type Web } from './keys.ts';
import { openBytes, sealBytes } from './seal.ts';

/**
 * Places sealed with a passphrase. Whoever has what is stored there sees how many devices write, how often and how much; nothing else.
 */

/**
 * Segments and bundle files: compressed first, then encrypted, bound to the file's name.
 * @param web the browser's `crypto`
 * @param passphrase undefined where the person has not given it here
 * @param iterations of a place that is made; tests take fewer
 */
export const passphraseSealing = (web: Web, passphrase: string | undefined, iterations: number = ITERATIONS): Sealing =>
  sealingBy<SegmentCodec>(web, passphrase, iterations, (keys) => ({
    seal: (bytes, name) => sealBytes(keys, bytes, name),
    open: (bytes, name) => openBytes(keys, bytes, name),
  }));

/** Documents of a database. Parameters as above. */
export const documentSealing = (
  web: Web,
  passphrase: string | undefined,
  iterations: number = ITERATIONS,
): DocumentSealing => sealingBy<DocumentCodec>(web, passphrase, iterations, sealedDocuments);

function sealingBy<Codec>(
  web: Web,
  passphrase: string | undefined,
  iterations: number,
  codecOf: (keys: Keys) => Codec,
): SealingOf<Codec> {
  // The keys of a place's parameters are made once.
  let made: { readonly enc: string; readonly codec: Codec } | undefined;
  return {
    async make() {
      if (passphrase === undefined || passphrase.length < LEAST_PASSPHRASE)
        throw new Error('a place cannot be made without a passphrase');
      const { keys, enc } = await makeKeys(web, passphrase, iterations);
      made = { enc: JSON.stringify(enc), codec: codecOf(keys) };
      return { enc, codec: made.codec };
    },
    async fits(enc) {
      if (enc === undefined) return fault('passphrase', 'plain there');
      if (passphrase === undefined) return fault('passphrase', 'missing');
      const text = JSON.stringify(enc);
      if (made?.enc === text) return { ok: true, value: made.codec };
      const keys = await keysFor(web, passphrase, enc, Math.min(iterations, LEAST_ITERATIONS));
      if (!keys.ok) return keys;
      made = { enc: text, codec: codecOf(keys.value) };
      return { ok: true, value: made.codec };
    },
  };
}
