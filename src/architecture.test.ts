/** The shape of the house, as tests: each rule runs over the whole source, and shows on a bad snippet that it can fail. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifestConfig from '../manifest.config.ts';
import { forbiddenImports } from '../tools/architecture/imports.ts';
import { keysUsed, localeFaults, manifestKeys } from '../tools/architecture/locale-keys.ts';
import { rules } from '../tools/architecture/rules.ts';
import { parse, readSource, sourcePaths } from '../tools/architecture/source-files.ts';

const root = resolve(import.meta.dirname, '..');
const isTest = (path: string): boolean => /\.(test|testing)\.tsx?$/.test(path);
const src = sourcePaths(root, 'src').map((path) => readSource(root, path));
const shipped = src.filter((file) => !isTest(file.path));
const everything = [
  ...src,
  ...['tools', 'e2e', 'bench'].flatMap((f) => sourcePaths(root, f)).map((path) => readSource(root, path)),
];

describe('imports follow the table of layers', () => {
  test('no file imports what its layer may not', () => {
    expect(shipped.flatMap(forbiddenImports)).toEqual([]);
  });

  const bad: readonly [path: string, line: string, named: string][] = [
    [
      'src/core/digest/x.ts',
      `import { openPapers } from '../../storage/papers/database.ts';`,
      'core may import nothing',
    ],
    ['src/sites/x.ts', `import { call } from '../messaging/client.ts';`, 'sites may import core'],
    ['src/content/x.ts', `import { call } from '../messaging/client.ts';`, 'content may import core, sites'],
    ['src/content/x.ts', `export { call } from '../messaging/client.ts';`, 'content may import core, sites'],
    ['src/content/x.ts', `const m = await import('../storage/papers/database.ts');`, 'content may import core, sites'],
    ['src/background/x.ts', `import { sites } from '../sites/index.ts';`, 'sites/catalogue'],
    ['src/background/x.ts', `import Engine from '../engine/worker.ts?worker';`, 'sites/catalogue'],
    ['src/ui/x.ts', `import { save } from '../storage/library/commands/save.ts';`, 'storage/*/queries'],
    ['src/core/x.ts', `import Dexie from 'dexie';`, 'dexie lives only in storage'],
    ['src/messaging/content-client.ts', `import * as v from 'valibot';`, 'must stay out of this file'],
    ['src/platform/content.ts', `import browser from 'webextension-polyfill';`, 'must stay out of this file'],
    ['src/core/x.ts', `import _ from 'lodash';`, 'lodash has no home'],
    ['src/core/x.ts', `import { x } from '../../tools/build.ts';`, 'outside src'],
  ];
  test.each(bad)('%s with "%s" is named', (path, line, named) => {
    expect(forbiddenImports(parse(path, line)).join()).toContain(named);
  });

  const good: readonly [path: string, line: string][] = [
    ['src/engine/x.ts', `import { ok } from '../core/result.ts';`],
    ['src/ui/popup/x.tsx', `import { list } from '../../storage/library/queries/list.ts';`],
    ['src/ui/x.ts', `import type { PaperRow } from '../storage/papers/rows.ts';`],
    ['src/content/x.ts', `import { ask } from '../messaging/content-client.ts';`],
    ['src/background/x.ts', `import path from '../content/content-script.ts?script&iife';`],
    ['src/background/x.ts', `import file from '../engine/worker.ts?worker&url';`],
    ['src/background/x.ts', `import path from '../engine/worker.ts?worker&url';`],
    ['src/ui/x.tsx', `import { useState } from 'preact/hooks';`],
  ];
  test.each(good)('%s with "%s" is allowed', (path, line) => {
    expect(forbiddenImports(parse(path, line))).toEqual([]);
  });
});

/** One snippet for each rule that must break it, and where. */
const breaking: Readonly<Record<string, readonly [path: string, text: string][]>> = {
  'no HTML sinks': [
    ['src/ui/x.ts', `el.innerHTML = text;`],
    ['src/ui/x.ts', `el['outerHTML'] = text;`],
    ['src/ui/x.ts', `el.insertAdjacentHTML('beforeend', text);`],
    ['src/ui/x.ts', `document.write(text);`],
    ['src/ui/x.tsx', `export const a = <p dangerouslySetInnerHTML={{ __html: text }} />;`],
    ['src/ui/x.ts', `new DOMParser().parseFromString(text, 'text/html');`],
    ['src/ui/x.ts', `eval(text);`],
    ['src/ui/x.ts', `new Function(text);`],
  ],
  'requests leave from network alone': [
    ['src/ui/x.ts', `await fetch('https://example.org/');`],
    ['src/ui/x.ts', `await globalThis.fetch(url);`],
    ['src/background/x.ts', `const channel = new WebSocket(url);`],
    ['src/content/x.ts', `navigator.sendBeacon(url);`],
    ['src/engine/x.ts', `new XMLHttpRequest();`],
  ],
  'no clock, no randomness in core and sync': [
    ['src/core/x.ts', `export const now = Date.now();`],
    ['src/core/x.ts', `export const now = new Date();`],
    ['src/core/x.ts', `export const r = Math.random();`],
    ['src/sync/x.ts', `export const id = crypto.randomUUID();`],
    ['src/sync/x.ts', `export const t = performance.now();`],
  ],
  'unions, not enums': [['src/core/x.ts', `export enum Colour { Red }`]],
  'named exports only': [['src/core/x.ts', `export default 1;`]],
  'in sites, ?. on page DOM has its reason on the same line': [
    ['src/sites/x.ts', `const t = el.querySelector('.title')?.textContent;`],
  ],
  'no file over 300 lines': [['tools/x.ts', '// line\n'.repeat(301)]],
  'no utils, helpers or misc; kebab-case': [
    ['src/core/utils.ts', ''],
    ['src/ui/helpers/dom.ts', ''],
    ['src/ui/PaperRow.tsx', ''],
  ],
};

