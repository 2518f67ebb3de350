import { isRecord } from '../../core/library/merge.ts';
import { fault, type Outcome } from '../outcome.ts';
import type { SealingOf } from '../sealing.ts';
import type { LocalRecord, Name } from '../target.ts';
import { docIdOf, isNameable, nameOfDoc } from './documents.ts';

/** What records are as documents: plain ones here; seal/documents.ts encrypts them. */
export interface DocumentCodec {
  /** The document of a record. Names that cannot be one were left out before. */
  idOf(name: Name): Promise<string>;
  /** By what tokens are asked for: the record's name, or one of kind `SEALED`; undefined for documents that are no records. */
  nameOf(docId: string): Name | undefined;
  /** The name under which only the target knows the record; undefined where that is the record's own. */
  wireOf(docId: string): string | undefined;
  bodyOf(record: LocalRecord, docId: string): Promise<Readonly<Record<string, unknown>>>;
  /** @returns the record with its state, undefined where there is none; `passphrase` where it does not open: nothing after it is read */
  open(docId: string, doc: Readonly<Record<string, unknown>>): Promise<Outcome<{ name: Name; state: unknown }>>;
}

/** The marker is the document `meta:epoch`. */
export type DocumentSealing = SealingOf<DocumentCodec>;

const plainDocument: DocumentCodec = {
  idOf: async (name) => docIdOf(name),
  nameOf: nameOfDoc,
  wireOf: () => undefined,
  bodyOf: async ({ state }) => ({ v: 1, s: state }),
  async open(docId, doc) {
    const name = nameOfDoc(docId);
    if (name === undefined || !isNameable(name)) return fault('not-a-library', 'a document that was not asked for');
    return { ok: true, value: { name, state: isRecord(doc['s']) ? doc['s'] : undefined } };
  },
};

export const plainDocuments: DocumentSealing = {
  make: async () => ({ enc: undefined, codec: plainDocument }),
  fits: async (enc) => (enc === undefined ? { ok: true, value: plainDocument } : fault('passphrase', 'encrypted')),
};
