import { isPrivate, isThisMachine, placeAddress } from '../../../core/sync/address.ts';
import type { PlaceKind, PlaceSecrets, PlaceSettings, Share } from '../../../core/sync/place.ts';
import { t } from '../../../platform/i18n.ts';
import { hostOf } from '../../sync/stand.ts';
import { kindName } from './place-words.ts';

/** The form of a new place: what was typed, what is missing, and what becomes of it. Pure. */

export interface Form {
  readonly kind: PlaceKind;
  readonly address: string;
  /** The person agreed to http at a near address. */
  readonly plainHttp: boolean;
  readonly database: string;
  readonly login: string;
  readonly password: string;
  readonly name: string;
  /** Name of the folder that was chosen. */
  readonly folder: string;
  /** Id of a collection, '' for everything. */
  readonly collection: string;
  readonly share: Share;
  readonly encrypted: boolean;
  readonly passphrase: string;
  readonly again: string;
}

/** A shorter passphrase is guessed offline by whoever has the files (sync/seal/keys.ts). */
export const LEAST_PASSPHRASE = 8;

export const emptyForm = (kind: PlaceKind): Form => ({
  kind,
  address: '',
  plainHttp: false,
  database: '',
  login: '',
  password: '',
  name: '',
  folder: '',
  collection: '',
  share: 'papers',
  encrypted: false,
  passphrase: '',
  again: '',
});

export const isServer = (kind: PlaceKind): boolean => kind === 'couch' || kind === 'webdav';

/** Would http be allowed here, if the person agreed? */
export function mayBePlain({ address }: Pick<Form, 'address'>): boolean {
  const url = placeAddress(address.trim(), { plainHttp: true });
  return url.ok && url.value.protocol === 'http:' && (isThisMachine(url.value) || isPrivate(url.value));
}

export type Faults = Readonly<Partial<Record<keyof Form, string>>>;

/** What must be put right, by field, in the order of the form. */
export function faultsOf(form: Form): Faults {
  const { kind, encrypted, passphrase, again } = form;
  const isPlain = mayBePlain(form);
  const address = placeAddress(form.address.trim(), { plainHttp: true });
  return {
    ...(kind === 'folder' && form.folder === '' ? { folder: t('syncFolderNone') } : {}),
    ...(isServer(kind) && !address.ok ? { address: t('syncAddressBad') } : {}),
    ...(isServer(kind) && isPlain && !form.plainHttp ? { plainHttp: t('syncMissing') } : {}),
    ...(kind === 'couch' && form.database.trim() === '' ? { database: t('syncMissing') } : {}),
    ...(encrypted && passphrase.length < LEAST_PASSPHRASE
      ? { passphrase: t('syncPassphraseShort', LEAST_PASSPHRASE) }
      : {}),
    ...(encrypted && passphrase !== again ? { again: t('syncPassphraseDiffers') } : {}),
  };
}

const given = <K extends string>(key: K, text: string): { readonly [k in K]?: string } =>
  text === '' ? {} : ({ [key]: text } as { readonly [k in K]?: string }); // one key, as its type says

export function settingsOf(form: Form): PlaceSettings {
  const { kind, collection } = form;
  const server = isServer(kind);
  const address = server ? form.address.trim() : '';
  const otherwise = kind === 'folder' ? form.folder : hostOf(address) || kindName(kind);
  return {
    kind,
    name: form.name.trim() || otherwise,
    ...given('address', address),
    ...given('database', kind === 'couch' ? form.database.trim() : ''),
    ...given('login', server ? form.login.trim() : ''),
    encrypted: form.encrypted,
    ...(collection === '' ? {} : { collection, share: form.share }),
    ...(server && mayBePlain(form) && form.plainHttp ? { plainHttp: true as const } : {}),
  };
}

export const secretsOf = (form: Form): PlaceSecrets => ({
  ...given('password', isServer(form.kind) ? form.password : ''),
  ...given('passphrase', form.encrypted ? form.passphrase : ''),
});
