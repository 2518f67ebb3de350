import { cleanDigest } from '../digest/clean-text.ts';
import { LIMITS } from '../digest/limits.ts';
import { parseId } from '../identity/ids.ts';
import { err, ok, type Result } from '../result.ts';
import type { WorkKind } from './citation.ts';
import type { Draft } from './draft.ts';
import { checkedText, type ImportError, type ImportedFile, Tally } from './imported.ts';
import { RIS_TYPES } from './to-ris.ts';
import { writtenDate } from './written-date.ts';

/** RIS files of Zotero, EndNote, Mendeley, publishers and our own. Lines without a tag go on with the field before them. */

const KINDS: ReadonlyMap<string, WorkKind> = new Map<string, WorkKind>([
  // the keys of the literal are exactly the kinds
  ...(Object.entries(RIS_TYPES) as [WorkKind, string][]).map(([kind, type]): [string, WorkKind] => [type, kind]),
  ['JFULL', 'journal'],
  ['EJOUR', 'journal'],
  ['MGZN', 'journal'],
  ['ABST', 'journal'],
  ['CPAPER', 'conference'],
  ['UNPD', 'preprint'],
  ['PREPRINT', 'preprint'],
  ['INPR', 'preprint'],
  ['EBOOK', 'book'],
  ['EDBOOK', 'book'],
  ['ECHAP', 'chapter'],
]);

/** Two blanks by the format; files written by hand often have one. */
const TAG = /^([A-Z][A-Z0-9]) {2}-(?: (.*))?$/;
const LOOSE_TAG = /^([A-Z][A-Z0-9]) {0,3}-(?: (.*))?$/;

export function fromRis(text: string): Result<ImportedFile, ImportError> {
  const checked = checkedText(text);
  if (!checked.ok) return checked;
  const clean = cleanDigest(checked.value);
  const form = /^TY {2}-/m.test(clean) ? TAG : LOOSE_TAG;
  if (!/^TY {0,3}-/m.test(clean))
    return err('unknown-format', 'No line begins with "TY  - ", as every RIS record does.');
  const tally = new Tally();
  let record: RisRecord | undefined;
  const close = (): void => {
    if (record !== undefined) tally.add(record.draft(), record.line);
    record = undefined;
  };
  let line = 0;
  for (const row of linesOf(clean)) {
    line++;
    const [whole, tag = '', value = ''] = form.exec(row) ?? [];
    if (whole === undefined) {
      // a tag that a note holds was set in by one blank
      record?.more(/^ +[A-Z][A-Z0-9] {1,2}-/.test(row) ? row.slice(1) : row);
    } else if (tag === 'ER') close();
    else {
      if (tag === 'TY') close();
      record ??= new RisRecord(line);
      record.set(tag, value);
    }
  }
  close();
  return ok(tally.file());
}

function* linesOf(text: string): Generator<string> {
  let from = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
    yield text.slice(from, end);
    from = end + 1;
  }
  yield text.slice(from);
}

class RisRecord {
  readonly line: number;
  readonly #fields = new Map<string, string[][]>();
  #open: string[] | undefined;

  constructor(line: number) {
    this.line = line;
  }

  set(tag: string, value: string): void {
    this.#open = [value];
    const values = this.#fields.get(tag);
    if (values === undefined) this.#fields.set(tag, [this.#open]);
    else values.push(this.#open);
  }

  more(row: string): void {
    this.#open?.push(row);
  }

  draft(): Draft {
    const page = this.#first('SP');
    const last = this.#first('EP');
    const dates = [...this.#all('DA'), ...this.#all('PY'), ...this.#all('Y1')].map(writtenDate);
    const year = [...this.#all('PY'), ...this.#all('Y1')]
      .map(writtenDate)
      .find((date) => date.year !== undefined)?.year;
    const doi = [...this.#all('DO'), ...this.#all('M3')].map((text) => parseId(text.trim()));
    const numbers = this.#all('AN')
      .flatMap((text) => text.split(/\s+/))
      .slice(0, 4 * LIMITS.ids)
      .map(parseId);
    const book = this.#first('BT');
    return {
      ids: [...doi, ...numbers].filter((id) => id !== undefined),
      title: this.#first('TI', 'T1', 'CT') ?? book,
      kind: KINDS.get((this.#first('TY') ?? '').trim()),
      authors: [...this.#all('AU'), ...this.#all('A1')],
      year: year ?? dates.find((date) => date.year !== undefined)?.year,
      date: dates.find((date) => date.date !== undefined)?.date,
      venue:
        this.#first('T2', 'JF', 'JO', 'C3', 'JA', 'J2') ??
        (this.#first('TI', 'T1', 'CT') === undefined ? undefined : book),
      volume: this.#first('VL'),
      issue: this.#first('IS'),
      pages: page !== undefined && last !== undefined ? `${page}–${last}` : (page ?? last),
      publisher: this.#first('PB'),
      abstract: this.#first('AB', 'N2'),
      urls: [...this.#all('UR'), ...this.#all('LK')].flatMap((text) => text.split(/;? (?=https?:)|;(?=https?:)/)),
      tags: this.#all('KW', '\n').flatMap((text) => text.split(/[;\n]/)),
      note: this.#all('N1', '\n').join('\n\n'),
    };
  }

  /** All values of a tag, the lines of each joined. */
  #all(tag: string, between = ' '): readonly string[] {
    return (this.#fields.get(tag) ?? []).map((lines) => lines.join(between));
  }

  /** The first value, of the first of these tags, that says anything. */
  #first(...tags: readonly string[]): string | undefined {
    return tags.flatMap((tag) => this.#all(tag)).find((value) => value.trim() !== '');
  }
}
