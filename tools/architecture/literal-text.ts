/** Sentences that stand in code instead of `_locales`: what people would read in English whatever their language. */
import { lineOf, type Node, type SourceFile, walk } from './source-files.ts';

/** Attributes and properties of components that people read or hear. */
const SAID = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
  'text',
  'note',
]);

/** Names that are the same in every language. */
const NAMES = new Set(['Scholion', 'Markdown', 'Esc', 'Enter', 'Alt', 'Tab', 'PDF', 'BibTeX', 'DOI']);

/** @returns a sentence for each text of two letters or more that JSX draws, or `el(…)` of the overlay, from a literal */
export function literalTexts(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const note = (node: Node, text: unknown): void => {
    if (typeof text !== 'string') return;
    const said = text.trim();
    if (/\p{L}{2}/u.test(said) && !NAMES.has(said))
      found.push(`${file.path}:${lineOf(file.text, node.start)}: "${said}"`);
  };
  walk(file.program, (node) => {
    if (node.type === 'JSXText') note(node, node['value']);
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node['children'] as readonly Node[]) // ESTree JSXElement
        if (child.type === 'JSXExpressionContainer')
          for (const text of literals(child['expression'])) note(child, text);
    if (node.type === 'JSXAttribute') {
      const name = (node['name'] as { name?: unknown }).name; // ESTree: JSXIdentifier or JSXNamespacedName
      const value = node['value'] as Node | null; // null where the attribute stands alone
      if (typeof name === 'string' && SAID.has(name))
        for (const text of literals(value?.type === 'JSXExpressionContainer' ? value['expression'] : value))
          note(node, text);
    }
    if (node.type === 'CallExpression' && (node['callee'] as { name?: unknown }).name === 'el') {
      const [, attributes, ...children] = node['arguments'] as readonly Node[]; // ESTree CallExpression
      for (const child of children) for (const text of literals(child)) note(child, text);
      for (const property of (attributes?.['properties'] ?? []) as readonly Node[]) {
        const key = property['key'] as { name?: unknown; value?: unknown } | undefined; // none in a spread
        if (SAID.has(String(key?.name ?? key?.value)))
          for (const text of literals(property['value'])) note(property, text);
      }
    }
  });
  return found;
}

/** Strings that an expression can be: itself, both sides of a condition, what stands after `&&`, fixed parts of a template. */
function literals(expression: unknown): readonly string[] {
  const node = expression as Node | undefined; // a node where there is one
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return [node['value']];
  if (node?.type === 'ConditionalExpression') return [...literals(node['consequent']), ...literals(node['alternate'])];
  if (node?.type === 'LogicalExpression') return literals(node['right']);
  if (node?.type === 'TemplateLiteral')
    return (node['quasis'] as readonly { value: { cooked: string } }[]).map((part) => part.value.cooked); // ESTree
  return [];
}
