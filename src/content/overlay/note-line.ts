import { urlOf } from '../../core/identity/urls-of.ts';
import type { Status } from '../../core/library/status.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { around, inKey, t } from '../words.ts';
import { bookmarks, glyphs, linkSigns, mark, near } from './drawings.ts';
import { el, linkTo } from './el.ts';
import { icon } from './icons.ts';
import { type LinkChip, type NoteModel, shortName } from './note-model.ts';

/**
 * The line of a note as elements. What can be pressed says so in `data-do`: `save`, or `card` with the section to open at.
 * All start outside the tab order: the roving focus lets one in.
 */
export function lineOf(model: NoteModel | undefined): readonly HTMLElement[] {
  if (model === undefined) return [markButton()];
  return [
    markButton(),
    saveButton(model.status, model.busy),
    ...(model.isNew ? [el('span', { class: 'new' }, t('noteNew'))] : []),
    ...(model.chips.length > 0 ? [tagList(model)] : []),
    ...model.links.map(linkChip),
    ...(model.hint === undefined ? [] : [hintOf(model.hint)]),
  ];
}

/** The note of an extension that was updated under the page. */
export const staleLine = (): readonly Element[] => [
  icon(mark, 15, { class: 'mark' }),
  el('span', {}, t('noteUpdated')),
  el('button', { class: 'link', tabindex: 0, 'data-do': 'reload' }, t('noteReload')),
];

const off = { tabindex: '-1' } as const;

const markButton = (): HTMLElement =>
  el(
    'button',
    {
      ...off,
      class: 'mark',
      'data-do': 'card',
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
      'aria-label': t('noteOpen'),
    },
    icon(mark, 15),
  );

function saveButton(status: Status | undefined, busy: boolean): HTMLElement {
  const word = status === undefined ? undefined : statusWord(status);
  return el(
    'button',
    {
      ...off,
      class: 'save',
      'data-do': 'save',
      'data-status': status === 'to-read' ? 'saved' : status,
      'aria-busy': busy && 'true',
      'aria-label': busy ? t('noteSaving') : word === undefined ? t('noteSave') : t('noteSavedAs', word),
    },
    icon(bookmarks[status ?? 'none'], 16),
    word !== undefined && el('span', {}, word),
  );
}

/** The words of VISUAL.md 4: a plain save is "Saved". */
export function statusWord(status: Status): string {
  if (status === 'to-read') return t('noteStatusSaved');
  if (status === 'reading') return t('noteStatusReading');
  return status === 'read' ? t('noteStatusRead') : t('noteStatusAside');
}

function tagList({ chips, more }: NoteModel): HTMLElement {
  return el(
    'ul',
    { class: 'tags', 'aria-label': t('noteTags') },
    ...chips.map(chipItem),
    more && el('li', { class: 'more' }, moreButton(more)),
  );
}

/** Six letters or fewer never shrink; of the others the longest gives way first. */
function chipItem(tag: Tag): HTMLElement {
  const { length } = tag.name;
  const item = el('li', { class: length <= 6 && 'short' }, chip(tag));
  if (length > 6) item.style.flexShrink = String((length - 6) ** 2);
  return item;
}

const chip = (tag: Tag): HTMLElement =>
  el(
    'button',
    { ...off, class: 'chip', 'data-kind': tag.kind, 'data-do': 'card', 'data-at': 'tags' },
    tag.kind !== 'auto' && icon(glyphs[tag.kind], 8, { class: `k-${tag.kind}` }),
    el('span', { dir: 'auto' }, tag.name),
  );

/** "+n" knows its number for each count of chips that the width of the line leaves. */
function moreButton(more: readonly number[]): HTMLElement {
  const numbers = Object.fromEntries(more.map((n, i) => [`data-${i + 1}`, n > 0 ? `+${n}` : '']));
  return el('button', { ...off, ...numbers, 'data-do': 'card', 'data-at': 'tags', 'aria-label': t('noteMoreTags') });
}

function linkChip(link: LinkChip): HTMLElement {
  const words = linkWords(link);
  const inside = [icon(linkSigns[link.kind], 14), el('span', {}, words)];
  const attributes = { ...off, class: 'link', 'data-kind': link.kind, 'data-status': link.status, 'aria-label': words };
  return link.count > 1 && link.kind !== 'code'
    ? el('button', { ...attributes, 'data-do': 'card', 'data-at': 'links' }, ...inside)
    : linkTo(link.url, attributes, ...inside);
}

function linkWords({ kind, status, count }: LinkChip): string {
  const name = count > 1 && kind !== 'code' ? t(`noteLinkMany_${kind}`, count) : t(`noteLink_${kind}`);
  if (status === 'promised') return t('noteLinkPromised', name);
  return status === 'third-party' ? t('noteLinkThird', name) : name;
}

function hintOf(hint: NonNullable<NoteModel['hint']>): HTMLElement {
  if (hint.kind === 'probably') {
    const [before, after] = around((hole) => t('noteProbably', hole));
    const button = el('button', { ...off, class: 'hint', 'data-do': 'card' });
    button.append(sentence(before, shortName(hint.title), after));
    return button;
  }
  const { id, title, status } = hint.hint;
  const [before, after] = around((hole) =>
    status === undefined ? t('noteClose', hole) : t(`noteClose_${inKey(status)}`, hole),
  );
  const name = shortName(title);
  const link = linkTo(urlOf(id), { ...off, class: 'hint', 'aria-label': `${before}${title}${after}` }, icon(near, 14));
  link.append(sentence(before, name, after));
  return link;
}

/** The name alone gets shorter where the line is short. */
function sentence(before: string, name: string, after: string): HTMLElement {
  const bold = el('b', { dir: 'auto' }, name);
  return el('span', {}, el('span', {}, before), bold, el('span', {}, after));
}
