import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { keysFor, makeKeys } from './keys.ts';
import { passphraseSealing } from './passphrase-sealing.ts';
import { openBytes, sealBytes } from './seal.ts';

const FEW = 1_000;
const PASSPHRASE = 'correct horse battery staple';
const bytes = fc.uint8Array({ maxLength: 3_000 });

test('base64 gives back every bytes, and what is none is known', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70_000 }), (it) => {
      expect(fromBase64(toBase64(it))).toEqual(it);
    }),
    { numRuns: 30 },
  );
  for (const wrong of [undefined, 7, 'a b=c', '====', 'ü']) expect(fromBase64(wrong)).toBeUndefined();
});

test('what is sealed opens under its name, and never in clear', async () => {
  const { keys } = await makeKeys(crypto, PASSPHRASE, FEW);
  await fc.assert(
    fc.asyncProperty(bytes, fc.string(), async (it, name) => {
      const sealed = await sealBytes(keys, it, name);
      expect(await openBytes(keys, sealed, name)).toEqual({ ok: true, value: it });
      if (it.length >= 8) expect(Buffer.from(sealed).includes(Buffer.from(it))).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('D17: a changed byte, another name, a part of it, another passphrase: it does not open', async () => {
  const { keys } = await makeKeys(crypto, PASSPHRASE, FEW);
  const { keys: others } = await makeKeys(crypto, 'another passphrase', FEW);
  await fc.assert(
    fc.asyncProperty(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), async (it, at, change) => {
      const sealed = await sealBytes(keys, it, 'a');
      const tampered = sealed.slice();
      const place = at % tampered.length;
      tampered[place] = (tampered[place] ?? 0) ^ change;
      expect(await openBytes(keys, tampered, 'a')).toMatchObject({ ok: false, error: 'passphrase' });
      expect(await openBytes(keys, sealed, 'b')).toMatchObject({ ok: false, error: 'passphrase' });
      expect(await openBytes(others, sealed, 'a')).toMatchObject({ ok: false, error: 'passphrase' });
      expect((await openBytes(keys, sealed.slice(0, place), 'a')).ok).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('SYNC 20: a wrong passphrase is known from the marker, before anything is read', async () => {
  const { enc } = await makeKeys(crypto, PASSPHRASE, FEW);
  expect((await keysFor(crypto, PASSPHRASE, enc, FEW)).ok).toBe(true);
  for (const wrong of ['Correct horse battery staple', `${PASSPHRASE} `, ''])
    expect(await keysFor(crypto, wrong, enc, FEW)).toEqual({ ok: false, error: 'passphrase', detail: 'wrong' });
});

test('the same passphrase in composed and decomposed letters is one', async () => {
  const { enc } = await makeKeys(crypto, 'Schlüssel für alle', FEW);
  expect((await keysFor(crypto, 'Schlüssel für alle'.normalize('NFD'), enc, FEW)).ok).toBe(true);
});

test('markers from outside: no parameters, too few or too many rounds, a later version', async () => {
  const { enc } = await makeKeys(crypto, PASSPHRASE, FEW);
  expect(await keysFor(crypto, PASSPHRASE, { ...enc, v: 2 }, FEW)).toMatchObject({ error: 'newer' });
  const bad = [null, 7, {}, [], { ...enc, iterations: 1 }, { ...enc, iterations: 1e12 }, { ...enc, iterations: 1.5 }];
  for (const one of [...bad, { ...enc, salt: 'x' }, { ...enc, check: '' }, { ...enc, kdf: 'none' }])
    expect(await keysFor(crypto, PASSPHRASE, one, FEW)).toMatchObject({ error: 'damaged' });
});

test('SYNC 20: a place that is plain, or encrypted without a passphrase here, or with another one: nothing is opened', async () => {
  const { enc, codec } = await passphraseSealing(crypto, PASSPHRASE, FEW).make();
  const sealed = await codec.seal(new Uint8Array([1, 2, 3]), 'dev-a-1.00000001');
  const same = await passphraseSealing(crypto, PASSPHRASE, FEW).fits(JSON.parse(JSON.stringify(enc)));
  if (!same.ok) throw new Error(same.error);
  expect(await same.value.open(sealed, 'dev-a-1.00000001')).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) });
  expect((await same.value.open(sealed, 'dev-a-1.00000002')).ok).toBe(false);
  const told = async (passphrase: string | undefined, marker: unknown) =>
    passphraseSealing(crypto, passphrase, FEW).fits(marker);
  expect(await told(PASSPHRASE, undefined)).toMatchObject({ error: 'passphrase', detail: 'plain there' });
  expect(await told(undefined, enc)).toMatchObject({ error: 'passphrase', detail: 'missing' });
  expect(await told('another one', enc)).toMatchObject({ error: 'passphrase', detail: 'wrong' });
  await expect(passphraseSealing(crypto, 'short', FEW).make()).rejects.toThrow('passphrase');
});
