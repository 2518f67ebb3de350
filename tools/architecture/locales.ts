/** What must hold between the languages of `_locales`, as functions from their messages to faults in sentences. */

/** Texts of one language by key. */
export type Texts = ReadonlyMap<string, string>;

/** Languages below _locales, in full; English is the one that the browser falls back to. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Reads a `messages.json`. Only `message` is used: direct placeholders, no descriptions. @throws where an entry has another shape */
export function textsOf(json: string): Texts {
  const entries = Object.entries(JSON.parse(json) as Record<string, Record<string, unknown>>); // checked below
  return new Map(
    entries.map(([key, entry]) => {
      const { message, ...rest } = entry;
      if (typeof message !== 'string' || Object.keys(rest).length > 0)
        throw new Error(`${key}: ${JSON.stringify(entry)}`);
      return [key, message];
    }),
  );
}

/** Keys that one language has and the other has not. A plural form may be missing: languages have different ones. */
export const lonely = (a: Texts, b: Texts): readonly string[] =>
  [...a.keys()].filter((key) => !b.has(key) && !(FORM.test(key) && b.has(key.replace(FORM, ''))));

const FORM = /_(?:zero|one|two|few|many)$/;
const placeholders = (text: string): string => [...new Set(text.match(/\$\d/g))].sort().join(' ');

/** Texts whose `$1`, `$2` … are not those of the same key in the other language. */
export const placeholderFaults = (a: Texts, b: Texts): readonly string[] =>
  [...a].flatMap(([key, text]) => {
    const other = b.get(key);
    return other === undefined || placeholders(text) === placeholders(other)
      ? []
      : [`${key}: "${text}" has ${placeholders(text) || 'none'}, "${other}" has ${placeholders(other) || 'none'}`];
  });

/**
 * Keys of which a form is missing. Looked at are those that are looked up with a number, and those that have any form.
 * @param counted keys that the code looks up with a number, as far as it names them
 * @param same keys whose sentence is the same for every number in this language
 */
export function pluralFaults(
  texts: Texts,
  language: string,
  counted: Iterable<string>,
  same: ReadonlySet<string>,
): readonly string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== 'other');
  const withForm = [...texts.keys()].filter((key) => FORM.test(key)).map((key) => key.replace(FORM, ''));
  return [...new Set([...counted, ...withForm])].flatMap((key) =>
    [key, ...(same.has(key) ? [] : forms.map((form) => `${key}_${form}`))]
      .filter((form) => !texts.has(form))
      .map((form) => `${form} is missing`),
  );
}

/** Texts that are the same in both languages, besides signs, numbers and words that are the same in both. */
export const untranslated = (a: Texts, b: Texts, same: ReadonlySet<string>): readonly string[] =>
  [...a].flatMap(([key, text]) => {
    const words = text.match(/\p{L}[\p{L}\d]*/gu) ?? [];
    return b.get(key) !== text || words.every((word) => same.has(word)) ? [] : [`${key}: ${text}`];
  });

/** Words and signs that VISUAL.md 10 does not want, in any language and in each. */
const UNWANTED: Readonly<Record<'any' | Language, readonly (readonly [RegExp, string])[]>> = {
  any: [
    [/!/, 'an exclamation'],
    [/ {2}|^\s|\s$/, 'space that is not seen'],
    [/\.\.\./, 'three dots instead of …'],
    [/[<>]/, 'markup'],
    [/\$(?!\d)|\$\d\d/, 'a $ that is no placeholder'],
    [/"|(?<![\p{L}\d])'/u, 'typewriter quotes'],
  ],
  en: [
    [/\bplease\b/i, 'a plea'],
    [/successful/i, 'success'],
    [/\b(?:we|our)\b/i, '"we"'],
    [/„/, 'German quotes'],
  ],
  de: [
    [/\bbitte\b/i, 'a plea'],
    [/erfolgreich/i, 'success'],
    [/\b(?:du|dir|dich|dein\w*|euch|euer|wir|uns|unser\w*)\b/i, 'an address: German is neutral here'],
    [/(?<!^|[.:;?] )\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b/, 'a formal address: German is neutral here'],
    [/“[^”„]*”/, 'English quotes'],
    [/\b(?:Artikel|Publikation\w*|Tipp\w*)\b/, 'another word for Paper or Hinweis'],
    [/\bArbeit(?:en)?\b/, 'another word for Paper'],
    [/\bTags\b|(?<!(?:einem|der|richtige|jeden|am|\$\d) )\bTag\b/, 'Tag, which is a day: Schlagwort'],
  ],
};

/** Texts that break a rule of words. */
export const wordFaults = (texts: Texts, language: Language): readonly string[] =>
  [...texts].flatMap(([key, text]) =>
    [...UNWANTED.any, ...UNWANTED[language]]
      .filter(([bad]) => bad.test(text))
      .map(([, what]) => `${key} has ${what}: ${text}`),
  );

const END = /[.…?:]$/;
/** Sentences end as sentences and labels as labels, in both languages. */
export const endFaults = (a: Texts, b: Texts): readonly string[] =>
  [...a].flatMap(([key, text]) => {
    const other = b.get(key);
    const [end, otherEnd] = [END.exec(text)?.[0], END.exec(other ?? '')?.[0]];
    return other === undefined || end === otherEnd ? [] : [`${key}: "${text}" ends otherwise than "${other}"`];
  });
