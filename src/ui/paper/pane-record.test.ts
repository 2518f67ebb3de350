import '../parts/browser.testing.ts';
import { expect, test } from 'vitest';
import type { PaperId } from '../../core/identity/paper-id.ts';
import type { Link } from '../../core/links/link.ts';
import type { NoteData } from '../../core/note-data.ts';

const { pdfUrl } = await import('./links.tsx');
const { paneRecord, paneTags } = await import('./pane-record.ts');

const link = (url: string, status: Link['status']): Link => ({
  url,
  kind: 'code',
  status,
  label: url,
  evidence: { source: 'digest', text: '' },
});
const id = (text: string): PaperId => text as PaperId; // of the canonical form
const told: NoteData = {
  known: true,
  match: 'id',
  ids: [id('arxiv:2402.12527'), id('doi:10.1/x')],
  title: 'Title of a digest',
  otherTitles: [],
  venue: 'ICML 2024',
  authors: ['Anya Sims'],
  tags: [
    { name: 'D4RL', kind: 'bench' },
    { name: 'Offline RL', kind: 'task' },
  ],
  links: [link('https://github.com/a/b', 'released'), link('https://github.com/c/d', 'promised')],
  isNew: false,
  digests: [],
  conflicts: [],
};

test('what was saved stays; gaps are filled with what digests told, links joined', () => {
  const saved = {
    ids: [id('arxiv:2402.12527')],
    title: 'As saved',
    links: [link('https://github.com/c/d', 'released')],
  };
  const record = paneRecord(saved, told);
  expect(record).toMatchObject({ title: 'As saved', venue: 'ICML 2024', authors: ['Anya Sims'] });
  expect(record.ids).toEqual(told.ids);
  expect(record.links?.map((one) => [one.url, one.status])).toEqual([
    ['https://github.com/a/b', 'released'],
    ['https://github.com/c/d', 'released'],
  ]);
});

test('a paper that is only probably the same tells nothing', () => {
  const saved = { ids: [], title: 'As saved' };
  expect(paneRecord(saved, { ...told, match: 'probably' })).toEqual(saved);
});

test('own tags come first, then automatic ones, then topics by kind; a name once', () => {
  const row = {
    key: 'k',
    ids: [],
    title: 't',
    status: 'read' as const,
    tags: ['mine', '__proto__'],
    auto: ['rule', 'mine'],
    topics: [
      { name: 'D4RL', kind: 'bench' as const },
      { name: 'Offline RL', kind: 'task' as const },
    ],
    hasCode: false,
    changed: 0,
  };
  expect(paneTags(row, undefined, new Map([['mine', 'plum']])).map((tag) => [tag.name, tag.kind, tag.colour])).toEqual([
    ['mine', 'own', 'plum'],
    ['__proto__', 'own', undefined],
    ['rule', 'auto', undefined],
    ['Offline RL', 'task', undefined],
    ['D4RL', 'bench', undefined],
  ]);
  expect(paneTags(undefined, told, new Map()).map((tag) => tag.name)).toEqual(['Offline RL', 'D4RL']);
});

test('a PDF is offered where an id alone says where it is', () => {
  expect(pdfUrl([id('doi:10.1/x'), id('arxiv:hep-th/9901001')])).toBe('https://arxiv.org/pdf/hep-th/9901001');
  expect(pdfUrl([id('acl:2020.acl-main.1')])).toBe('https://aclanthology.org/2020.acl-main.1.pdf');
  expect(pdfUrl([id('doi:10.1/x')])).toBeUndefined();
});
