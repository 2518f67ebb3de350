import type { PlaceSecrets } from '../../core/sync/place.ts';
import type { Secrets } from '../secrets.ts';

/** Passwords and passphrases of places, in the machine's own secret store. */
const nameOf = (id: string): string => `sync:${id}`;

export async function secretsOf(store: Secrets, id: string): Promise<PlaceSecrets> {
  const text = await store.get(nameOf(id));
  if (text === undefined) return {};
  const { password, passphrase } = JSON.parse(text) as Partial<Record<keyof PlaceSecrets, unknown>>; // kept below alone
  return {
    ...(typeof password === 'string' ? { password } : {}),
    ...(typeof passphrase === 'string' ? { passphrase } : {}),
  };
}

export const keepSecrets = (store: Secrets, id: string, secrets: PlaceSecrets): Promise<void> =>
  Object.keys(secrets).length === 0 ? store.remove(nameOf(id)) : store.set(nameOf(id), JSON.stringify(secrets));

export const forgetSecrets = (store: Secrets, id: string): Promise<void> => store.remove(nameOf(id));
