import { DEBIAN_SERVERS, isInstalled } from './servers/debian-servers.ts';

/**
 * Tests that may be skipped, by name. They need the real digests, corpora and pages that `SCHOLION_DATA` names, which most
 * machines do not have; such tests say so in their group's title. Others need a disk of their own for the
 * browser's profile, which only some may mount, a server that only some systems have, or a CouchDB that `COUCH_URL` names. Nothing else
 * may be skipped.
 */
const NEEDS_DATA = /\[needs ([\w./-]+)\]/;
const NEEDS_SERVER = /\[needs server (\w+)\]/;
const NEEDS_COUCH = /\[needs COUCH_URL\]/;
const NEEDS_MOUNT = /\[needs mount\]/;

/** @param title full title, groups first @param present is this file of the shared data there? Then the test has to run. */
export function maySkip(title: string, present: (path: string) => boolean): boolean {
  if (NEEDS_MOUNT.test(title)) return true;
  if (NEEDS_COUCH.test(title)) return process.env['COUCH_URL'] === undefined;
  const server = NEEDS_SERVER.exec(title)?.[1];
  if (server !== undefined) return DEBIAN_SERVERS.some((one) => one.name === server && !isInstalled(one));
  const path = NEEDS_DATA.exec(title)?.[1];
  return path !== undefined && allowed.some((prefix) => path.startsWith(prefix)) && !present(path);
}

/** Folders of the shared data that tests may depend on. */
const allowed: readonly string[] = ['data/seed/', 'data/digests/', 'data/corpus/', 'data/related/', 'captures/'];
