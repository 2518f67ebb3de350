/**
 * For tests in happy-dom: import it first. Gives the content script's code a browser API with the real messages, so that tests see
 * the words that people see, and small makers of the data that notes show.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PaperId } from '../core/identity/paper-id.ts';
import type { Link } from '../core/links/link.ts';
import type { NoteData } from '../core/note-data.ts';
import type { Hint } from '../core/related/hint.ts';
import type { Tag, TagKind } from '../core/tags/tag.ts';
import type { Mention } from '../sites/mention.ts';

const file = resolve(import.meta.dirname, '../../public/_locales/en/messages.json');
const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string } | undefined>; // the shape Chrome demands

Object.assign(globalThis, {
  chrome: {
    runtime: { id: 'test' },
    i18n: {
      getMessage: (key: string, substitutions: readonly string[] = []) =>
        messages[key]?.message.replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '') ?? '',
    },
  },
});

/** Tests write ids in their canonical form. */
export const id = (text: string): PaperId => text as PaperId;

export const noteData = (more: Partial<NoteData> = {}): NoteData => ({
  known: true,
  match: 'id',
  ids: [id('arxiv:2405.19909')],
  title: 'Adaptive Advantage-Guided Policy Regularization',
  otherTitles: [],
  tags: [],
  links: [],
  isNew: false,
  digests: [],
  conflicts: [],
  ...more,
});

export const tag = (name: string, kind: TagKind = 'task'): Tag => ({
  name,
  kind,
  reason: { text: name.toLowerCase(), where: 'title' },
});

export const link = (more: Partial<Link> = {}): Link => ({
  url: 'https://github.com/a/b',
  kind: 'code',
  status: 'released',
  label: 'a/b',
  evidence: { source: 'abstract', text: 'Code is at' },
  ...more,
});

export const hint = (more: Partial<Hint> = {}): Hint => ({
  id: id('arxiv:2402.12527'),
  title: 'RAVL: The Edge-of-Reach Problem',
  score: 0.5,
  shared: ['offline', 'value overestimation'],
  status: 'to-read',
  ...more,
});

/** A mention in an item of its own: `<li><p class="anchor"></p></li>`. */
export function mention(paper: string, more: Partial<Mention> = {}): Mention {
  const item = document.createElement('li');
  const anchor = document.createElement('p');
  item.append(anchor);
  return { ids: [id(paper)], title: `Title of ${paper}`, anchor, place: 'after', item, ...more };
}

/** An event as a person's hand makes it: browsers set isTrusted, happy-dom does not. */
export function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
