// @vitest-environment happy-dom
import '../parts/browser.testing.ts';
import { expect, test, vi } from 'vitest';
import type { PaperId } from '../../core/identity/paper-id.ts';
import type { NoteData } from '../../core/note-data.ts';
import { named, press, settle, show } from '../parts/render.testing.ts';
import type { PaperViewProps } from './paper-view.tsx';

const { PaperView } = await import('./paper-view.tsx');

const record = {
  ids: ['arxiv:2402.12527' as PaperId],
  title: 'The Edge-of-Reach Problem',
  authors: ['Anya Sims', 'Cong Lu'],
  authorCount: 4,
  date: '2024-02-19' as never, // a calendar day
  abstract: 'Long. '.repeat(120),
};
const row = {
  key: 'arxiv:2402.12527',
  ids: record.ids,
  title: record.title,
  status: 'to-read' as const,
  tags: ['chapter-3'],
  auto: ['group'],
  topics: [{ name: 'Offline RL', kind: 'task' as const }],
  collections: ['c2'],
  hasCode: false,
  changed: 0,
};
const note = { text: '', keeping: { kind: 'clean' as const }, type: vi.fn(), settle: vi.fn(), flush: vi.fn() };

function paper(more: Partial<PaperViewProps> = {}) {
  const acts = {
    save: vi.fn(),
    restore: vi.fn(),
    status: vi.fn(),
    rating: vi.fn(),
    tag: vi.fn(),
    unwanted: vi.fn(),
    collection: vi.fn(),
    makeCollection: vi.fn(),
    writeNote: vi.fn(),
    merge: vi.fn(),
    back: vi.fn(),
    why: vi.fn(),
    openHint: vi.fn(),
    openPaper: vi.fn(),
  };
  const root = show(
    <PaperView
      facts={{ key: row.key, row, record, texts: [], changes: [], merged: 0, inTrash: false }}
      told={undefined}
      tags={[
        { name: 'chapter-3', kind: 'own' },
        { name: 'group', kind: 'auto' },
        { name: 'Offline RL', kind: 'task' },
      ]}
      knownTags={[{ name: 'baseline' }]}
      reasons={undefined}
      why={false}
      collections={[
        { id: 'c1', name: 'Thesis', parent: null },
        { id: 'c2', name: 'Chapter 3', parent: 'c1' },
      ]}
      note={note}
      hints={[]}
      twins={[]}
      lines={[]}
      readOnly={false}
      busy={false}
      deed={undefined}
      acts={acts}
      foot={null}
      wide={false}
      {...more}
    />,
  );
  return { root, acts };
}

test('the head tells this paper from others', () => {
  const { root } = paper();
  expect(root.querySelector('h2')?.textContent).toBe(record.title);
  expect([...root.querySelectorAll('.hd .meta')].map((p) => p.textContent)).toEqual([
    'Anya Sims, Cong Lu and 2 more',
    '19 Feb 2024 · arXiv:2402.12527',
  ]);
});

