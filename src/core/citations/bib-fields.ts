import { cutAt } from '../digest/clean-text.ts';
import { LIMITS } from '../digest/limits.ts';
import type { Span } from './bib-records.ts';

/** The inside of one BibTeX entry: its key, then names and values. Whatever is neither is passed over. */

/** What standard styles define (`plain.bst`, O. Patashnik 1988); months stay as they are, `writtenDate` knows them. */
const STANDARD: ReadonlyMap<string, string> = new Map([
  ['acmcs', 'ACM Computing Surveys'],
  ['acta', 'Acta Informatica'],
  ['cacm', 'Communications of the ACM'],
  ['ibmjrd', 'IBM Journal of Research and Development'],
  ['ibmsj', 'IBM Systems Journal'],
  ['ieeese', 'IEEE Transactions on Software Engineering'],
  ['ieeetc', 'IEEE Transactions on Computers'],
  ['ieeetcad', 'IEEE Transactions on Computer-Aided Design of Integrated Circuits'],
  ['ipl', 'Information Processing Letters'],
  ['jacm', 'Journal of the ACM'],
  ['jcss', 'Journal of Computer and System Sciences'],
  ['scp', 'Science of Computer Programming'],
  ['sicomp', 'SIAM Journal on Computing'],
  ['tocs', 'ACM Transactions on Computer Systems'],
  ['tods', 'ACM Transactions on Database Systems'],
  ['tog', 'ACM Transactions on Graphics'],
  ['toms', 'ACM Transactions on Mathematical Software'],
  ['toois', 'ACM Transactions on Office Information Systems'],
  ['toplas', 'ACM Transactions on Programming Languages and Systems'],
  ['tcs', 'Theoretical Computer Science'],
]);

/** A longer key names nothing that another entry refers to. */
const MOST_KEY = 1000;
const NAME = /[^\s=,{}"#%()']{1,100}/y;
const BARE = /[^\s,{}"#()]{1,10000}/y;

export class BibFields {
  readonly #text: string;
  readonly #end: number;
  readonly #escapes: boolean;
  readonly #macros: ReadonlyMap<string, string>;
  #at: number;

  constructor(text: string, from: number, span: Span, macros: ReadonlyMap<string, string>) {
    this.#text = text;
    this.#at = from;
    this.#end = span.end;
    this.#escapes = span.escapes;
    this.#macros = macros;
  }

  /** What stands before the first comma; empty where that is a field already. Called before `read`. */
  key(): string {
    for (let at = this.#at; at < this.#end; at++) {
      const sign = this.#text[at];
      if (sign === '=' || sign === '{' || sign === '"') return '';
      if (sign !== ',' && at < this.#end - 1) continue;
      const key = this.#text.slice(this.#at, sign === ',' ? at : at + 1).trim();
      this.#at = at + 1;
      return key.length <= MOST_KEY ? key : '';
    }
    return '';
  }

  /** @param wanted undefined: all of them. The first of a name counts; of keywords, all. */
  read(wanted: ReadonlySet<string> | undefined): ReadonlyMap<string, string> {
    const fields = new Map<string, string>();
    while (this.#at < this.#end) {
      const name = this.#match(NAME)?.toLowerCase();
      if (name === undefined) {
        this.#at++;
        continue;
      }
      this.#blanks();
      if (this.#text[this.#at] !== '=') continue;
      this.#at++;
      const isWanted = wanted?.has(name) ?? true;
      const value = this.#value(isWanted);
      const before = fields.get(name);
      if (!isWanted) continue;
      if (before === undefined) fields.set(name, value);
      else if (name === 'keywords') fields.set(name, cutAt(`${before}, ${value}`, LIMITS.abstract));
    }
    return fields;
  }

  /** Pieces joined by `#`. */
  #value(isWanted: boolean): string {
    let value = '';
    for (let more = true; more; ) {
      this.#blanks();
      const piece = this.#piece();
      if (isWanted && value.length < LIMITS.abstract + 1) value += piece();
      this.#blanks();
      more = this.#text[this.#at] === '#' && this.#at < this.#end;
      if (more) this.#at++;
    }
    // one more than an abstract may have, so that whoever cuts it says so
    return cutAt(value, LIMITS.abstract + 1);
  }

  #piece(): () => string {
    const sign = this.#text[this.#at];
    if (this.#at >= this.#end) return () => '';
    if (sign === '{' || sign === '"') {
      const from = this.#at + 1;
      const to = this.#closing(sign);
      this.#at = to + 1;
      return () => this.#text.slice(from, to);
    }
    const bare = this.#match(BARE);
    if (bare === undefined) return () => '';
    return () => this.#macros.get(bare.toLowerCase()) ?? STANDARD.get(bare.toLowerCase()) ?? bare;
  }

  /** Where the value that begins here ends: at its brace, or at a quote outside of braces. */
  #closing(opener: '{' | '"'): number {
    let depth = 0;
    for (let at = this.#at + 1; at < this.#end; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x5c && this.#escapes) at++;
      else if (code === 0x7b) depth++;
      else if (code === 0x7d) {
        if (depth === 0) {
          if (opener === '{') return at;
        } else depth--;
      } else if (code === 0x22 && opener === '"' && depth === 0) return at;
    }
    return this.#end;
  }

  #blanks(): void {
    while (this.#at < this.#end && this.#text.charCodeAt(this.#at) <= 0x20) this.#at++;
  }

  #match(form: RegExp): string | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
