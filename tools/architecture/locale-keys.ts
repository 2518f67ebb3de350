import { type Node, type SourceFile, walk } from './source-files.ts';

/** Calls whose first argument is a message key. */
const LOOKUPS = new Set(['t', 'message', 'tn', 'getMessage']);

export interface KeysUsed {
  /** Keys named in full. */
  readonly exact: ReadonlySet<string>;
  /** Beginnings of keys made at run time: `t(`status_${status}`)` gives `status_`. */
  readonly prefixes: ReadonlySet<string>;
  /** Beginnings of the plural forms of keys: optional in every language. */
  readonly forms?: ReadonlySet<string>;
}

/**
 * Message keys that the given files look up. A key may stand as a string, as a template that begins with a fixed part,
 * or as a string anywhere in a file that looks keys up through a table: hence every plain string counts as a use too,
 * which can only make the check for unused keys milder, never the check for missing ones.
 */
export function keysUsed(files: readonly SourceFile[]): KeysUsed & { readonly strings: ReadonlySet<string> } {
  const exact = new Set<string>();
  const prefixes = new Set<string>();
  const forms = new Set<string>();
  const strings = new Set<string>();
  for (const file of files)
    walk(file.program, (node) => {
      if (node.type === 'Literal' && typeof node['value'] === 'string') strings.add(node['value']);
      if (node.type === 'CallExpression' && isLookup(node['callee'])) {
        const [first] = node['arguments'] as readonly Node[]; // ESTree CallExpression
        for (const key of literalsOf(first)) {
          exact.add(key);
          // `tn` also looks for the form of the number: key_one, key_few …
          if (isCallTo(node['callee'], 'tn')) forms.add(`${key}_`);
        }
        const prefix = templatePrefix(first);
        if (prefix !== undefined) prefixes.add(prefix);
      }
    });
  return { exact, prefixes, forms, strings };
}

const isCallTo = (callee: unknown, name: string): boolean => (callee as { name?: string }).name === name; // ESTree Identifier

function isLookup(callee: unknown): boolean {
  const node = callee as { type?: string; name?: string; property?: { name?: string } }; // ESTree callee
  const name = node.type === 'MemberExpression' ? node.property?.name : node.name;
  return name !== undefined && LOOKUPS.has(name);
}

/** The strings an argument can be: a literal, or both sides of a condition. */
function literalsOf(node: Node | undefined): readonly string[] {
  if (!node) return [];
  if (node.type === 'Literal' && typeof node['value'] === 'string') return [node['value']];
  if (node.type === 'ConditionalExpression')
    return [...literalsOf(node['consequent'] as Node), ...literalsOf(node['alternate'] as Node)]; // ESTree fields
  return [];
}

function templatePrefix(node: Node | undefined): string | undefined {
  if (node?.type !== 'TemplateLiteral') return undefined;
  const [first] = node['quasis'] as readonly { value: { cooked: string } }[]; // ESTree TemplateLiteral
  return first?.value.cooked || undefined;
}

/** Keys that `__MSG_key__` placeholders of the manifest use. */
export const manifestKeys = (manifest: string): readonly string[] =>
  [...manifest.matchAll(/__MSG_(\w+)__/g)].map((m) => m[1] ?? '');

/** What is wrong between the keys used and the keys defined, in sentences. */
export function localeFaults(
  defined: readonly string[],
  used: KeysUsed & { strings: ReadonlySet<string> },
): readonly string[] {
  const have = new Set(defined);
  const prefixes = [...used.prefixes];
  const forms = [...(used.forms ?? [])];
  return [
    ...[...used.exact].filter((key) => !have.has(key)).map((key) => `"${key}" is looked up but not in messages.json`),
    ...prefixes
      .filter((prefix) => !defined.some((key) => key.startsWith(prefix)))
      .map((prefix) => `no message begins with "${prefix}", which is looked up`),
    ...defined
      .filter((key) => !used.strings.has(key) && ![...prefixes, ...forms].some((prefix) => key.startsWith(prefix)))
      .map((key) => `"${key}" is in messages.json but nothing looks it up`),
  ];
}
