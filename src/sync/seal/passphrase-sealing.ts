import type { Sealing, SegmentCodec } from '../blob/codec.ts';
import { fault } from '../outcome.ts';
import { ITERATIONS, type Keys, keysFor, LEAST_PASSPHRASE, makeKeys } from './keys.ts';
import { openBytes, sealBytes } from './seal.ts';

/**
 * Segments and bundle files sealed with a passphrase: compressed first, then encrypted, bound to the file's name. Whoever has the files
 * sees how many devices write, how often and how much; nothing else.
 * @param passphrase undefined where the person has not given it here
 * @param iterations of a place that is made; tests take fewer
 */
export function passphraseSealing(passphrase: string | undefined, iterations: number = ITERATIONS): Sealing {
  // A place is opened at each sync: the keys of its parameters are made once.
  let made: { readonly enc: string; readonly keys: Keys } | undefined;
  return {
    async make() {
      if (passphrase === undefined || passphrase.length < LEAST_PASSPHRASE)
        throw new Error('a place cannot be made without a passphrase');
      const { keys, enc } = await makeKeys(passphrase, iterations);
      made = { enc: JSON.stringify(enc), keys };
      return { enc, codec: codecOf(keys) };
    },
    async fits(enc) {
      if (enc === undefined) return fault('passphrase', 'plain there');
      if (passphrase === undefined) return fault('passphrase', 'missing');
      const text = JSON.stringify(enc);
      if (made?.enc === text) return { ok: true, value: codecOf(made.keys) };
      const keys = await keysFor(passphrase, enc, Math.min(iterations, LEAST_ITERATIONS));
      if (!keys.ok) return keys;
      made = { enc: text, keys: keys.value };
      return { ok: true, value: codecOf(keys.value) };
    },
  };
}

/** Of a marker from outside. */
const LEAST_ITERATIONS = 100_000;

const codecOf = ({ seal }: Keys): SegmentCodec => ({
  seal: (bytes, name) => sealBytes(seal, bytes, name),
  open: (bytes, name) => openBytes(seal, bytes, name),
});
