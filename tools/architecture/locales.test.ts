/** Every language of `_locales` says the same things, in the words of VISUAL.md 10; each rule shows on a bad text that it can fail. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keysUsed } from './locale-keys.ts';
import {
  endFaults,
  LANGUAGES,
  lonely,
  placeholderFaults,
  pluralFaults,
  type Texts,
  textsOf,
  untranslated,
  wordFaults,
} from './locales.ts';
import { parse, readSource, sourcePaths } from './source-files.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (language: string): Texts =>
  textsOf(readFileSync(resolve(root, `public/_locales/${language}/messages.json`), 'utf8'));
const en = read('en');
const de = read('de');
const texts = (entries: Readonly<Record<string, string>>): Texts => new Map(Object.entries(entries));

/** Sentences about a number that are the same for every number, in both languages. */
const ONE_FORM: ReadonlySet<string> = new Set([
  'popupFound',
  'popupFresh',
  'popupYours',
  'popupSavedCount',
  'welcomeTry',
]);

/** Words that are the same in English and German: names, formats, and what German took over. */
const SAME: ReadonlySet<string> = new Set(
  (
    'Scholion CouchDB WebDAV Passphrase arXiv Hugging Face Papers Zotero Obsidian PaperMemory GitHub OpenReview Semantic Scholar ' +
    'APA IEEE ACM Chicago MLA BibTeX BibLaTeX RIS CSL JSON CSV HTML RDF Markdown DOI URL ISBN kB MB GB ms in ' +
    'Alt Esc Paper Code Status Links Offline Version Demo Video Benchmark Digest Digests Filter Name Panel Text Export Import Details Abstract'
  ).split(' '),
);

/** Sentences whose German ends otherwise, for a reason. */
const OTHER_END: ReadonlySet<string> = new Set(['cardShares']);

describe('English and German', () => {
  test('are the languages there are', () => {
    expect(
      readdirSync(resolve(root, 'public/_locales'), { withFileTypes: true })
        .flatMap((e) => (e.isDirectory() && !e.name.startsWith('.') ? [e.name] : []))
        .sort(),
    ).toEqual([...LANGUAGES].sort());
  });
  test('have the same keys', () => {
    expect({ onlyEnglish: lonely(en, de), onlyGerman: lonely(de, en) }).toEqual({ onlyEnglish: [], onlyGerman: [] });
    expect(lonely(texts({ a: '', a_one: '', b_one: '' }), texts({ a: '' }))).toEqual(['b_one']);
  });
  test('have the same placeholders', () => {
    expect(placeholderFaults(en, de)).toEqual([]);
    expect(placeholderFaults(texts({ a: '$2 of $1', b: '$1' }), texts({ a: '$1 von $2', b: 'alle' }))).toEqual([
      'b: "$1" has $1, "alle" has none',
    ]);
  });
  test('have every form of every number', () => {
    const shipped = sourcePaths(root, 'src').filter((path) => !/\.(?:test|testing)\./.test(path));
    const counted = [...(keysUsed(shipped.map((path) => readSource(root, path))).forms ?? [])].map((form) =>
      form.slice(0, -1),
    );
    expect(counted.length).toBeGreaterThan(20);
    for (const [language, file] of [
      ['en', en],
      ['de', de],
    ] as const)
      expect(pluralFaults(file, language, counted, ONE_FORM), language).toEqual([]);
    const used = keysUsed([parse('src/ui/x.ts', `tn('papers', n); tn('tags', n)`)]).forms ?? [];
    expect(
      pluralFaults(
        texts({ papers: '', papers_one: '', line_one: '' }),
        'de',
        [...used].map((f) => f.slice(0, -1)),
        new Set(),
      ),
    ).toEqual(['tags is missing', 'tags_one is missing', 'line is missing']);
    expect(pluralFaults(texts({ papers: '' }), 'ar', ['papers'], new Set()).length).toBe(5);
  });
  test('differ, besides names and words that are both', () => {
    expect(untranslated(en, de, SAME)).toEqual([]);
    expect(
      untranslated(texts({ a: 'Save', b: '$1', c: '3 ms' }), texts({ a: 'Save', b: '$1', c: '3 ms' }), SAME),
    ).toEqual(['a: Save']);
  });
  test('end their sentences alike', () => {
    expect(endFaults(en, de).filter((line) => !OTHER_END.has(line.split(':')[0] ?? ''))).toEqual([]);
    expect(endFaults(texts({ a: 'Saved.' }), texts({ a: 'Gespeichert' })).length).toBe(1);
  });
  test.each(LANGUAGES)('%s keeps to the words of the interface', (language) => {
    expect(wordFaults(read(language), language)).toEqual([]);
  });
  test('unwanted words are noticed', () => {
    const count = (language: 'en' | 'de', text: string): number => wordFaults(texts({ a: text }), language).length;
    for (const bad of [
      'Saved!',
      'Please wait',
      'Successfully saved',
      'We saved it',
      'Wait...',
      ' Save',
      '<b>Save</b>',
      '$x',
    ])
      expect(count('en', bad), bad).toBeGreaterThan(0);
    for (const bad of [
      'Bitte warten',
      'Erfolgreich gespeichert',
      'Hast du',
      'Wollen Sie',
      'Wählen Sie',
      'Tag hinzufügen',
      'Neue Arbeit',
      '“Titel”',
    ])
      expect(count('de', bad), bad).toBeGreaterThan(0);
    for (const good of ['Sie enthielt $1 Paper. Sie bleibt.', '„$1“ im Titel', 'Noch einmal versuchen', 'noch $1 Tag'])
      expect(count('de', good), good).toBe(0);
  });
  test('fit the store: a name of at most 75 and a description of at most 132 characters', () => {
    for (const file of [en, de]) {
      expect(file.get('name')?.length).toBeLessThanOrEqual(75);
      expect(file.get('description')?.length).toBeLessThanOrEqual(132);
    }
  });
  test('name themselves as Intl knows them', () => {
    for (const [language, file] of [
      ['en', en],
      ['de', de],
    ] as const)
      expect(new Intl.DateTimeFormat(file.get('locale') ?? 'xx').resolvedOptions().locale.slice(0, 2)).toBe(language);
  });
});
