import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';

/** A browser with a language, whose sentences are those of a file of ours; `silent` gives none, as a busy one was seen to. */
const browser = { language: 'en', file: 'en', silent: false, direction: 'ltr' };
type Messages = Record<string, { message: string }>;
const read = (language: string): Messages =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../public/_locales/${language}/messages.json`), 'utf8'));
const files: Record<string, Messages> = { en: read('en'), de: read('de') };

const i18n = {
  getUILanguage: () => browser.language,
  getMessage: (key: string, substitutions: readonly string[] = []) =>
    key === '@@bidi_dir'
      ? browser.direction
      : browser.silent
        ? ''
        : (files[browser.file]?.[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => substitutions[Number(n) - 1] ?? ''),
};
const runtime = { id: 'scholion', getURL: (path: string) => `chrome-extension://scholion/${path}` };
Object.assign(globalThis, { chrome: { runtime, i18n }, browser: { runtime, i18n } });
const { locale, number, readSentences, t, tn } = await import('./i18n.ts');

const speaks = (language: string, file: string): void => {
  Object.assign(browser, { language, file, silent: false });
};
afterEach(() => vi.unstubAllGlobals());

describe('the language of the sentences decides on dates, numbers and plural forms', () => {
  const cases: readonly [language: string, file: string, locale: string][] = [
    ['en-US', 'en', 'en-US'],
    ['de', 'de', 'de'],
    ['de-AT', 'de', 'de-AT'],
    ['fr', 'en', 'en-GB'],
    ['ar', 'en', 'en-GB'],
    ['ja', 'en', 'en-GB'],
    ['en-US', 'de', 'de'],
    ['en-US@posix', 'en', 'en-US'],
    ['pt_BR', 'en', 'en-GB'],
    ['', 'en', 'en'],
    ['not a language', 'en', 'en'],
  ];
  test.each(cases)('a browser in "%s" that shows %s sentences is %s', (language, file, expected) => {
    speaks(language, file);
    expect(locale()).toBe(expected);
  });

  test('French has one form for 0 and 1, English has not: no "1 paper" for none', () => {
    speaks('fr', 'en');
    expect(tn('popupPapers', 0)).toBe('0 papers');
    expect(tn('popupPapers', 1)).toBe('1 paper');
  });

  test('numbers are grouped as the language does', () => {
    speaks('de', 'de');
    expect(number(21_406)).toBe('21.406');
    expect(tn('optionsForgetMeans', 1)).toContain('1 Paper;');
    expect(tn('optionsForgetMeans', 2_000)).toContain('2.000 Papern;');
    speaks('en-US', 'en');
    expect(number(21_406)).toBe('21,406');
  });
});

test('a name keeps to itself in a sentence from right to left, and numbers need not', () => {
  speaks('en', 'en');
  browser.direction = 'rtl';
  expect(t('commonJobFailed', 'arXiv, new.')).toBe('\u2068arXiv, new.\u2069 could not be read.');
  expect(t('commonLine', 12)).toBe('line 12');
  browser.direction = 'ltr';
  expect(t('commonJobFailed', 'arXiv, new.')).toBe('arXiv, new. could not be read.');
});

describe('a page that the browser gives no sentences reads them itself', () => {
  const serve = (url: string): Response => {
    const folder = /_locales\/(\w+)\//.exec(url)?.[1] ?? '';
    const file = files[folder];
    if (!file) throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(file));
  };
  test.each([
    ['de', 'Einstellungen'],
    ['de-CH', 'Einstellungen'],
    ['en-US', 'Settings'],
    ['fr', 'Settings'],
    ['ja', 'Settings'],
  ])('in "%s": %s', async (language, title) => {
    Object.assign(browser, { language, silent: true });
    vi.stubGlobal('fetch', async (url: string) => serve(url));
    await readSentences();
    expect(t('optionsTitle')).toBe(title);
    expect(tn('popupSaved', 2_000)).toMatch(title === 'Settings' ? /^2,000 papers/ : /^2\D000 Paper /);
  });

  test('and says so where it cannot', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(readSentences()).rejects.toThrow();
  });
});
