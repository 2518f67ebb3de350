/**
 * `tsx tools/pseudo-locale.ts FOLDER OUT [LANGUAGE…]` copies a built extension and gives the copy pseudo text (see pseudo-text.ts).
 * Without a language it takes the place of the English that every browser shows; with `ar`, `ja` … it becomes a language of its own, which
 * only a browser in that language shows: that is how right-to-left pages and other calendars are tested without a translation.
 * A browser takes its language from LANGUAGE (Linux) or --lang (elsewhere): e2e/harness/languages.ts.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pseudo } from './pseudo-text.ts';

/** Names the language of the sentences for Intl: never pseudo text. */
const LOCALE = 'locale';

type Messages = Readonly<Record<string, { readonly message: string }>>;

/** @param language BCP 47 tag that the sentences are to be in for dates, numbers and plural forms */
export function pseudoMessages(english: Messages, language: string): Messages {
  const script = isRightToLeft(language) ? 'arabic' : 'latin';
  return Object.fromEntries(
    Object.entries(english).map(([key, { message }]) => [
      key,
      { message: key === LOCALE ? language : pseudo(message, script) },
    ]),
  );
}

const isRightToLeft = (language: string): boolean => /^(?:ar|fa|he|iw|ur)\b/.test(language);

/** Copies a built extension; `en` is replaced, every other language is added. @throws where `built` holds no extension */
export function pseudoExtension(built: string, out: string, languages: readonly string[]): void {
  const file = join(built, '_locales/en/messages.json');
  if (!existsSync(file)) throw new Error(`${built} holds no built extension.`);
  const english = JSON.parse(readFileSync(file, 'utf8')) as Messages; // built from ours, its shape checked by tests
  rmSync(out, { recursive: true, force: true });
  cpSync(built, out, { recursive: true });
  for (const language of languages) {
    const folder = join(out, '_locales', language.replace('-', '_'));
    mkdirSync(folder, { recursive: true });
    const messages = pseudoMessages(english, language === 'en' ? 'en-GB' : language);
    writeFileSync(join(folder, 'messages.json'), JSON.stringify(messages, null, 2));
  }
}

if (process.argv[1] === import.meta.filename) {
  const [built, out, ...languages] = process.argv.slice(2);
  if (built === undefined || out === undefined) {
    console.error('Usage: tsx tools/pseudo-locale.ts FOLDER OUT [LANGUAGE…]');
    process.exit(2);
  }
  pseudoExtension(built, out, languages.length > 0 ? languages : ['en']);
  console.log(`Pseudo text (${languages.join(', ') || 'en'}) in ${out}`);
}
