import { err, ok, type Result } from '../result.ts';
import { BIB_FIELDS, bibDraft, TEX_FIELDS } from './bib-draft.ts';
import { texNames } from './bib-names.ts';
import { withParents } from './bib-parents.ts';
import { type BibRecord, bibRecords } from './bib-records.ts';
import { checkedText, type ImportError, type ImportedFile, Tally } from './imported.ts';
import { readTex } from './tex-parser.ts';
import { plainTex, texText } from './tex-text.ts';

/**
 * BibTeX and BibLaTeX files of Zotero, JabRef, Mendeley, BibDesk, dblp, publishers and our own. `crossref` and `xdata` are
 * resolved; `@string`, `@comment`, `@preamble` and `@xdata` are no records. `file` fields are ignored, and nothing is ever run.
 */

export interface ReadOptions {
  /** Awaited now and then, so that a large file does not hold up its worker. Throw in it to stop. */
  readonly pause?: () => Promise<void>;
}

/** Records between two pauses: some milliseconds. */
const BATCH = 500;
/** What entries refer to, and no works. */
const NO_WORKS: ReadonlySet<string> = new Set(['xdata', 'set', 'string', 'bibnote', 'control']);

export async function fromBibtex(
  text: string,
  { pause = async () => undefined }: ReadOptions = {},
): Promise<Result<ImportedFile, ImportError>> {
  const checked = checkedText(text);
  if (!checked.ok) return checked;
  const tally = new Tally();
  const records: BibRecord[] = [];
  let read = 0;
  for (const record of bibRecords(checked.value, BIB_FIELDS)) {
    if (++read % BATCH === 0) await pause();
    if ('broken' in record) tally.skip(record.line, record.broken, record.text);
    else records.push(record);
  }
  if (read === 0) return err('unknown-format', 'No entry begins with "@", a type and a brace, as in BibTeX.');
  const entries = withParents(records);
  const texts = await readTex(unknownTex(entries), pause);
  const textOf = (tex: string): string => texText(tex) ?? texts.get(tex) ?? plainTex(tex);
  for (const [i, entry] of entries.entries()) {
    if ((i + 1) % BATCH === 0) await pause();
    if (!NO_WORKS.has(entry.type)) tally.add(bibDraft(entry, textOf), entry.line);
  }
  return ok(tally.file());
}

/** The values that need the full parser. */
function unknownTex(entries: readonly BibRecord[]): ReadonlySet<string> {
  const unknown = new Set<string>();
  const note = (tex: string | undefined): void => {
    if (tex?.includes('\\') && texText(tex) === undefined) unknown.add(tex);
  };
  for (const { fields } of entries) {
    for (const name of TEX_FIELDS) note(fields.get(name));
    for (const { parts } of texNames(fields.get('author') ?? fields.get('editor') ?? '')) parts.forEach(note);
  }
  return unknown;
}
