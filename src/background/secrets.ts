import { type SecretsDb, secretsDb, wrappingKey } from '../storage/secrets/database.ts';

/**
 * Secrets that other programs gave us: never in the library, in settings, exports, backups, sync, messages or the log. At rest they
 * are sealed with a key whose bytes no script can read, so a copy of the profile's files alone does not show them.
 */

export interface Secrets {
  /** Undefined where there is none, or none that can be opened any more. */
  get(name: string): Promise<string | undefined>;
  set(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** All of them: "forget the access to other programs". */
  clear(): Promise<void>;
}

/** Sealing as WebCrypto does it: AES-GCM, 256 bits, a new 96-bit vector each time (NIST SP 800-38D). */
const AES = { name: 'AES-GCM', length: 256 } as const;
const VECTOR_BYTES = 12;

export function secretsIn(db: SecretsDb): Secrets {
  let opened: Promise<CryptoKey> | undefined;
  const key = (): Promise<CryptoKey> => {
    opened ??= crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']).then((fresh) => wrappingKey(db, fresh));
    opened.catch(() => {
      opened = undefined; // the next use tries again
    });
    return opened;
  };
  const sealing = (name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
    name: AES.name,
    iv,
    additionalData: new TextEncoder().encode(name), // a row under another's name does not open
  });
  return {
    async get(name) {
      const row = await db.secrets.get(name);
      if (row === undefined) return undefined;
      try {
        return new TextDecoder().decode(await crypto.subtle.decrypt(sealing(name, row.iv), await key(), row.sealed));
      } catch {
        await db.secrets.delete(name); // the key it was sealed with is gone: it is of no use to anybody
        return undefined;
      }
    },
    async set(name, secret) {
      const iv = crypto.getRandomValues(new Uint8Array(VECTOR_BYTES));
      const sealed = await crypto.subtle.encrypt(sealing(name, iv), await key(), new TextEncoder().encode(secret));
      await db.secrets.put({ name, iv, sealed });
    },
    remove: (name) => db.secrets.delete(name),
    clear: () => db.secrets.clear(),
  };
}

let own: Secrets | undefined;

/** The extension's own. */
export const secrets = (): Secrets => {
  own ??= secretsIn(secretsDb());
  return own;
};
