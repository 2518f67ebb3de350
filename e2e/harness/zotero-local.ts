/** Zotero's local API: reads for everybody, since Zotero 10 writes for those whom the person allowed. */
import { type Incoming, json, jsonObject, jsonValue, type Reply, text } from './zotero-replies.ts';
import { faultOf } from './zotero-schema.ts';

/** An item as it is kept: Zotero's editable JSON. */
export type StoredItem = Readonly<Record<string, unknown>> & { readonly key: string; readonly version: number };

export interface LocalLibrary {
  /** A new one: another profile, whose keys and versions have nothing to do with these. */
  serverId: string;
  version: number;
  readonly items: Map<string, StoredItem>;
  /** What the person presses in Zotero's dialog. `later`: nothing yet. */
  allow: 'once' | 'always' | 'deny' | 'later';
  /** Times of dialogs in the last minute, ms. */
  prompts: number[];
  /** Keys and whether they may be used again. */
  readonly keys: Map<string, boolean>;
  /** Write tokens of requests that were done. */
  readonly tokens: Set<string>;
}

export const newLocalLibrary = (): LocalLibrary => ({
  serverId: 'sPMHtLD6HHBd',
  version: 7,
  items: new Map(),
  allow: 'always',
  prompts: [],
  keys: new Map(),
  tokens: new Set(),
});

/** Objects in one write. */
const MOST = 50;

export function answerLocalApi(library: LocalLibrary, request: Incoming, generation: 7 | 10): Reply {
  const url = new URL(request.path, 'http://127.0.0.1');
  const reply = route(library, request, url, generation);
  return {
    ...reply,
    headers: {
      'Zotero-API-Version': '3',
      'Zotero-Schema-Version': generation === 10 ? '41' : '32',
      ...(generation === 10 ? { 'Zotero-Server-ID': library.serverId } : {}),
      ...reply.headers,
    },
  };
}

function route(library: LocalLibrary, request: Incoming, url: URL, generation: 7 | 10): Reply {
  const { method, headers } = request;
  if (generation === 7 && method !== 'GET') return text(400, 'Endpoint does not support method');
  const version = headers['zotero-api-version'] ?? '3';
  if (version !== '3' && url.pathname !== '/api/') return text(501, 'API version not implemented');
  const named = headers['zotero-server-id'];
  if (generation === 10 && named !== undefined && named !== library.serverId) return text(412, 'Server ID mismatch');
  if (method === 'POST' && named === undefined) return text(428, 'Zotero-Server-ID not provided');
  switch (`${method} ${url.pathname}`) {
    case 'GET /api/':
      return text(200, 'Nothing to see here.');
    case 'GET /api/users/0/items':
    case 'GET /api/users/0/items/top':
      return find(library, url);
    case 'POST /api/local/authorize':
      return authorize(library, request);
    case 'POST /api/users/0/items':
      return write(library, request);
    default:
      return text(404, 'Not found');
  }
}

function find(library: LocalLibrary, url: URL): Reply {
  const keys = url.searchParams.get('itemKey')?.split(',');
  const words = (url.searchParams.get('q') ?? '').toLowerCase().split(/\s+/);
  const isTop = url.pathname.endsWith('/top');
  const found = [...library.items.values()].filter(
    (item) =>
      (keys === undefined || keys.includes(item.key) || (!isTop && keys.includes(String(item['parentItem'])))) &&
      (url.searchParams.get('includeTrashed') === '1' || item['deleted'] !== true) &&
      !(isTop && item['parentItem'] !== undefined) &&
      words.every((word) =>
        JSON.stringify([item['title'], item['creators'], item['date']]).toLowerCase().includes(word),
      ),
  );
  const limit = Number(url.searchParams.get('limit') ?? found.length);
  const rows = found.slice(0, limit).map((item) => ({ key: item.key, version: item.version, data: item }));
  return json(200, rows, {
    'Total-Results': String(found.length),
    'Last-Modified-Version': String(library.version),
  });
}

