import { urlOf } from '../../../core/identity/urls-of.ts';
import type { Link } from '../../../core/links/link.ts';
import type { NoteData } from '../../../core/note-data.ts';
import type { Hint } from '../../../core/related/hint.ts';
import { TAG_KINDS, type Tag } from '../../../core/tags/tag.ts';
import { dayText, inKey, t } from '../../words.ts';
import { bookmarks, glyphs } from '../drawings.ts';
import { type Child, el, foreign, linkTo } from '../el.ts';
import { type Drawing, icon } from '../icons.ts';
import { tagsOfNote } from '../note-model.ts';
import { allLinkSigns, talk, up } from './drawings.ts';

/** The sections of a card. One with nothing in it is left out, never shown empty. */
export function sectionsOf(data: NoteData, hints: readonly Hint[], why: boolean): readonly HTMLElement[] {
  const tags = tagsOfNote(data);
  return [
    ...(tags.length > 0 ? [tagSection(tags, why)] : []),
    ...(data.links.length > 0
      ? [section('links', t('cardLinks'), undefined, list(data.links.map((link) => linkRow(link, data.known))))]
      : []),
    ...(hints.length > 0 ? [closeSection(hints)] : []),
    ...(data.digests.length > 0
      ? [section('digests', t('cardMentioned'), undefined, list(data.digests.map(digestRow)))]
      : []),
  ];
}

const section = (name: string, title: string, aside: Child, ...content: readonly Child[]): HTMLElement =>
  el('section', { class: 'c-sec', 'data-sec': name }, el('h3', {}, title, aside), ...content);

const list = (rows: readonly HTMLElement[]): HTMLElement => el('ul', {}, ...rows);

function tagSection(tags: readonly Tag[], why: boolean): HTMLElement {
  const rows = TAG_KINDS.flatMap((kind) => {
    const ofKind = tags.filter((tag) => tag.kind === kind);
    const glyph = kind !== 'auto' && icon(glyphs[kind], 8, { class: `k-${kind}` });
    return ofKind.length === 0
      ? []
      : [
          el('dt', {}, glyph, t(`cardKind_${kind}`)),
          el('dd', {}, ...ofKind.map((tag) => el('span', { class: `ct ${kind}`, dir: 'auto' }, tag.name))),
        ];
  });
  const reasons = tags.filter((tag) => tag.reason !== undefined);
  const button = el('button', { 'data-do': 'why', 'aria-expanded': why ? 'true' : 'false' }, t('cardWhy'));
  const box = why && el('div', { class: 'why-box' }, ...reasons.map(reasonRow));
  return section('tags', t('noteTags'), reasons.length > 0 && button, el('dl', { class: 'kinds' }, ...rows), box);
}

const reasonRow = ({ name, reason }: Tag): HTMLElement =>
  el('span', {}, el('b', { dir: 'auto' }, name), ' ', reason && foreign(t(`cardReason_${reason.where}`, reason.text)));

function linkRow(link: Link, known: boolean): HTMLElement {
  const { source, text } = link.evidence;
  const pill =
    link.status === 'promised'
      ? el('span', { class: 'pill warn' }, t('cardPromised'))
      : link.status === 'third-party'
        ? el('span', { class: 'pill' }, t('cardThirdParty'))
        : source !== 'digest' && el('span', { class: 'pill' }, t('cardByAuthors'));
  return el(
    'li',
    { class: 'lnk', 'data-status': link.status },
    icon(allLinkSigns[link.kind], 15),
    linkTo(link.url, { title: link.url }, foreign(link.label)),
    pill || el('span'),
    el(
      'span',
      { class: 'ev' },
      foreign(text === '' ? t(known ? 'cardFromDigest' : 'cardFromPage') : t(`cardEvidence_${source}`, text)),
    ),
  );
}

function closeSection(hints: readonly Hint[]): HTMLElement {
  const yours = hints.some((hint) => hint.status !== undefined);
  return section('close', t('cardClosePapers'), yours && el('span', {}, t('cardYoursFirst')), list(hints.map(hintRow)));
}

function hintRow({ id, title, status, shared }: Hint): HTMLElement {
  const why = el('span', { class: 'why' });
  if (status !== undefined) why.append(t(`cardYou_${inKey(status)}`), ' · ');
  if (shared.length > 0) why.append(t('cardShares'), ' ');
  for (const [i, term] of shared.entries()) why.append(i > 0 ? ', ' : '', el('i', { dir: 'auto' }, term));
  return el(
    'li',
    { class: 'hnt' },
    icon(bookmarks[status ?? 'none'], 15, { 'data-status': status ?? '' }),
    linkTo(urlOf(id), {}, foreign(title)),
    el('button', { 'data-do': 'not', 'data-at': id, 'aria-label': t('cardNotThisOf', title) }, t('cardNotThis')),
    why,
  );
}

function digestRow(digest: NoteData['digests'][number]): HTMLElement {
  const count = (sign: Drawing, n: number | undefined, label: string): Child =>
    n !== undefined && n > 0 && el('span', { role: 'img', 'aria-label': label }, icon(sign, 12), String(n));
  return el(
    'li',
    { class: 'dg' },
    foreign(digest.name),
    el(
      'span',
      {},
      count(up, digest.upvotes, t(digest.upvotes === 1 ? 'cardUpvote' : 'cardUpvotes', digest.upvotes ?? 0)),
      count(talk, digest.comments, t(digest.comments === 1 ? 'cardComment' : 'cardComments', digest.comments ?? 0)),
      digest.day !== undefined && dayText(digest.day),
    ),
  );
}
