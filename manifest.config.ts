import { defineManifest } from '@crxjs/vite-plugin';
import pkg from './package.json' with { type: 'json' };
import { catalogue } from './src/sites/catalogue.ts';

const firefox = process.env['BROWSER'] === 'firefox';
const matches = catalogue.flatMap((site) => [...site.matches]);

/** The panel beside a page: Chromium's side panel, Firefox's sidebar. */
const PANEL = 'src/ui/panel/index.html';

/**
 * Sites are registered at run time, script and reserve style together, so that the site switch removes both.
 * Only the dev server names the content script here, for its loader with hot reload.
 */
export default defineManifest(({ command }) => ({
  manifest_version: 3,
  name: '__MSG_name__',
  short_name: 'Scholion',
  default_locale: 'en',
  version: pkg.version,
  description: '__MSG_description__',
  icons: { 16: 'icon-16.png', 32: 'icon-32.png', 48: 'icon-48.png', 128: 'icon-128.png' },
  action: {
    default_popup: 'src/ui/popup/index.html',
    default_title: 'Scholion',
    default_icon: { 16: 'icon-16.png', 32: 'icon-32.png' },
  },
  ...(firefox
    ? {
        sidebar_action: {
          default_panel: PANEL,
          default_title: 'Scholion',
          default_icon: { 16: 'icon-16.png', 32: 'icon-32.png' },
          open_at_install: false,
        },
      }
    : { side_panel: { default_path: PANEL } }),
  options_ui: { page: 'src/ui/options/index.html', open_in_tab: true },
  incognito: 'not_allowed',
  ...(firefox
    ? {
        background: { scripts: ['src/background/main.ts'], type: 'module' },
        browser_specific_settings: {
          gecko: {
            id: 'scholion@scholion.example',
            strict_min_version: '142.0',
            data_collection_permissions: { required: ['none'] },
          },
        },
      }
    : { background: { service_worker: 'src/background/main.ts', type: 'module' }, minimum_chrome_version: '122' }),
  permissions: [
    'storage',
    'unlimitedStorage',
    'alarms',
    'contextMenus',
    'scripting',
    'activeTab',
    ...(firefox ? [] : ['sidePanel', 'offscreen']),
  ],
  host_permissions: catalogue.flatMap((site) => [...site.hosts]),
  // Asked for when a person first uses what needs them, a server at a time: a place to sync with, Zotero on this machine; backups in the
  // downloads folder and word of them.
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  optional_permissions: ['downloads', 'notifications'],
  // Chrome allows four suggested keys; each can be changed in the browser's settings.
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
    'save-page': { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_commandSavePage__' },
    'open-library': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandOpenLibrary__' },
    'open-panel': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_commandOpenPanel__' },
  },
  omnibox: { keyword: 'sch' },
  content_security_policy: {
    extension_pages:
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' https: http:; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types scholion",
  },
  ...(command === 'serve'
    ? {
        content_scripts: [
          {
            matches,
            js: ['src/content/content-script.ts'],
            css: ['src/content/reserve/arxiv.css', 'src/content/reserve/huggingface.css'],
            run_at: 'document_idle',
          },
        ],
      }
    : {}),
  // crxjs types know neither Firefox's keys nor a command-dependent shape; the built manifest is checked by a test.
})) as never;
