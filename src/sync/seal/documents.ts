import { isRecord } from '../../core/library/merge.ts';
import type { DocumentCodec } from '../couchdb/codec.ts';
import { fault } from '../outcome.ts';
import { SEALED } from '../target.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { type Keys, utf8 } from './keys.ts';
import { openBytes, sealBytes } from './seal.ts';

/**
 * Encrypted documents: `{_id: "sealed:<HMAC of kind and id>", v: 1, e: base64}`. The text inside holds kind, id and state, and is
 * bound to the document's id, so that one under another's id does not open. Its length is rounded up to 256 bytes with blanks, which
 * JSON passes over: of a record without an abstract its length says next to nothing.
 */
const ROUND = 256;
const PREFIX = `${SEALED}:`;

export function sealedDocuments(keys: Keys): DocumentCodec {
  const { web, name: naming } = keys;
  return {
    async idOf({ kind, id }) {
      const mac = await web.subtle.sign('HMAC', naming, utf8(JSON.stringify([kind, id])));
      return PREFIX + toBase64(new Uint8Array(mac)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    },
    nameOf: (docId) =>
      docId.startsWith(PREFIX) && docId.length > PREFIX.length
        ? { kind: SEALED, id: docId.slice(PREFIX.length) }
        : undefined,
    wireOf: (docId) => docId.slice(PREFIX.length),
    async bodyOf({ kind, id, state }, docId) {
      const text = utf8(JSON.stringify({ k: kind, i: id, s: state }));
      const padded = new Uint8Array(Math.ceil(text.length / ROUND) * ROUND).fill(0x20);
      padded.set(text);
      return { v: 1, e: toBase64(await sealBytes(keys, padded, docId)) };
    },
    async open(docId, doc) {
      const bytes = fromBase64(doc['e']);
      if (bytes === undefined) return fault('passphrase', 'not encrypted');
      const opened = await openBytes(keys, bytes, docId);
      // A document that is too short to be a sealed one was changed, as one that does not open.
      if (!opened.ok) return fault('passphrase', 'does not open');
      const value: unknown = JSON.parse(new TextDecoder().decode(opened.value)); // written by who has the keys
      if (!isRecord(value) || typeof value['k'] !== 'string' || typeof value['i'] !== 'string')
        return fault('passphrase', 'not a record');
      return { ok: true, value: { name: { kind: value['k'], id: value['i'] }, state: value['s'] } };
    },
  };
}
