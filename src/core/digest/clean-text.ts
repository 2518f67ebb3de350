/** Text of strangers made safe to keep: well-formed, without characters that are invisible or turn the reading direction. */

// Controls (except tab and line end), bidirectional overrides and isolates, zero-width fillers, noncharacters.
// Zero-width joiners stay: several scripts and emoji are written with them.
const CONTROLS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

/** A whole digest: line ends as `\n`, no controls, no byte order mark, no lone surrogates. Keeps the number of lines. */
export function cleanDigest(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(CONTROLS, '')
    .toWellFormed();
}

/** One field: controls gone, every run of blanks one space, no blanks at the ends. */
export function cleanField(text: string): string {
  return text.toWellFormed().replace(CONTROLS, '').replace(/\s+/g, ' ').trim();
}

/** Cuts at a number of UTF-16 units without splitting a character. */
export function cutAt(text: string, units: number): string {
  if (text.length <= units) return text;
  const last = text.charCodeAt(units - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? units - 1 : units);
}
