import { type CitedWork, idValue, pageUrl } from './citation.ts';
import { markdownText } from './markdown-text.ts';
import { nameText, parseName } from './names.ts';

/**
 * One Markdown note a work, with YAML front matter as Obsidian reads it. Every text in it is a JSON string, which YAML 1.2 reads as
 * the same text, whatever it holds: colons, quotes, `no`, `2017`, line ends. Nothing is lost but the volume and its like.
 */

export interface MarkdownOptions {
  /** Heading over the person's note, in their language; no heading where it is missing. */
  readonly noteHeading?: string;
}

export function toMarkdown(work: CitedWork, key: string | undefined, options: MarkdownOptions = {}): string {
  const url = pageUrl(work);
  const lines = [
    field('title', work.title),
    // Obsidian finds the note by its citation key
    list('aliases', key === undefined ? [] : [`@${key}`]),
    field('citekey', key),
    list(
      'authors',
      (work.authors ?? []).map((author) => nameText(parseName(author))),
    ),
    work.year === undefined ? '' : `year: ${work.year}\n`,
    work.date === undefined ? '' : `date: ${work.date}\n`,
    field('venue', work.venue),
    field('type', work.kind),
    field('doi', idValue(work, 'doi')),
    field('arxiv', idValue(work, 'arxiv')),
    list('ids', work.ids),
    field('url', url),
    list('categories', work.categories ?? []),
    field('status', work.status),
    list('tags', obsidianTags(work.tags ?? [])),
  ];
  const link = url === undefined ? '' : `<${url.replace(/[<>\s]/g, encodeURIComponent)}>\n\n`;
  const abstract = work.abstract === undefined ? '' : `> ${markdownText(work.abstract)}\n\n`;
  const heading = options.noteHeading === undefined ? '' : `## ${markdownText(options.noteHeading)}\n\n`;
  const note = work.note === undefined ? '' : `${heading}${work.note}\n`;
  return `---\n${lines.join('')}---\n\n# ${markdownText(work.title)}\n\n${link}${abstract}${note}`;
}

const field = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `${name}: ${yamlText(value)}\n`;

const list = (name: string, values: readonly string[]): string =>
  values.length === 0 ? '' : `${name}:\n${values.map((value) => `  - ${yamlText(value)}\n`).join('')}`;

/** Characters that JSON leaves and YAML does not print are written by their code. */
export const yamlText = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Obsidian's tags have letters, digits, `-`, `_` and `/` only, and are not all digits. */
const obsidianTags = (tags: readonly string[]): readonly string[] => [
  ...new Set(
    tags
      .map((tag) => tag.replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-').replace(/^[-/]+|[-/]+$/g, ''))
      .filter((tag) => tag !== '')
      .map((tag) => (/^\d+$/.test(tag) ? `_${tag}` : tag)),
  ),
];

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Names of the notes' files, without folder, valid on every system and in links of Obsidian, all different also without case.
 * The title, at most 100 characters; equal ones get a number.
 */
export function markdownFileNames(works: readonly CitedWork[]): readonly string[] {
  const taken = new Map<string, number>();
  const given = new Set<string>();
  return works.map((work) => {
    const plain = fileStem(work.title);
    const folded = plain.toLowerCase();
    let n = taken.get(folded) ?? 0;
    let name = plain;
    do {
      n++;
      name = n === 1 ? plain : `${plain} ${n}`;
    } while (given.has(name.toLowerCase()));
    taken.set(folded, n);
    given.add(name.toLowerCase());
    return `${name}.md`;
  });
}

function fileStem(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|#^[\]\p{C}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = [...plain]
    .slice(0, 100)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return cut === '' ? 'paper' : RESERVED.test(cut) ? `_${cut}` : cut;
}
