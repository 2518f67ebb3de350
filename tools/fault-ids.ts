/** Which faults of the catalogue are tests now, and the tests of the source whose titles carry them. */
import { type Node, readSource, type SourceFile, sourcePaths, walk } from './architecture/source-files.ts';
import { ROOT } from './run.ts';

const range = (letter: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${letter}${String(from + i).padStart(2, '0')}`);

/** A: digests; B: imports and backups; C: pages; E: storage; F: lifecycle. What each must give is in the catalogue of faults. */
export const LISTED: readonly string[] = [
  ...range('A', 1, 20),
  ...range('A', 24, 26),
  ...range('B', 1, 17),
  ...['C01', 'C03', 'C06', 'C07', 'C16', 'C17', 'C20', 'C21'],
  ...range('E', 1, 13),
  ...['E15', 'E16', 'F01', 'F02', ...range('F', 5, 7), ...range('F', 12, 15), 'F17', 'F18'],
];

/** Ids in a title: `A12: …`, `E01-E05`, `C06, C07`. */
export function idsIn(title: string): readonly string[] {
  const ids = [...title.matchAll(/\b([A-F])(\d{2})\b/g)].map((m) => m[0]);
  const ranges = [...title.matchAll(/\b([A-F])(\d{2})\s*(?:-|–|to)\s*\1(\d{2})\b/g)];
  return [...new Set([...ids, ...ranges.flatMap((m) => range(m[1] ?? 'A', Number(m[2]), Number(m[3])))])];
}

export interface TestTitle {
  readonly title: string;
  readonly path: string;
}

const TESTS = new Set(['test', 'it', 'describe', 'eachFlow', 'describeWithData']);
const NOT_RUN = new Set(['skip', 'todo', 'fails', 'fixme', 'fail']);

/** Titles of all tests and groups in the source; what is skipped or expected to fail is no proof and is left out. */
export function titlesInSource(): readonly TestTitle[] {
  const paths = ['src', 'tools', 'bench', 'e2e'].flatMap((folder) => sourcePaths(ROOT, folder));
  return paths.filter((path) => /\.(test|spec)\.tsx?$/.test(path)).flatMap((path) => titlesOf(readSource(ROOT, path)));
}

export function titlesOf(file: SourceFile): readonly TestTitle[] {
  const found: TestTitle[] = [];
  walk(file.program, (node) => {
    if (node.type !== 'CallExpression') return;
    const name = calledName(node['callee'] as Node); // ESTree CallExpression
    if (!name) return;
    const title = textOf((node['arguments'] as readonly Node[])[0]);
    if (title === undefined) return;
    found.push({ title, path: file.path });
    // eachFlow makes a second test of the flow, whose title begins with F01.
    if (name === 'eachFlow') found.push({ title: `F01: ${title}`, path: file.path });
  });
  return found;
}

/** `test`, `test.each(…)`, `describe.for(…)`: the name at the root, unless a part says that it does not run. */
function calledName(callee: Node | undefined): string | undefined {
  if (!callee) return undefined;
  if (callee.type === 'Identifier') {
    const name = String(callee['name']);
    return TESTS.has(name) ? name : undefined;
  }
  if (callee.type === 'CallExpression' || callee.type === 'TaggedTemplateExpression')
    return calledName((callee['callee'] ?? callee['tag']) as Node); // ESTree: one of the two
  if (callee.type !== 'MemberExpression') return undefined;
  const part = (callee['property'] as { name?: string }).name; // ESTree MemberExpression
  return part !== undefined && NOT_RUN.has(part) ? undefined : calledName(callee['object'] as Node);
}

function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node?.type !== 'TemplateLiteral') return undefined;
  return (node['quasis'] as readonly { value: { cooked: string } }[]).map((q) => q.value.cooked).join('…'); // ESTree
}

/** For each listed id the titles that carry it. */
export const coverage = (titles: readonly TestTitle[]): ReadonlyMap<string, readonly TestTitle[]> =>
  new Map(LISTED.map((id) => [id, titles.filter((t) => idsIn(t.title).includes(id))]));
