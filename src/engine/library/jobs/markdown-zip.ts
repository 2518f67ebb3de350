import { Zip, ZipDeflate } from 'fflate';
import type { CitedWork } from '../../../core/citations/citation.ts';
import { toMarkdown } from '../../../core/citations/to-markdown.ts';

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
    const file = new ZipDeflate(name, { level: 6 });
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