function authorize(library: LocalLibrary, { body }: Incoming): Reply {
  const appName = jsonObject(body)?.['appName'];
  if (typeof appName !== 'string' || appName === '') return text(400, 'appName not provided');
  const now = Date.now();
  library.prompts = library.prompts.filter((at) => now - at < 60_000);
  if (library.prompts.length >= 5) return text(429, 'Too Many Requests', { 'Retry-After': '60' });
  library.prompts.push(now);
  if (library.allow === 'deny' || library.allow === 'later') return json(403, { denied: true });
  const key = `key-${library.keys.size}-${'x'.repeat(26)}`.slice(0, 32);
  const remember = library.allow === 'always';
  library.keys.set(key, remember);
  return json(200, { key, remember });
}

function write(library: LocalLibrary, { headers, body }: Incoming): Reply {
  const key = String(headers['zotero-api-key'] ?? '');
  const remembered = library.keys.get(key);
  if (remembered === undefined)
    return text(401, 'Unauthorized', { 'WWW-Authenticate': 'Zotero-API-Key realm="Zotero Local API"' });
  if (!remembered) library.keys.delete(key); // the first write that it was good for uses it up, whatever comes of it
  const objects = jsonValue(body);
  if (!Array.isArray(objects)) return text(400, 'Uploaded data must be a JSON array');
  if (objects.length > MOST) return text(413, `Cannot add more than ${MOST} items at a time`);
  const token = headers['zotero-write-token'];
  if (typeof token === 'string' && library.tokens.has(token)) return text(412, 'Write token already used');
  const version = library.version + 1;
  const outcome = { successful: {}, success: {}, unchanged: {}, failed: {} } as Record<string, Record<string, unknown>>;
  objects.forEach((object: Readonly<Record<string, unknown>>, i) => {
    const written = writeOne(library, object, version);
    if ('code' in written) {
      (outcome['failed'] as Record<string, unknown>)[i] = { key: object['key'], ...written };
    } else if (written.version !== version) {
      (outcome['unchanged'] as Record<string, unknown>)[i] = written.key;
    } else {
      const row = { key: written.key, version, data: written };
      (outcome['successful'] as Record<string, unknown>)[i] = row;
      (outcome['success'] as Record<string, unknown>)[i] = written.key;
      library.version = version;
    }
  });
  if (typeof token === 'string') library.tokens.add(token);
  return json(200, outcome, { 'Last-Modified-Version': String(library.version) });
}

interface Refused {
  readonly code: number;
  readonly message: string;
}

function writeOne(
  library: LocalLibrary,
  object: Readonly<Record<string, unknown>>,
  version: number,
): StoredItem | Refused {
  const { key, version: expected, ...fields } = object;
  const old = typeof key === 'string' ? library.items.get(key) : undefined;
  if (key !== undefined) {
    if (typeof key !== 'string' || !/^[23456789A-NP-Z]{8}$/.test(key))
      return refused(400, `'${key}' is not a valid key`);
    if (typeof expected !== 'number') return refused(428, 'version must be provided');
    if (old === undefined && expected !== 0)
      return refused(404, `Item doesn't exist (expected version ${expected}; use 0)`);
    if (old !== undefined && old.version !== expected)
      return refused(412, 'Item has been modified since it was retrieved');
  }
  const merged: Record<string, unknown> = { ...old, ...fields };
  const fault = faultOf(merged);
  if (fault !== undefined) return refused(400, fault);
  const parent = merged['parentItem'];
  if (parent !== undefined && !library.items.has(String(parent)))
    return refused(409, `Parent item ${parent} not found`);
  for (const [name, value] of Object.entries(merged)) if (value === '') delete merged[name];
  if (old !== undefined && JSON.stringify(sorted(merged)) === JSON.stringify(sorted(old))) return old;
  const made = { ...merged, key: typeof key === 'string' ? key : newKey(library), version };
  library.items.set(made.key, made);
  return made;
}

const refused = (code: number, message: string): Refused => ({ code, message });

const sorted = (record: object): unknown => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

const newKey = ({ items }: LocalLibrary): string =>
  `Z${String(items.size + 2222222).replace(/[01]/g, '9')}`.slice(0, 8);
