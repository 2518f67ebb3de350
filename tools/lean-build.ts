import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/**
 * A build plugin that mends two things in what the plugin for extensions makes. It lists content scripts as web-accessible, since it cannot
 * know that `scripting.registerContentScripts` needs no such entry, and a page could find the extension by it. And beside each standalone
 * content script it leaves the same code as a module that nothing loads.
 */
export const leanBuild = (): Plugin => ({
  name: 'scholion:lean-build',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      if (!bundle['manifest.json']) return; // a standalone script's own build
      exposeNothing(bundle);
      dropModuleTwins(bundle);
    },
  },
});

function exposeNothing(bundle: Bundle): void {
  const file = bundle['manifest.json'];
  if (file?.type !== 'asset') return;
  // Our own manifest, written by the plugin before this one.
  const manifest = JSON.parse(file.source.toString()) as { web_accessible_resources?: unknown };
  delete manifest.web_accessible_resources;
  file.source = JSON.stringify(manifest, null, 2);
}

/** Modules made of files that are built as standalone scripts, and what only they import. */
function dropModuleTwins(bundle: Bundle): void {
  const chunks = (): readonly Rolldown.OutputChunk[] => Object.values(bundle).filter((file) => file.type === 'chunk');
  for (const chunk of chunks())
    if (/\/src\/content\/[\w-]+-script\.ts/.test(chunk.facadeModuleId ?? '')) delete bundle[chunk.fileName];
  for (;;) {
    const used = new Set(chunks().flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]));
    const unused = chunks().filter((chunk) => !chunk.isEntry && !chunk.isDynamicEntry && !used.has(chunk.fileName));
    if (unused.length === 0) return;
    for (const chunk of unused) delete bundle[chunk.fileName];
  }
}
