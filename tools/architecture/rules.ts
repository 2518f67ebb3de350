import { lineOf, type Node, type SourceFile, walk } from './source-files.ts';

/** A rule about one file: sentences that name what breaks it, with line. */
export interface Rule {
  readonly name: string;
  /** Does it hold for this path (below the repository root)? Tests are exempt where the rule is about shipped code. */
  readonly holdsFor: (path: string) => boolean;
  readonly broken: (file: SourceFile) => readonly string[];
}

const shipped = (path: string): boolean => path.startsWith('src/') && !/\.(test|testing)\.tsx?$/.test(path);
const isIdentifier = (node: unknown, name: string): boolean =>
  typeof node === 'object' && node !== null && 'name' in node && node.name === name;

/** `a.b` or `a['b']`: the name b. */
function memberName(node: Node): string | undefined {
  const property = node['property'] as { name?: unknown; value?: unknown } | undefined; // ESTree MemberExpression
  const name = property?.name ?? property?.value;
  return typeof name === 'string' ? name : undefined;
}

/** A rule that looks at each node and says what is wrong with it. */
function nodeRule(name: string, holdsFor: Rule['holdsFor'], wrong: (node: Node) => string | undefined): Rule {
  const broken = (file: SourceFile): readonly string[] => {
    const found: string[] = [];
    walk(file.program, (node) => {
      const what = wrong(node);
      if (what) found.push(`${file.path}:${lineOf(file.text, node.start)}: ${what}`);
    });
    return found;
  };
  return { name, holdsFor, broken };
}

const HTML_SINKS = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
]);

const noHtmlSinks = nodeRule('no HTML sinks', shipped, (node) => {
  if (node.type === 'MemberExpression') {
    const name = memberName(node);
    if (name !== undefined && HTML_SINKS.has(name)) return `${name} parses HTML; build nodes instead`;
    if ((name === 'write' || name === 'writeln') && isIdentifier(node['object'], 'document'))
      return `document.${name} parses HTML`;
  }
  const attribute = node['name'];
  if (node.type === 'JSXAttribute' && isIdentifier(attribute, 'dangerouslySetInnerHTML'))
    return 'dangerouslySetInnerHTML parses HTML';
  if (node.type === 'NewExpression' && isIdentifier(node['callee'], 'DOMParser'))
    return 'DOMParser loads what it parses; core/digest reads HTML with htmlparser2';
  if (node.type === 'NewExpression' && isIdentifier(node['callee'], 'Function')) return 'new Function runs text';
  if (node.type === 'CallExpression' && isIdentifier(node['callee'], 'eval')) return 'eval runs text';
  return undefined;
});

/** `network` decides, background/network hands it the browser's fetch; our own files are no requests. */
const mayAsk = (path: string): boolean => path.startsWith('src/network/') || path === 'src/background/network.ts';
const CHANNELS = new Set(['XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection']);

const requestsFromNetwork = nodeRule(
  'requests leave from network alone',
  (path) => shipped(path) && !mayAsk(path),
  (node) => {
    const callee = node['callee'] as Node | undefined; // ESTree: calls and `new` have one
    if (node.type === 'NewExpression' && [...CHANNELS].some((name) => isIdentifier(callee, name)))
      return 'this opens a connection: network/guarded-fetch.ts asks, and logs it';
    if (node.type !== 'CallExpression' || callee === undefined) return undefined;
    const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
    if (name === 'sendBeacon') return 'sendBeacon is a request';
    const isGlobal = ['globalThis', 'window', 'self'].some((global) => isIdentifier(callee['object'], global));
    if (!isIdentifier(callee, 'fetch') && !(name === 'fetch' && isGlobal)) return undefined;
    const [url] = node['arguments'] as readonly Node[]; // ESTree CallExpression
    const own = url?.type === 'CallExpression' && memberName((url['callee'] ?? url) as Node) === 'getURL';
    return own ? undefined : 'fetch: network/guarded-fetch.ts asks, with permission, limits and log';
  },
);

const pure = (path: string): boolean => shipped(path) && /^src\/(core|sync)\//.test(path);
const noClock = nodeRule('no clock, no randomness in core and sync', pure, (node) => {
  if (node.type === 'MemberExpression') {
    const name = memberName(node);
    if (name === 'now' && isIdentifier(node['object'], 'Date')) return 'Date.now: take the time as an argument';
    if (name === 'random' && isIdentifier(node['object'], 'Math')) return 'Math.random: take a source as an argument';
    for (const global of ['crypto', 'performance'])
      if (isIdentifier(node['object'], global)) return `${global}: take its answer as an argument`;
  }
  const args = node['arguments'];
  if (node.type === 'NewExpression' && isIdentifier(node['callee'], 'Date') && Array.isArray(args) && args.length === 0)
    return 'new Date(): take the time as an argument';
  return undefined;
});

const noEnums = nodeRule(
  'unions, not enums',
  (path) => !path.endsWith('.config.ts'),
  (node) => (node.type === 'TSEnumDeclaration' ? 'enum: use a union' : undefined),
);
const noDefaultExports = nodeRule(
  'named exports only',
  (path) => !path.endsWith('.config.ts'),
  (node) => (node.type === 'ExportDefaultDeclaration' ? 'default export: name it' : undefined),
);

const inSites = (path: string): boolean => shipped(path) && path.startsWith('src/sites/');
const optionalWithReason: Rule = {
  name: 'in sites, ?. on page DOM has its reason on the same line',
  holdsFor: inSites,
  broken: (file) => {
    const lines = file.text.split('\n');
    const commented = new Set(file.comments.map((c) => lineOf(file.text, c.start)));
    const found = new Set<string>();
    walk(file.program, (node) => {
      if (node['optional'] !== true || !/^(Member|Call)Expression$/.test(node.type)) return;
      const at = optionalLine(file.text, node);
      if (!commented.has(at)) found.add(`${file.path}:${at}: ?. without a reason: ${(lines[at - 1] ?? '').trim()}`);
    });
    return [...found];
  },
};

/** The line of the `?.` itself: after the object or callee, which may stand on lines above it. */
function optionalLine(text: string, node: Node): number {
  const before = (node['object'] ?? node['callee']) as Node; // ESTree: Member has object, Call has callee
  return lineOf(text, text.indexOf('?.', before.end));
}

const MAX_LINES = 300;
const shortFiles: Rule = {
  name: `no file over ${MAX_LINES} lines`,
  holdsFor: () => true,
  broken: ({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > MAX_LINES ? [`${path} has ${lines} lines: split it by reason to change`] : [];
  },
};

const VAGUE = /(^|\/)(utils?|helpers?|misc|common|shared)(\/|\.[a-z.]+$)/;
const tellingNames: Rule = {
  name: 'no utils, helpers or misc; kebab-case',
  holdsFor: () => true,
  broken: ({ path }) => [
    ...(VAGUE.test(path) ? [`${path}: name the thing`] : []),
    ...(/[A-Z_]/.test(path) ? [`${path}: kebab-case`] : []),
  ],
};

export const rules: readonly Rule[] = [
  noHtmlSinks,
  requestsFromNetwork,
  noClock,
  noEnums,
  noDefaultExports,
  optionalWithReason,
  shortFiles,
  tellingNames,
];
