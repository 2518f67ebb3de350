// @vitest-environment happy-dom

import { beforeEach, describe, expect, test } from 'vitest';
import type { NoteData } from '../../../core/note-data.ts';
import type { Hint } from '../../../core/related/hint.ts';
import { hint, id, link, noteData, tag } from '../../interface.testing.ts';
import { emptyCard, fillCard } from './card.ts';

beforeEach(() => document.body.replaceChildren());

function card(data: NoteData, more: { hints?: readonly Hint[]; busy?: boolean; why?: boolean } = {}) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const made = emptyCard(data.title);
  root.append(made);
  document.body.append(host);
  const fill = (next: NoteData) => fillCard(made, root, { data: next, hints: [], busy: false, why: false, ...more });
  fill(data);
  return { made, root, fill };
}

const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const sections = (made: Element): readonly (string | undefined)[] =>
  [...made.querySelectorAll<HTMLElement>('[data-sec]')].map((part) => part.dataset['sec']);

test('empty sections are left out, never shown empty', () => {
  expect(sections(card(noteData()).made)).toEqual(['status']);
});

test('sections stand in the order of VISUAL.md 7', () => {
  const digests = [{ name: 'arXiv cs.LG, new', day: '2024-05-31' as never, upvotes: 3, comments: 0 }]; // a calendar day by its form
  const { made } = card(noteData({ tags: [tag('RL')], links: [link()], digests }), { hints: [hint()] });
  expect(sections(made)).toEqual(['status', 'tags', 'links', 'close', 'digests']);
  expect(text(made.querySelector('.dg'))).toBe('arXiv cs.LG, new331 May 2024');
});

test('the head says authors, day, venue and id, and every doubt', () => {
  const { made } = card(
    noteData({
      authorCount: 6,
      date: '2024-05-30' as never, // a calendar day by its form
      dateInferred: true,
      venue: 'ICML 2024',
      match: 'probably',
      otherTitles: ['A2PR'],
      conflicts: [{ field: 'date', values: ['2024-05-30', '2024-06-02'] }],
    }),
  );
  const lines = [...made.querySelectorAll('.c-head p')].map(text);
  expect(lines).toEqual([
    '6 authors · 30 May 2024, inferred · ICML 2024 · arXiv:2405.19909',
    'Probably this paper: the title alone decided.',
    'Also titled: A2PR',
    'Digests differ on the date: 30 May 2024 / 2 Jun 2024',
  ]);
});

describe('library', () => {
  test('not saved: one button; on its way: it says so', () => {
    expect(text(card(noteData()).made.querySelector('.main'))).toBe('SaveS');
    const busy = card(noteData(), { busy: true }).made.querySelector('.main');
    expect([text(busy), busy?.getAttribute('aria-busy')]).toEqual(['SavingS', 'true']);
  });
  test('saved: a radio group with the status chosen and one tab stop', () => {
    const { made } = card(noteData({ saved: { status: 'reading', ownTags: [] } }));
    const radios = [...made.querySelectorAll('[role="radio"]')];
    expect(radios.map((r) => [text(r), r.getAttribute('aria-checked'), r.getAttribute('tabindex')])).toEqual([
      ['To read', 'false', '-1'],
      ['Reading', 'true', '0'],
      ['Read', 'false', '-1'],
      ['Aside', 'false', '-1'],
    ]);
  });
  test('focus goes from Save to the chosen status once it is saved', () => {
    const { made, root, fill } = card(noteData());
    made.querySelector<HTMLElement>('.main')?.focus();
    fill(noteData({ saved: { status: 'to-read', ownTags: [] } }));
    expect(text(root.activeElement)).toBe('To read');
  });
});

test('"Why this?" names the words that gave each tag', () => {
  const { made } = card(noteData({ tags: [tag('Offline RL'), tag('D4RL', 'bench')] }), { why: true });
  expect([...made.querySelectorAll('.why-box > span')].map(text)).toEqual([
    'Offline RL the title says “offline rl”',
    'D4RL the title says “d4rl”',
  ]);
  expect(made.querySelector('[data-do="why"]')?.getAttribute('aria-expanded')).toBe('true');
});

test('links show status and evidence', () => {
  const links = [
    link(),
    link({ kind: 'model', status: 'promised', label: 'Checkpoints', evidence: { source: 'remark', text: 'soon' } }),
    link({ status: 'third-party', label: 'CORL/a2pr', evidence: { source: 'digest', text: '' } }),
  ];
  const rows = [...card(noteData({ links })).made.querySelectorAll('.lnk')];
  expect(rows.map((row) => [text(row.querySelector('.pill')), text(row.querySelector('.ev'))])).toEqual([
    ['by the authors', '“Code is at” in the abstract'],
    ['promised', '“soon” in the comments'],
    ['third party', 'from a digest'],
  ]);
});

test('close papers give their reason and a way to refuse them', () => {
  const { made } = card(noteData(), { hints: [hint({ status: 'read' })] });
  expect(text(made.querySelector('.why'))).toBe('you read it · shares offline, value overestimation');
  expect(made.querySelector('[data-do="not"]')?.getAttribute('data-at')).toBe('arxiv:2402.12527');
});

test.each([
  ['A01', '<img src=x onerror=window.__pwn=1>'],
  ['A02', '</style><script>window.__pwn=1</script>]]>'],
  ['A07', '\u202e\u0301'.repeat(200)],
])('%s: hostile text stays text in every place of the card', (_, evil) => {
  const { made } = card(
    noteData({
      title: evil,
      otherTitles: [evil],
      venue: evil,
      organisation: evil,
      conflicts: [{ field: 'ids', values: [evil] }],
      ids: [id('arxiv:2405.19909')],
      tags: [{ name: evil, kind: 'auto', reason: { text: evil, where: 'abstract' } }],
      links: [link({ label: evil, url: 'javascript:alert(1)', evidence: { source: 'abstract', text: evil } })],
      digests: [{ name: evil }],
    }),
    { hints: [hint({ title: evil, shared: [evil] })], why: true },
  );
  expect(made.querySelectorAll('img, script, style')).toHaveLength(0);
  expect(made.querySelector('h2')?.textContent).toBe(evil);
  expect([...made.querySelectorAll('a')].every((a) => a.getAttribute('href')?.startsWith('https://'))).toBe(true);
});
