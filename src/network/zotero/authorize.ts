import { isRecord } from '../../core/library/merge.ts';
import { boundedJson } from '../json.ts';
import { askZotero, type Zotero } from './ask.ts';
import { refusalOf, type Stopped, stopOf } from './stopped.ts';

/** The key that Zotero wants with every write. Only the person can give it, in a dialog of Zotero's. */

export interface Grant {
  readonly key: string;
  /** "Always Allow": good until the person takes it back; else for one write. */
  readonly remember: boolean;
}

/** Where keys are kept, one for each Zotero database; secret. */
export interface KeyRing {
  get(serverId: string): Promise<string | undefined>;
  keep(serverId: string, key: string): Promise<void>;
  forget(serverId: string): Promise<void>;
}

/** The name in Zotero's dialog. */
const APP = 'Scholion';
/** How long a person may look at the dialog, ms. */
const PATIENCE = 120_000;

/** Opens the dialog in Zotero and waits for the person. Zotero opens at most five a minute. */
export async function authorize(zotero: Zotero, serverId: string, signal?: AbortSignal): Promise<Grant | Stopped> {
  const answer = await askZotero(zotero, {
    path: '/api/local/authorize',
    purpose: 'zotero-authorize',
    body: { appName: APP },
    headers: { 'Zotero-Server-ID': serverId },
    timeout: PATIENCE,
    signal,
  });
  if (!answer.ok) return answer.error === 'timeout' ? { why: 'no-answer' } : stopOf(answer.error);
  const { status, headers, text } = answer.value;
  const value = boundedJson(text);
  if (status === 403 && isRecord(value) && value['denied'] === true) return { why: 'denied' };
  const refused = refusalOf(status, headers);
  if (refused !== undefined) return refused;
  if (!isRecord(value)) return { why: 'unexpected' };
  const { key, remember } = value;
  // it becomes a header
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) return { why: 'unexpected' };
  return { key, remember: remember === true };
}

/**
 * The key for the next write: one that is kept, else asked of the person. One that is good for a single write is not kept.
 * @param afresh the kept one was refused
 */
export async function keyFor(
  zotero: Zotero,
  keys: KeyRing,
  serverId: string,
  afresh: boolean,
  signal?: AbortSignal,
): Promise<{ readonly key: string } | Stopped> {
  if (afresh) await keys.forget(serverId);
  const kept = afresh ? undefined : await keys.get(serverId);
  if (kept !== undefined) return { key: kept };
  const grant = await authorize(zotero, serverId, signal);
  if ('key' in grant && grant.remember) await keys.keep(serverId, grant.key);
  return grant;
}
