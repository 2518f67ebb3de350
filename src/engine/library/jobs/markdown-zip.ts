import { deflateSync, Zip, ZipPassThrough } from 'fflate';
import type { CitedWork } from '../../../core/citations/citation.ts';
import { toMarkdown } from '../../../core/citations/to-markdown.ts';

/** A file that is packed as a whole: packed as a stream, each of many small files would cost a large window (some 3 ms). */
class Note extends ZipPassThrough {
  constructor(name: string) {
    super(name);
    this.compression = 8; // deflate
  }

  protected override process(chunk: Uint8Array, final: boolean): void {
    this.ondata(null, deflateSync(chunk, { level: 6 }), final);
  }
}

/** A zip of Markdown notes, one a paper, as its bytes come: never as a whole in memory. */
export class MarkdownZip {
  readonly #parts: Blob[] = [];
  readonly #zip: Zip;
  readonly #encoder = new TextEncoder();
  #fault: Error | undefined;

  constructor() {
    this.#zip = new Zip((error, bytes) => {
      if (error !== null) this.#fault = error;
      else this.#parts.push(new Blob([bytes as Uint8Array<ArrayBuffer>])); // made by the library, never shared memory
    });
  }

  add(name: string, work: CitedWork, key: string, noteHeading: string): void {
    const file = new Note(name);
    this.#zip.add(file);
    file.push(this.#encoder.encode(toMarkdown(work, key, { noteHeading })), true);
    if (this.#fault !== undefined) throw this.#fault;
  }

  done(): Blob {
    this.#zip.end();
    if (this.#fault !== undefined) throw this.#fault;
    return new Blob(this.#parts, { type: 'application/zip' });
  }
}
