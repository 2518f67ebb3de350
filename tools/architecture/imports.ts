import { posix } from 'node:path';
import { homeExceptions, layerOf, packageHomes, within } from './layers.ts';
import { lineOf, type SourceFile, walk } from './source-files.ts';

/** One import, export-from or dynamic import of a file. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

/** All imports of a file, with those inside `import()`. */
export function importsOf(file: SourceFile): readonly Import[] {
  const found: Import[] = [];
  walk(file.program, (node) => {
    const source = node['source'] as { value?: unknown } | null | undefined; // ESTree: a Literal, or null on plain exports
    if (!/^(Import|ExportNamed|ExportAll)Declaration$|^ImportExpression$|^TSImportType$/.test(node.type) || !source)
      return;
    if (typeof source.value !== 'string') return;
    const kind = node['importKind'] ?? node['exportKind'];
    const typeOnly = kind === 'type' || node.type === 'TSImportType' || onlyTypeSpecifiers(node['specifiers']);
    found.push({ specifier: source.value, typeOnly, line: lineOf(file.text, node.start) });
  });
  return found;
}

/** `import { type A, type B }` brings no code either. */
const onlyTypeSpecifiers = (specifiers: unknown): boolean =>
  Array.isArray(specifiers) &&
  specifiers.length > 0 &&
  specifiers.every((s: { importKind?: string; exportKind?: string }) => (s.importKind ?? s.exportKind) === 'type');

/** Sentences that name each import of `file` (a file of src/) which the table forbids. */
export function forbiddenImports(file: SourceFile): readonly string[] {
  const from = belowSrc(file.path);
  const layer = layerOf(from);
  if (!layer) return [];
  return importsOf(file).flatMap((item) => {
    const at = `${file.path}:${item.line} imports ${item.specifier}`;
    if (!item.specifier.startsWith('.')) {
      const reason = forbiddenPackage(from, item.specifier);
      return reason ? [`${at}: ${reason}`] : [];
    }
    const [bare = '', query] = item.specifier.split('?');
    // A path or a style as text, not code: the background registers the content script and its styles by name, and starts the engine's worker in Firefox.
    if (query !== undefined && /^(script|url|inline|raw|worker&url)/.test(query) && layer.name === 'background')
      return [];
    const to = belowSrc(posix.join(posix.dirname(file.path), bare));
    if (to.startsWith('..')) return [`${at}: it lies outside src`];
    const target = layerOf(to);
    if (!target || within(to, layer.name) || layer.may.some((path) => within(to, path))) return [];
    if (item.typeOnly && layer.types?.some((path) => within(to, path))) return [];
    return [`${at}: ${layer.name} may import ${layer.may.join(', ') || 'nothing'}`];
  });
}

function forbiddenPackage(from: string, specifier: string): string | undefined {
  const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? '');
  const homes = packageHomes[name];
  if (!homes) return `${name} has no home in tools/architecture/layers.ts`;
  if (homeExceptions[name]?.some((path) => within(from, path))) return `${name} must stay out of this file`;
  return homes.some((home) => within(from, home)) ? undefined : `${name} lives only in ${homes.join(', ')}`;
}

const belowSrc = (path: string): string => posix.relative('src', path).replace(/\.(tsx?|css|html|json)$/, '');
