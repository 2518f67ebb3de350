/** A right body for every call about sync. */

const id = 'a-place-id';
const settings = {
  kind: 'couch',
  name: 'Group',
  address: 'https://couch.example',
  database: 'library',
  login: 'ann',
  encrypted: false,
};
const place = { ...settings, id, paused: false, addedAt: 1 };
const secrets = { password: 'p' };
const draft = { settings, secrets };

export const syncBodies = {
  'sync.test': { draft },
  'sync.preview': { draft: { ...draft, id } },
  'sync.add': { place, secrets },
  'sync.change': { id, paused: true },
  'sync.remove': { id },
  'sync.run': { id, decision: 'keep-mine' },
  'sync.stop': { id },
  'sync.held': { id },
  'sync.writeBundle': { id },
  'sync.readBundle': { id, staged: 'a-staged-file' },
  'engine.sync': { place, secrets },
  'engine.syncStop': { id },
  'engine.syncTest': { place: settings, secrets },
  'engine.syncPreview': { place: settings, secrets },
  'engine.syncHeld': { id },
  'engine.writeBundle': { place, secrets },
  'sync.ended': { id, requests: [{ at: 1, host: 'couch.example', purpose: 'sync-couch', outcome: 200, bytes: 3 }] },
};
