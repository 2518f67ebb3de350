import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Adds sentences to the English locale, sorted by key: `tsx tools/add-messages.ts KEY 'text with $1' [KEY TEXT …]`.
 * A key that exists is replaced.
 */
const file = new URL('../public/_locales/en/messages.json', import.meta.url);
const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>; // our own file
const args = process.argv.slice(2);
for (let n = 0; n + 1 < args.length; n += 2) messages[args[n]!] = { message: args[n + 1]! };
const sorted = Object.fromEntries(Object.entries(messages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
