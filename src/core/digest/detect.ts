import type { DigestFormat } from '../entry.ts';

/** How much of a digest is looked at. */
export const HEAD = 8192;

const JSON_OR_HTML = /^[\s\ufeff]*[[{<"\]},]/;
const OWN_RECORD =
  /^[ \t\ufeff]*\{\s*"(?:title|abstract|ids|authors|authorCount|organisation|date|dateInferred|dateRaw|comments|upvotes|remark|categories|venue|links|tags)"\s*:/m;
const HF_RECORD = /"(?:paper|dailyPapers)"\s*:|&quot;(?:paper|dailyPapers)&quot;\s*:|data-target=["']DailyPapers["']/;
const HTML = /^[\s\ufeff]*<(?:!doctype|html|head|body|!--)/i;
/** A paper by itself, as `/api/papers/ID` gives it. */
const HF_PAPER = /^[\s\ufeff]*\[?\s*\{\s*"(?:_?id|authors|mediaUrls)"\s*:/;
const HF_FIELD = /"(?:summary|publishedAt|discussionId|upvotes)"\s*:/;

const PAGE_WORDS =
  /Get trending papers in your email inbox|^[ \t]*Daily Papers[ \t]*$|AK\s{0,4}and the research community/m;
const PAGE_META = /^[ \t]*•[ \t]*\S{1,24}[ \t]+authors?[ \t]*$|^[ \t]*·[ \t]*\n[ \t]*[A-Z][a-z]{2} \d{1,2}\b/m;

/**
 * Which format a digest has, from its first 8 kB (more is ignored).
 * @returns undefined where it is none we read
 */
export function detectFormat(head: string): DigestFormat | undefined {
  const text = head.slice(0, HEAD).replace(/\r\n?/g, '\n');
  if (!JSON_OR_HTML.test(text)) return PAGE_WORDS.test(text) || PAGE_META.test(text) ? 'hf-page' : ownOrNone(text);
  if (HF_RECORD.test(text) || (HTML.test(text) && /hugging\s?face/i.test(text))) return 'hf-json';
  if (OWN_RECORD.test(text)) return 'jsonl';
  if (HF_PAPER.test(text) && HF_FIELD.test(text)) return 'hf-json';
  return PAGE_WORDS.test(text) || PAGE_META.test(text) ? 'hf-page' : undefined;
}

/** Our own lines after a damaged first one. */
const ownOrNone = (text: string): DigestFormat | undefined => (OWN_RECORD.test(text) ? 'jsonl' : undefined);
