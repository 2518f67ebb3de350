import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/** A source file read and parsed once, for all rules. */
export interface SourceFile {
  /** Path below the repository root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  readonly comments: readonly { readonly start: number; readonly end: number; readonly value: string }[];
}

/** A node of the ESTree that the parser gives; rules look at `type` and the few fields they name. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const SOURCE = /\.tsx?$/;

/** Paths of all TypeScript files under `folder` (relative to root), sorted; no node_modules, no built output. */
export function sourcePaths(root: string, folder: string): readonly string[] {
  const found: string[] = [];
  const walk = (dir: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name.startsWith('dist')) continue;
      const full = join(dir, entry.name);
      if (entry.isDirectory()) walk(full);
      else if (SOURCE.test(entry.name)) found.push(relative(root, full).split(sep).join('/'));
    }
  };
  walk(join(root, folder));
  return found.sort();
}

/** Parses TypeScript text. @throws where it is not TypeScript: a broken file must not pass a rule unseen. */
export function parse(path: string, text: string): SourceFile {
  const result = parseSync(path, text);
  const [first] = result.errors;
  if (first) throw new Error(`${path}: ${first.message}`);
  // The parser's own node types are a closed union of 180; rules only need `type`, a span and named fields.
  return { path, text, program: result.program as unknown as Node, comments: result.comments };
}

export const readSource = (root: string, path: string): SourceFile =>
  parse(path, readFileSync(join(root, path), 'utf8'));

/** Calls `visit` for every node below `node`, parents first. */
export function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && typeof node.type === 'string') visit(node as Node); // checked: it has a `type`, so it is a node
  for (const value of Object.values(node)) if (typeof value === 'object') walk(value, visit);
}

/** 1-based line of an offset. */
export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
