import type { ZoteroWork } from '../../core/citations/to-zotero.ts';

/**
 * The keys that our items have in Zotero. We make them, so that a paper and its note go in one request, and we make them from the
 * paper, so that a request whose end nobody saw, another device, or a lost record find the item again instead of making a second.
 */

/** Zotero's alphabet for keys: no 0, 1, O. */
const LETTERS = '23456789ABCDEFGHIJKLMNPQRSTUVWXYZ';

/**
 * @param paper key of the saved paper
 * @param turn 0; one more each time the item before was deleted in Zotero for good, or the key belongs to another item
 */
export async function itemKeyOf(serverId: string, paper: string, part: 'item' | 'note', turn: number): Promise<string> {
  const bytes = await sha256(['scholion', serverId, paper, part, turn].join('\n'));
  // 33 does not divide 256; the bias is of no consequence
  return [...bytes.subarray(0, 8)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** Tells whether what we would send is what we sent: 16 hex digits over all of it. */
export async function fingerprint(work: ZoteroWork): Promise<string> {
  return hex((await sha256(JSON.stringify(work))).subarray(0, 8));
}

/** A name for one save through the connector: the same papers in the same state have the same. */
export async function sessionOf(papers: readonly string[]): Promise<string> {
  return hex((await sha256(papers.join('\n'))).subarray(0, 12));
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
