import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.config.ts';
import { leanBuild } from './tools/lean-build.ts';

/**
 * `vite build` makes the release (closed shadow roots) in dist/. SCHOLION_BUILD=test makes dist-test/, which differs by
 * one constant (open roots, for accessibility checks and locators). BROWSER=firefox makes dist-firefox/.
 */
export default defineConfig(({ command }) => {
  const firefox = process.env['BROWSER'] === 'firefox';
  const test = process.env['SCHOLION_BUILD'] === 'test';
  const out = firefox ? 'dist-firefox' : test ? 'dist-test' : command === 'serve' ? 'dist-dev' : 'dist';
  return {
    plugins: [
      crx({
        manifest,
        browser: firefox ? 'firefox' : 'chrome',
        // build: one self-contained classic script (no loader, nothing web-accessible); dev: the loader, which hot-reloads
        contentScripts: {
          standaloneFiles: command === 'build' ? ['src/content/content-script.ts', 'src/content/card-script.ts'] : [],
        },
      }),
      leanBuild(),
    ],
    define: { __OPEN_ROOTS__: JSON.stringify(test) },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: firefox ? 'firefox142' : 'chrome122',
      modulePreload: false,
      rolldownOptions: {
        input: [
          'src/ui/add/index.html',
          'src/ui/library/index.html',
          'src/ui/welcome/index.html',
          'src/ui/restore/index.html',
          'src/ui/paper/index.html',
          'src/ui/panel/index.html',
          ...(firefox ? [] : ['src/engine/offscreen.html']),
        ],
      },
    },
    worker: { format: 'es' as const },
    server: { port: 5173, strictPort: true, hmr: { port: 5173 } },
  };
});
