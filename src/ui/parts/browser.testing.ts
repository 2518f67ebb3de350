import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The part of the browser that views touch, for tests in node: English words from the real `_locales`. Import it before anything
 * that imports `platform/`.
 */
const file = resolve(import.meta.dirname, '../../../public/_locales/en/messages.json');
// The file is written by us and checked by the shape tests.
const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;

const getMessage = (key: string, substitutions: readonly string[] = []): string =>
  (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');

const runtime = {
  id: 'scholion',
  getURL: (path: string) => `chrome-extension://scholion/${path}`,
  getManifest: () => ({ version: '0.0.0' }),
};
const i18n = { getMessage, getUILanguage: () => 'en' };

// A plain object named `browser` is taken by the polyfill as it is.
Object.assign(globalThis, { chrome: { runtime, i18n }, browser: { runtime, i18n } });