test('A07: a title that turns the direction of text is kept to itself', () => {
  const title = `Safe \u202Eelttil\u202C a${'\u0301'.repeat(2_000)}`;
  const { root } = paper({
    facts: { key: 'k', record: { ids: [], title }, texts: [], changes: [], merged: 0, inTrash: false },
  });
  const isolated = root.querySelector('h2 > bdi');
  expect(isolated?.textContent).toContain('Safe');
  expect(isolated?.textContent).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test('status and stars are rows of radio buttons with one stop each, moved by arrows', async () => {
  const { root, acts } = paper();
  const [seg, stars] = [...root.querySelectorAll('[role=radiogroup]')];
  for (const group of [seg, stars]) expect(group?.querySelectorAll('[tabindex="0"]').length).toBe(1);
  await settle(() => named(root, 'Reading').click());
  expect(acts.status).toHaveBeenLastCalledWith('reading');
  named(root, 'To read').focus();
  await press('ArrowLeft');
  expect(acts.status).toHaveBeenLastCalledWith('aside');
  expect(document.activeElement?.textContent).toBe('Aside');
  await settle(() => named(root, '3 stars').click());
  expect(acts.rating).toHaveBeenLastCalledWith(3);
});

test('the star that holds takes the rating away', async () => {
  const { root, acts } = paper({
    facts: { key: row.key, row: { ...row, rating: 4 }, record, texts: [], changes: [], merged: 0, inTrash: false },
  });
  expect(named(root, '4 stars').getAttribute('aria-checked')).toBe('true');
  await settle(() => named(root, '4 stars').click());
  expect(acts.rating).toHaveBeenLastCalledWith(0);
  named(root, '4 stars').focus();
  await press('Delete');
  expect(acts.rating).toHaveBeenCalledTimes(2);
});

test('own tags are taken off, automatic ones and topics are not wanted here', async () => {
  const { root, acts } = paper();
  await settle(() => named(root, 'Take the tag chapter-3 off').click());
  expect(acts.tag).toHaveBeenLastCalledWith('chapter-3', false);
  await settle(() => named(root, 'Offline RL does not fit this paper').click());
  await settle(() => named(root, 'group does not fit this paper').click());
  expect(acts.unwanted.mock.calls).toEqual([['Offline RL'], ['group']]);
});

test('a collection is shown by its name and taken out; a deleted one is not shown', async () => {
  const { root, acts } = paper();
  expect([...root.querySelectorAll('.collections .tag')].map((li) => li.textContent)).toEqual(['Chapter 3']);
  await settle(() => named(root, 'Take it out of Chapter 3').click());
  expect(acts.collection).toHaveBeenLastCalledWith('c2', false);
});

test('reasons of topics are given with the words of the text, and say what has none', () => {
  const reasons = [
    { name: 'Offline RL', kind: 'task' as const, reason: { text: 'offline RL', where: 'title' as const } },
  ];
  const { root } = paper({ why: true, reasons });
  expect([...root.querySelectorAll('.why li')].map((li) => li.textContent)).toEqual([
    'group a rule of yours put it on',
    'Offline RL the title says “offline RL”',
  ]);
});

test('a note of two texts is shown with both and what they make together', async () => {
  const texts = [{ text: 'Same. Here.' }, { text: 'Same. There.' }];
  const { root, acts } = paper({ facts: { key: row.key, row, record, texts, changes: [], merged: 0, inTrash: false } });
  expect([...root.querySelectorAll('.copy .typed')].map((typed) => typed.textContent)).toEqual([
    'Same. Here.',
    'Same. There.',
    'Same. Here. There.',
  ]);
  expect([...root.querySelectorAll('.copy ins')].map((own) => own.textContent?.trim())).toEqual([
    'Here.',
    'There.',
    'Here.',
    'There.',
  ]);
  await settle(() => named(root, 'Use merged').click());
  expect(acts.writeNote).toHaveBeenLastCalledWith('Same. Here. There.');
  await settle(() => named(root, 'Keep both, one below the other').click());
  expect(acts.writeNote).toHaveBeenLastCalledWith('Same. Here.\n\n---\n\nSame. There.');
});

test('a merged note can be changed before it is used; until then nothing is written', async () => {
  const texts = [
    { text: 'Same. Here.', at: 1_764_000_000_000 },
    { text: 'Same. There.', at: 1_764_000_100_000, elsewhere: true as const },
  ];
  const { root, acts } = paper({ facts: { key: row.key, row, record, texts, changes: [], merged: 0, inTrash: false } });
  const titles = [...root.querySelectorAll('.copy h4')].map((title) => title.textContent?.split(',')[0]);
  expect(titles).toEqual(['Here', 'Elsewhere', 'Merged']);
  await settle(() => named(root, 'Edit').click());
  const field = root.querySelector<HTMLTextAreaElement>('.copy textarea');
  expect(document.activeElement).toBe(field);
  await settle(() => {
    if (!field) throw new Error('no field');
    field.value = 'Same. All of it.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(acts.writeNote).not.toHaveBeenCalled();
  await settle(() => named(root, 'Use merged').click());
  expect(acts.writeNote).toHaveBeenLastCalledWith('Same. All of it.');
});

test('what is read-only offers nothing that would change it, and says so', () => {
  const { root } = paper({ readOnly: true });
  expect(root.querySelector('.off, .add, .write')).toBeNull();
  expect(root.querySelector('.seg')?.getAttribute('aria-disabled')).toBe('true');
});

test('a paper that is not saved shows what digests told, and saves', async () => {
  const told = {
    digests: [{ name: 'Daily Papers', day: '2025-11-20', upvotes: 12 }],
    conflicts: [{ field: 'date', values: ['2025-11-19', '2025-11-20'] }],
  } as unknown as NoteData; // the parts that the pane reads
  const { root, acts } = paper({
    told,
    facts: { key: 'k', record, texts: [], changes: [], merged: 0, inTrash: false },
  });
  expect(root.textContent).toContain('12 upvotes · 20 Nov 2025');
  expect(root.textContent).toContain('Digests differ on the date');
  await settle(() => named(root, 'Save').click());
  expect(acts.save).toHaveBeenCalledOnce();
});

test('a paper in the trash says so and is taken out again', async () => {
  const { root, acts } = paper({ facts: { key: 'k', record, texts: [], changes: [], merged: 0, inTrash: true } });
  await settle(() => named(root, 'Take it out').click());
  expect(acts.restore).toHaveBeenCalledOnce();
});

test('another copy of the work is named and never merged without a question', async () => {
  const other = { ...row, key: 'doi:10.1/x', ids: ['doi:10.1/x' as PaperId], title: 'The Edge of Reach Problem' };
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  const { root, acts } = paper({ twins: [{ row: other, match: 'probably' }] });
  expect(root.querySelector('.twins')?.textContent).toContain('title much alike · doi:10.1/x · Saved');
  await settle(() => named(root, 'Merge…').click());
  expect(acts.merge).not.toHaveBeenCalled();
  await settle(() => named(root, 'Merge 2 into 1').click());
  expect(acts.merge).toHaveBeenCalledWith(row.key, other.key);
});

test('a link of a record from elsewhere that is none of the web is left out', () => {
  const link = (url: string) => ({
    url,
    kind: 'code' as const,
    status: 'released' as const,
    label: url,
    evidence: { source: 'digest' as const, text: '' },
  });
  const links = [link('https://github.com/a/b'), link('javascript:alert(1)')];
  const { root } = paper({
    facts: { key: row.key, row, record: { ...record, links }, texts: [], changes: [], merged: 0, inTrash: false },
  });
  expect([...root.querySelectorAll('.kv a')].map((a) => a.getAttribute('href'))).toEqual([
    'https://github.com/a/b',
    'https://arxiv.org/pdf/2402.12527',
  ]);
});
