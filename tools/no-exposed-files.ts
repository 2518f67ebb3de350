import type { Plugin } from 'vite';

/**
 * A build plugin that empties `web_accessible_resources` of the built manifest. The plugin for extensions lists the content script there,
 * since it cannot know that `scripting.registerContentScripts` needs no such entry; a page could find the extension by it.
 */
export const noExposedFiles = (): Plugin => ({
  name: 'scholion:no-exposed-files',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const file = bundle['manifest.json'];
      if (file?.type !== 'asset') return; // the content script's own build has no manifest
      // Our own manifest, written by the plugin before this one.
      const manifest = JSON.parse(file.source.toString()) as { web_accessible_resources?: unknown };
      delete manifest.web_accessible_resources;
      file.source = JSON.stringify(manifest, null, 2);
    },
  },
});