describe.each(rules)('$name', (rule) => {
  test('holds in every file', () => {
    expect(everything.filter((file) => rule.holdsFor(file.path)).flatMap(rule.broken)).toEqual([]);
  });
  test('is noticed where it is broken', () => {
    const snippets = breaking[rule.name] ?? [];
    expect(snippets.length).toBeGreaterThan(0);
    for (const [path, text] of snippets) {
      expect(rule.holdsFor(path)).toBe(true);
      expect(rule.broken(parse(path, text)), text.slice(0, 80)).not.toEqual([]);
    }
  });
});

test('a reason on the same line allows ?. in a site', () => {
  const rule = rules.find((r) => r.name.startsWith('in sites'));
  const text = `const t = el.querySelector('.title')?.textContent; // absent on withdrawn papers`;
  expect(rule?.broken(parse('src/sites/x.ts', text))).toEqual([]);
});

describe('messages', () => {
  const path = resolve(root, 'public/_locales/en/messages.json');
  const manifest = readFileSync(resolve(root, 'manifest.config.ts'), 'utf8');
  test('every key used is defined and every key defined is used', () => {
    expect(existsSync(path)).toBe(true);
    const defined = Object.keys(JSON.parse(readFileSync(path, 'utf8')));
    const used = keysUsed(shipped);
    const strings = new Set([...used.strings, ...manifestKeys(manifest)]);
    expect(manifestKeys(manifest).filter((key) => !defined.includes(key))).toEqual([]);
    expect(localeFaults(defined, { ...used, strings })).toEqual([]);
  });
  test('a missing, an unused and a misspelt key are noticed', () => {
    const used = keysUsed([parse('src/ui/x.ts', 't("save"); t(`status_\u0024{s}`); t(ok ? "yes" : "no");')]);
    expect(localeFaults(['save', 'old', 'yes'], used)).toEqual([
      '"no" is looked up but not in messages.json',
      'no message begins with "status_", which is looked up',
      '"old" is in messages.json but nothing looks it up',
    ]);
  });
});

test('permissions are those frozen at the first release (DESIGN.md 6.9)', () => {
  // The config is a function of the command; its type is erased by crxjs (see manifest.config.ts).
  const build = manifestConfig as unknown as (env: { command: string }) => Record<string, unknown>;
  const manifest = build({ command: 'build' });
  expect({
    permissions: manifest['permissions'],
    hosts: manifest['host_permissions'],
    optional: manifest['optional_permissions'],
    optionalHosts: manifest['optional_host_permissions'],
    scripts: manifest['content_scripts'],
    exposed: manifest['web_accessible_resources'],
    connectable: manifest['externally_connectable'],
  }).toEqual({
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'contextMenus',
      'scripting',
      'activeTab',
      'sidePanel',
      'offscreen',
    ],
    hosts: ['https://arxiv.org/*', 'https://huggingface.co/*'],
    optional: ['downloads', 'notifications'],
    optionalHosts: ['https://*/*', 'http://*/*'],
    scripts: undefined,
    exposed: undefined,
    connectable: undefined,
  });
});

test('pages and worker may connect to the extension itself and to servers that the person names, by http and https alone', () => {
  const build = manifestConfig as unknown as (env: { command: string }) => Record<string, Record<string, string>>;
  const policy = build({ command: 'build' })['content_security_policy']?.['extension_pages'] ?? '';
  expect(/connect-src ([^;]*)/.exec(policy)?.[1]).toBe("'self' https: http:");
});

test('C21: nothing listens to other extensions or to web pages', () => {
  const external = /onMessageExternal|onConnectExternal|onUserScriptMessage|externally_connectable/;
  const config = readSource(root, 'manifest.config.ts');
  expect([...shipped, config].filter((file) => external.test(file.text)).map((file) => file.path)).toEqual([]);
  expect(external.test('chrome.runtime.onMessageExternal.addListener(hear)')).toBe(true);
});
