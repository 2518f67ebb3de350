import { i18n, runtime } from './browser.ts';

/** Sentences read from the extension's own file, where the browser gave none. */
let spare: Readonly<Record<string, { readonly message: string }>> = {};

const sentence = (key: string, substitutions: readonly string[]): string =>
  i18n.getMessage(key, [...substitutions]) ||
  (spare[key]?.message ?? '').replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');

/**
 * Reads the sentences from the extension's own file. On a busy machine a page may get none from the browser, for as long as it lives
 * (seen on Chromium 156): words in English are better than keys.
 */
export async function readSentences(): Promise<void> {
  const file = await fetch(runtime.getURL('_locales/en/messages.json'));
  spare = (await file.json()) as typeof spare; // written by us, its shape checked by tests
}

/** A sentence of the interface in the person's language, from `_locales`; the key itself where it is missing. */
export const t = (key: string, ...substitutions: readonly (string | number)[]): string =>
  sentence(key, substitutions.map(String)) || key;

/** BCP 47 tag of the interface, for Intl. */
export const locale = (): string => i18n.getUILanguage();

/** A count as people write it: 21,406. */
export const number = (n: number): string => new Intl.NumberFormat(locale()).format(n);

/**
 * A sentence about `n` things, in the form that the language has for this number: `key_one`, `key_few` …, else `key` itself.
 * `$1` is the number as people write it, `$2` and on are the rest.
 */
export const tn = (key: string, n: number, ...rest: readonly (string | number)[]): string =>
  sentence(`${key}_${new Intl.PluralRules(locale()).select(n)}`, [number(n), ...rest.map(String)]) ||
  t(key, number(n), ...rest);

const DIRECTION = '@@bidi_dir';
/** Which way the person's language is written. */
export const direction = (): 'ltr' | 'rtl' => (i18n.getMessage(DIRECTION) === 'rtl' ? 'rtl' : 'ltr');
