import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Adds sentences to the locales, sorted by key. Reads JSON from standard input:
 * `{ "key": { "en": "text with $1", "de": "Text mit $1" }, "gone": null }`. A key that exists is replaced, `null` takes it out.
 */
type Asked = Readonly<Record<string, { readonly en: string; readonly de: string } | null>>;
const asked = JSON.parse(readFileSync(0, 'utf8')) as Asked; // typed by hand, checked below
const folder = fileURLToPath(new URL('../public/_locales/', import.meta.url));
const lock = `${folder}.lock`;

/** Several people may add at once: a folder is made by one of them only. */
async function locked(work: () => void): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  try {
    work();
  } finally {
    rmdirSync(lock);
  }
}

await locked(() => {
  for (const language of ['en', 'de'] as const) {
    const file = `${folder}${language}/messages.json`;
    mkdirSync(`${folder}${language}`, { recursive: true });
    const old = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
    const messages = new Map<string, unknown>(Object.entries(JSON.parse(old) as object));
    for (const [key, text] of Object.entries(asked)) {
      if (text === null) messages.delete(key);
      else if (!text.en || !text.de) throw new Error(`${key} needs both languages`);
      else messages.set(key, { message: text[language] });
    }
    const sorted = Object.fromEntries([...messages].sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(`${file}.new`, `${JSON.stringify(sorted, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  }
});
