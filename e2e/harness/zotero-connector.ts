/** The connector end points that Zotero has had since 5: what a browser extension may ask without a key. */
import { type Incoming, json, jsonObject, type Reply, text } from './zotero-replies.ts';

export interface SavedByConnector {
  readonly item: Readonly<Record<string, unknown>>;
  target: string;
  tags: string[];
}

export interface ConnectorLibrary {
  /** What is selected in Zotero: `L1`, or a collection `C23`. */
  selected: string;
  editable: boolean;
  readonly sessions: Map<string, SavedByConnector[]>;
  readonly saved: SavedByConnector[];
}

export const newConnectorLibrary = (): ConnectorLibrary => ({
  selected: 'L1',
  editable: true,
  sessions: new Map(),
  saved: [],
});

export function answerConnector(library: ConnectorLibrary, { method, body, headers }: Incoming, path: string): Reply {
  if (path === '/connector/ping' && method === 'GET')
    return { status: 200, type: 'text/html', body: '<!DOCTYPE html><html><body>Zotero is running</body></html>' };
  if (method !== 'POST') return text(400, 'Endpoint does not support method');
  if (!(headers['content-type'] ?? '').startsWith('application/json'))
    return text(400, 'Endpoint does not support content-type');
  const data = jsonObject(body);
  if (data === undefined) return text(400, 'Invalid JSON');
  switch (path) {
    case '/connector/ping':
      return json(200, { prefs: { automaticSnapshots: true } });
    case '/connector/getSelectedCollection':
      return json(200, selection(library));
    case '/connector/saveItems':
      return saveItems(library, data);
    case '/connector/updateSession':
      return updateSession(library, data);
    default:
      return text(404, 'No endpoint found');
  }
}

const selection = ({ selected, editable }: ConnectorLibrary): object => ({
  libraryID: 1,
  libraryName: 'My Library',
  libraryEditable: editable,
  filesEditable: editable,
  editable,
  id: selected === 'L1' ? null : Number(selected.slice(1)),
  name: selected === 'L1' ? 'My Library' : 'Reading',
  targets: [
    { id: 'L1', name: 'My Library', level: 0, filesEditable: true },
    { id: 'C23', name: 'Reading', level: 1, filesEditable: true },
  ],
  tags: { L1: [] },
});

function saveItems(library: ConnectorLibrary, data: Readonly<Record<string, unknown>>): Reply {
  const { sessionID, items } = data;
  if (typeof sessionID !== 'string' || !Array.isArray(items)) return text(500, 'An error occurred');
  if (library.sessions.has(sessionID)) return json(409, { error: 'SESSION_EXISTS' });
  if (!library.editable) return json(500, { libraryEditable: false });
  const saved = items.map((item: Record<string, unknown>) => ({
    item,
    target: library.selected,
    tags: [] as string[],
  }));
  library.sessions.set(sessionID, saved);
  library.saved.push(...saved);
  return { status: 201, type: 'application/json' };
}

function updateSession(library: ConnectorLibrary, data: Readonly<Record<string, unknown>>): Reply {
  const { sessionID, target, tags } = data;
  if (typeof sessionID !== 'string') return json(400, { error: 'SESSION_ID_NOT_PROVIDED' });
  const session = library.sessions.get(sessionID);
  if (session === undefined) return json(400, { error: 'SESSION_NOT_FOUND' });
  if (target !== 'L1' && target !== 'C23') return json(400, { error: 'COLLECTION_NOT_FOUND' });
  for (const saved of session) {
    saved.target = target;
    saved.tags = Array.isArray(tags) ? tags.map(String) : [];
  }
  return json(200, {});
}
