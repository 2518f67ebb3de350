import { textIn } from './rdf-draft.ts';
import type { RdfNode } from './rdf-nodes.ts';

/** Zotero's collections: each names its parts, which are items and other collections. */

/** A deeper collection is shown from here in. */
const MOST_DEPTH = 16;

/** The collections of each item, by its address in the file; each from the outermost in. */
export function rdfCollections(nodes: readonly RdfNode[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const collections = nodes.filter((node) => node.name === 'z:Collection');
  const names = new Map<string, string>();
  for (const node of collections) if (node.about !== undefined) names.set(node.about, textIn(node, 'dc:title') ?? '');
  const parentOf = new Map<string, string>();
  for (const node of collections)
    for (const part of partsOf(node))
      if (names.has(part) && node.about !== undefined && part !== node.about && !parentOf.has(part))
        parentOf.set(part, node.about);
  const paths = new Map<string, (readonly string[])[]>();
  for (const node of collections) {
    const path = pathOf(node.about, names, parentOf);
    for (const part of partsOf(node)) {
      if (names.has(part)) continue;
      const before = paths.get(part);
      if (before === undefined) paths.set(part, [path]);
      else before.push(path);
    }
  }
  return paths;
}

const partsOf = (node: RdfNode): readonly string[] =>
  node.children.flatMap((child) =>
    child.name === 'dcterms:hasPart' && child.resource !== undefined ? [child.resource] : [],
  );

/** Ends at the depth limit, so that a circle does too. */
function pathOf(
  about: string | undefined,
  names: ReadonlyMap<string, string>,
  parentOf: ReadonlyMap<string, string>,
): readonly string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at = about; at !== undefined && !seen.has(at) && path.length < MOST_DEPTH; at = parentOf.get(at)) {
    seen.add(at);
    path.unshift(names.get(at) ?? '');
  }
  return path;
}
