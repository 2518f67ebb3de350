import { err, type Result } from '../result.ts';
import { detectReferences, type ImportFormat } from './detect-references.ts';
import { fromBibtex, type ReadOptions } from './from-bibtex.ts';
import { fromCslJson } from './from-csl-json.ts';
import { fromCsv } from './from-csv.ts';
import { fromPaperMemory } from './from-papermemory.ts';
import { fromRis } from './from-ris.ts';
import { fromZoteroRdf } from './from-zotero-rdf.ts';
import { checkedText, type ImportError, type ImportedFile } from './imported.ts';
import { readJson } from './read-json.ts';

/** One door for every reference file. */

export interface ReadReferences extends ImportedFile {
  readonly format: ImportFormat;
}

export interface ReadReferencesOptions extends ReadOptions {
  /** Of the file, where there is one. */
  readonly name?: string;
  /** The person's word; without it the text is asked. */
  readonly format?: ImportFormat;
}

/**
 * Reads a whole file. Works and skipped records add up to `total`; see imported.ts.
 * @returns `empty`, `too-large`, or `unknown-format` with a sentence that says what was expected
 */
export async function readReferences(
  text: string,
  options: ReadReferencesOptions = {},
): Promise<Result<ReadReferences, ImportError>> {
  const checked = checkedText(text);
  if (!checked.ok) return checked;
  const format = options.format ?? detectReferences(options.name ?? '', checked.value);
  if (format === undefined)
    return err('unknown-format', 'This is no BibTeX, RIS, CSL-JSON, CSV, Zotero RDF or PaperMemory file.');
  const read = await readAs(format, checked.value, options);
  return read.ok ? { ok: true, value: { ...read.value, format } } : read;
}

async function readAs(
  format: ImportFormat,
  text: string,
  options: ReadOptions,
): Promise<Result<ImportedFile, ImportError>> {
  switch (format) {
    case 'bibtex':
      return fromBibtex(bibtexIn(text), options);
    case 'ris':
      return fromRis(text);
    case 'csl-json':
      return fromCslJson(text);
    case 'csv':
      return fromCsv(text);
    case 'zotero-rdf':
      return fromZoteroRdf(text);
    case 'papermemory':
      return fromPaperMemory(text);
  }
}

/** PaperMemory's ".bib" file is one JSON string. */
function bibtexIn(text: string): string {
  if (!/^\ufeff?\s*"\s*@/.test(text)) return text;
  const json = readJson(text);
  return json.ok && typeof json.value === 'string' ? json.value : text;
}
