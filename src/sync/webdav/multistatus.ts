import { SaxesParser } from 'saxes';

/**
 * A `multistatus` (RFC 4918, 13) as a list of what it names. Nothing outside of the text is read and nothing in it expands: a document type
 * ends the reading, and depth and number are bounded (FAULTS.md D12).
 */

export interface DavResponse {
  readonly href: string;
  /** Undefined where the server does not tell. */
  readonly folder: boolean | undefined;
  readonly size: number | undefined;
  /** When it was last written, as the server says it. */
  readonly modified: string | undefined;
}

/** `no-dav`: another thing than an answer of WebDAV, a login page · `broken`: it ends too early, or is no XML · `too-many` */
export type NoListing = 'no-dav' | 'broken' | 'too-many';

/** Things in one folder. */
export const MOST_ENTRIES = 100_000;
/** Servers nest ten deep, with what they add of their own. */
const MOST_DEPTH = 64;
const PIECE = 64 * 1024;

/** Ends the reading; never leaves this file. */
class Refused extends Error {
  readonly why: NoListing;
  constructor(why: NoListing) {
    super(why);
    this.why = why;
  }
}

interface Props {
  status: string;
  folder: boolean | undefined;
  size: number | undefined;
  modified: string | undefined;
}

const noProps = (): Props => ({ status: '', folder: undefined, size: undefined, modified: undefined });

/** Names of the elements that are read, by what they lie in. All of them are of the namespace `DAV:`; prefixes are the server's own affair. */
const RESPONSE = 'multistatus/response';
const PROPSTAT = `${RESPONSE}/propstat`;
const PROP = `${PROPSTAT}/prop`;

export function readMultistatus(text: string, most = MOST_ENTRIES): readonly DavResponse[] | NoListing {
  const reader = new Reader(most);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => {
    throw new Refused('no-dav');
  });
  parser.on('error', () => {
    throw new Refused(reader.begun ? 'broken' : 'no-dav');
  });
  parser.on('opentag', ({ uri, local }) => reader.open(uri === 'DAV:' ? local : '?'));
  parser.on('text', (data) => reader.write(data));
  parser.on('cdata', (data) => reader.write(data));
  parser.on('closetag', () => reader.close());
  try {
    const body = text.replace(/^\ufeff/, '');
    if (body.trim() === '') return 'broken';
    for (let at = 0; at < body.length; at += PIECE) parser.write(body.slice(at, at + PIECE));
    parser.close();
    return reader.found;
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
}

class Reader {
  readonly found: DavResponse[] = [];
  begun = false;
  readonly #most: number;
  #path: string[] = [];
  #text = '';
  #hrefs: string[] = [];
  /** Of the whole response, where it has one instead of properties. */
  #status = '';
  #props = noProps();
  /** Of the `propstat` that is being read. */
  #some = noProps();

  constructor(most: number) {
    this.#most = most;
  }

  open(name: string): void {
    if (!this.begun && name !== 'multistatus') throw new Refused('no-dav');
    this.begun = true;
    if (this.#path.length >= MOST_DEPTH) throw new Refused('broken');
    this.#path.push(name);
    this.#text = '';
    const at = this.#path.join('/');
    if (at === RESPONSE) {
      this.#hrefs = [];
      this.#status = '';
      this.#props = noProps();
    } else if (at === PROPSTAT) this.#some = noProps();
    else if (at === `${PROP}/resourcetype`) this.#some.folder ??= false;
    else if (at === `${PROP}/resourcetype/collection`) this.#some.folder = true;
  }

  write(data: string): void {
    this.#text += data;
  }

  close(): void {
    const at = this.#path.join('/');
    const text = this.#text.trim();
    this.#path.pop();
    this.#text = '';
    if (at === `${RESPONSE}/href`) this.#hrefs.push(text);
    else if (at === `${RESPONSE}/status`) this.#status = text;
    else if (at === `${PROPSTAT}/status`) this.#some.status = text;
    else if (at === `${PROP}/getcontentlength`) this.#some.size = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    else if (at === `${PROP}/getlastmodified`) this.#some.modified = text;
    else if (at === PROPSTAT && isGood(this.#some.status)) this.#keep(this.#some);
    else if (at === RESPONSE) this.#end();
  }

  #keep({ folder, size, modified }: Props): void {
    this.#props.folder ??= folder;
    this.#props.size ??= size;
    this.#props.modified ??= modified;
  }

  #end(): void {
    if (!isGood(this.#status)) return;
    if (this.found.length + this.#hrefs.length > this.#most + 1) throw new Refused('too-many'); // one is the folder itself
    const { folder, size, modified } = this.#props;
    for (const href of this.#hrefs) this.found.push({ href, folder, size, modified });
  }
}

/** `HTTP/1.1 200 OK`; what does not say is good. */
const isGood = (status: string): boolean => !/^HTTP\/[\d.]+ +[^2]/i.test(status);
