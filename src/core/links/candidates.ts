/** Addresses in running text, each with its place. Linear in the length of the text. */
export interface Candidate {
  /** With a scheme; `https://` is put before a known host that stands without one. */
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

const MAX_LENGTH = 2048;
const MAX_CANDIDATES = 200;

const BARE_HOSTS =
  'github\\.com|gist\\.github\\.com|gitlab\\.com|bitbucket\\.org|codeberg\\.org|gitee\\.com|huggingface\\.co|hf\\.co|anonymous\\.4open\\.science|zenodo\\.org|osf\\.io|youtu\\.be|doi\\.org|github\\.io|gitlab\\.io';

// What starts an address: a scheme, "www.", or a known host standing bare.
const START = new RegExp(`https?://|\\bwww\\.(?=[a-z0-9])|(?:${BARE_HOSTS})(?=/[\\w~@.-]|\\b)`, 'gi');

/** Characters that cannot be part of an address in prose: blanks, quotes, brackets of other scripts, TeX leftovers. */
const STOP = /[\s<>"“”„«»‘’`{}|\\^$，。；：、（）「」『』【】《》…]/;

/** Words that prose glues to a bare host: "atgithub.com/a/b". */
const GLUED = /(?:^|[^a-z])(?:at|in|on|via|see|from|is|code|here|link|github|available|page|website)$/i;

/** @param text the result of `plainText` */
export function candidates(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  START.lastIndex = 0;
  for (let m = START.exec(text); m !== null && found.length < MAX_CANDIDATES; m = START.exec(text)) {
    const hit = /^https?:/i.test(m[0]) ? m.index : bareStart(text, m.index, m[0]);
    const end = hit === undefined ? m.index + m[0].length : endOf(text, hit, m.index + m[0].length);
    START.lastIndex = Math.max(end, m.index + m[0].length);
    if (hit === undefined) continue;
    const url = trimmed(text.slice(hit, end));
    if (url.length <= m.index - hit) continue;
    found.push({ url: /^https?:/i.test(url) ? url : `https://${url}`, start: hit, end: hit + url.length });
  }
  return found;
}

/** Where an address without a scheme begins: before its subdomains. Undefined where the host is the tail of another name. */
function bareStart(text: string, at: number, host: string): number | undefined {
  if (/^www\./i.test(host)) return at;
  let start = at;
  while (start > 0 && at - start < 80 && /[\w.-]/.test(text[start - 1] ?? '')) start--;
  const before = text.slice(start, at);
  const pages = /^git(?:hub|lab)\.io$/i.test(host);
  if (pages) return /^[\w-]+\.$/.test(before) ? start : undefined;
  if (/[/@]/.test(text[start - 1] ?? '')) return undefined;
  if (before === '' || before.toLowerCase() === 'www.') return start;
  // "repository.github.com/…": a full stop without its blank; "atgithub.com": a word without its blank
  return GLUED.test(before) || (before.endsWith('.') && !/^(?:api|docs|pages|raw|gist|status)\.$/i.test(before))
    ? at
    : undefined;
}

/** The end of the run of address characters, or the start of the next address glued to it. */
function endOf(text: string, start: number, from: number): number {
  let end = from;
  const limit = Math.min(text.length, start + MAX_LENGTH);
  while (end < limit && !STOP.test(text[end] ?? '')) end++;
  const next = text.slice(from, end).search(/(?<![/=?&])https?:\/\//i);
  return next > 0 ? from + next : end;
}

/** The first word of the next sentence, glued on by a lost blank: "github.com/owner/repo.The". */
const NEXT_SENTENCE =
  /\.(?:The|This|These|Our|We|Codes?|All|In|It|A|An|For|To|And|Project|Models?|Data|Datasets?|Video|Demo|Keywords|Accepted|Additionally|More|Warning|Contributions?|Also|Note|See|Here|Paper)$/;

const OPEN: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Cuts at the first bracket that closes nothing, then the punctuation of the sentence around it. */
function trimmed(raw: string): string {
  const depth = { '(': 0, '[': 0 };
  let end = raw.length;
  for (let i = 0; i < raw.length; i++) {
    const ch = raw[i] ?? '';
    if (ch === '(' || ch === '[') depth[ch]++;
    const open = OPEN[ch];
    if ((open === '(' || open === '[') && --depth[open] < 0) {
      end = i;
      break;
    }
  }
  while (end > 0 && /[.,;:!?'"*~([·•]/.test(raw[end - 1] ?? '')) end--;
  return raw
    .slice(0, end)
    .replace(/['’]s$/, '')
    .replace(NEXT_SENTENCE, '');
}
