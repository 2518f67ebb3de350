import type { CitedWork } from '../core/citations/citation.ts';
import { toZotero } from '../core/citations/to-zotero.ts';
import { ZOTERO_BASE, type Zotero } from '../network/zotero/ask.ts';
import type { KeyRing } from '../network/zotero/authorize.ts';
import { probeZotero, type ZoteroFound } from '../network/zotero/probe.ts';
import type { ItemResult, Sent } from '../network/zotero/records.ts';
import { type SendEnd, sendToZotero } from '../network/zotero/send.ts';
import { runtime } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { stayAwake } from './awake.ts';
import { network } from './network.ts';
import { type Secrets, secrets } from './secrets.ts';

/** Papers to the Zotero on this machine. Who is told and what is kept is the caller's: nothing here reads or writes the library. */

export interface ZoteroDeps {
  readonly zotero: Zotero;
  readonly keys: KeyRing;
  readonly wait: (ms: number) => Promise<void>;
  /**
   * Keeps the worker alive until it is called back. Measured in Chromium 156: while a person looked at Zotero's dialog for 50 s, the
   * worker was ended and the key lost without this, and lived with it.
   */
  readonly awake: () => () => void;
}

export interface WorkToSend {
  /** Of the saved paper. */
  readonly key: string;
  readonly work: CitedWork;
  /** Records of earlier sends of this paper, all of them. */
  readonly sent: readonly Sent[];
}

export interface SendOptions {
  /** The cursor of a run that ended early. */
  readonly from?: number;
  /** `C23`: collection of an older Zotero. */
  readonly target?: string;
  readonly signal?: AbortSignal;
}

/** Is a Zotero there, and what can it do? Asks nobody without the permission. */
export async function zoteroState(deps: ZoteroDeps = own()): Promise<Pick<ZoteroFound, 'kind' | 'version'>> {
  const { kind, version } = await probeZotero(deps.zotero);
  return { kind, ...(version === undefined ? {} : { version }) };
}

/**
 * Sends papers in batches. Zotero may show its dialog, once or for each batch, as the person chooses there.
 * @param onProgress keeps the records and failures of some papers; awaited before more are sent. `cursor` papers are dealt with
 * @returns where it ended, and why where that is before the end: what was sent stays sent
 */
export async function sendWorks(
  items: readonly WorkToSend[],
  onProgress: (results: readonly ItemResult[], cursor: number) => Promise<void>,
  options: SendOptions = {},
  deps: ZoteroDeps = own(),
): Promise<SendEnd> {
  const sleep = deps.awake();
  try {
    return await sendToZotero({
      ...options,
      zotero: deps.zotero,
      keys: deps.keys,
      wait: deps.wait,
      found: await probeZotero(deps.zotero, options.signal),
      items: items.map(({ key, work, sent }) => ({ key, sent, work: toZotero(work) })),
      onBatch: onProgress,
    });
  } finally {
    sleep();
  }
}

/** The keys that Zotero gave us, each for one of its databases. A store that fails costs the person one dialog more, not the send. */
export function keyRing(store: () => Secrets, onFault: (error: unknown) => void): KeyRing {
  const name = (serverId: string): string => `zotero:${serverId}`;
  const orNothing = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      onFault(error);
      return undefined;
    }
  };
  return {
    get: (serverId) => orNothing(() => store().get(name(serverId))),
    keep: (serverId, key) => orNothing(() => store().set(name(serverId), key)),
    forget: (serverId) => orNothing(() => store().remove(name(serverId))),
  };
}

const own = (): ZoteroDeps => ({
  zotero: { deps: network, base: ZOTERO_BASE },
  keys: keyRing(secrets, (error) => report(error, 'secrets')),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  awake: () =>
    stayAwake(
      () => true,
      () => runtime.getPlatformInfo(),
    ),
});
