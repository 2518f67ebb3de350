import { i18n, runtime } from './browser.ts';

/** What a `messages.json` of `_locales` holds. */
type Messages = Readonly<Record<string, { readonly message: string }>>;

/** Sentences read from the extension's own files, where the browser gave none. */
let spare: Messages = {};

function sentence(key: string, given: readonly string[]): string {
  const substitutions = given.map(isolated);
  return (
    i18n.getMessage(key, substitutions) ||
    (spare[key]?.message ?? '').replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '')
  );
}

/**
 * A name inside a sentence from right to left would drag the signs beside it along: there it stands between U+2068 and U+2069, first strong
 * isolate and its end (https://www.unicode.org/reports/tr9/). Text that has no letter from left to right needs none.
 */
const isolated = (text: string): string =>
  direction() === 'rtl' && /\p{L}/u.test(text) ? `\u2068${text}\u2069` : text;

/**
 * Reads the sentences from the extension's own files: those of the person's language over the English ones. On a busy machine a page
 * may get none from the browser, for as long as it lives (seen on Chromium 156): words are better than keys.
 * @throws where not even the English ones can be read
 */
export async function readSentences(): Promise<void> {
  const read = async (folder: string): Promise<Messages> =>
    (await (await fetch(runtime.getURL(`_locales/${folder}/messages.json`))).json()) as Messages; // written by us, its shape checked by tests
  const english = await read('en');
  const whole = uiLanguage().replace('-', '_');
  const own = [...new Set([languageOf(whole), whole])].filter((folder) => folder !== 'en');
  const files = await Promise.all(own.map((folder) => read(folder).catch((): Messages => ({})))); // no such language: no such file
  spare = Object.assign({}, english, ...files) as Messages; // all of its parts are Messages
}

/** A sentence of the interface in the person's language, from `_locales`; the key itself where it is missing. */
export const t = (key: string, ...substitutions: readonly (string | number)[]): string =>
  sentence(key, substitutions.map(String)) || key;

/** "de" of "de-AT" or "de_AT". */
const languageOf = (tag: string): string => /^[a-z]*/i.exec(tag)?.[0].toLowerCase() ?? '';

/** The browser's language as Intl takes it. Chromium on Linux has been seen to say "en-US@posix", which Intl throws at. */
function uiLanguage(): string {
  const [tag = ''] = i18n.getUILanguage().replaceAll('_', '-').split('@');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * BCP 47 tag of the sentences, for Intl and the `lang` of a page: the browser's own tag, with its region, where they are in that language,
 * else theirs. A browser in French shows our English: its plural forms and dates have to be English ones.
 */
export function locale(): string {
  const ui = uiLanguage();
  const own = sentence('locale', []);
  return own === '' || languageOf(own) === languageOf(ui) ? ui : own;
}

const numbers = new Map<string, Intl.NumberFormat>();
/** A count as people write it: 21,406. */
export function number(n: number): string {
  const tag = locale();
  const format = numbers.get(tag) ?? new Intl.NumberFormat(tag);
  numbers.set(tag, format);
  return format.format(n);
}

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
