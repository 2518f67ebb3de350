// @vitest-environment happy-dom
import '../parts/browser.testing.ts';
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import type { LibraryHealth } from '../../messaging/calls.ts';
import type { DigestRow } from '../../storage/papers/rows.ts';
import { named, settle, show } from '../parts/render.testing.ts';

const { BackupsSection } = await import('./backups-section.tsx');
const { CitingSection } = await import('./citing-section.tsx');
const { DigestsSection } = await import('./digests-section.tsx');
const { NetworkSection } = await import('./network-section.tsx');
const { NotesSection } = await import('./notes-section.tsx');
const { OptionsView } = await import('./options-view.tsx');
const { SitesSection } = await import('./sites-section.tsx');
const { AboutSection } = await import('./about-section.tsx');
const { catalogue } = await import('../../sites/catalogue.ts');

const digest = (id: number, more: Partial<DigestRow> = {}): DigestRow => ({
  id,
  name: `Digest ${id}`,
  format: 'jsonl',
  kind: 'added',
  entries: 40,
  size: 68_978,
  warnings: [],
  warningCount: 0,
  state: 'ready',
  ...more,
});
const digests = (more: Partial<Parameters<typeof DigestsSection>[0]> = {}) => {
  const on = { onKeepListings: vi.fn(), onForget: vi.fn(), onAdd: vi.fn(), onCancel: vi.fn() };
  const value = [digest(1), digest(2, { kind: 'listing' })];
  const root = show(
    <DigestsSection digests={{ state: 'ready', value }} jobs={[]} keepListings readOnly={false} {...on} {...more} />,
  );
  return { root, on };
};

test('a digest says what it is and how large; forgetting it is asked first, with the safe answer in focus', async () => {
  const { root, on } = digests();
  expect(root.querySelector('.ti .d')?.textContent).toBeDefined();
  expect(root.textContent).toContain('added by you · 40 papers · 69 kB');
  await settle(() => named(root, 'Forget Digest 1').click());
  expect(root.querySelector('[role="alertdialog"] h2')?.textContent).toBe('1 digest would be forgotten');
  expect(document.activeElement?.textContent).toBe('Keep it');
  await settle(() => named(root, 'Keep it').click());
  expect(on.onForget).not.toHaveBeenCalled();
  await settle(() => named(root, 'Forget Digest 1').click());
  await settle(() => named(root, 'Forget 1 digest').click());
  expect(on.onForget).toHaveBeenCalledWith([1]);
});

test('forgetting all repeats the number', async () => {
  const { root, on } = digests();
  await settle(() => named(root, 'Forget all 2').click());
  expect(root.querySelector('[role="alertdialog"]')?.textContent).toContain(
    'With 80 papers; what other digests tell of them stays.',
  );
  await settle(() => named(root, 'Forget 2 digests').click());
  expect(on.onForget).toHaveBeenCalledWith('all');
});

test('digests: empty, closed and read-only', async () => {
  expect(digests({ digests: { state: 'ready', value: [] } }).root.textContent).toContain('No digests yet');
  expect(digests({ digests: { state: 'error', error: 0 } }).root.textContent).toContain('Your library is not touched.');
  const { root } = digests({ readOnly: true });
  await settle(() => named(root, 'Forget all 2').click());
  expect(root.querySelector('[role="alertdialog"]')).toBeNull();
});

test('the preview of a note follows each choice', async () => {
  const chips = (root: ParentNode) => [...root.querySelectorAll('.leaf .chip')].map((chip) => chip.textContent);
  const draw = (more: Partial<typeof DEFAULT_SETTINGS.notes>, onNotes = vi.fn()) =>
    show(<NotesSection notes={{ ...DEFAULT_SETTINGS.notes, ...more }} readOnly={false} onNotes={onNotes} />);
  expect(chips(draw({}))).toEqual(['chapter-3', 'Offline RL', 'Model-based RL', 'D4RL']);
  expect(chips(draw({ density: 'compact', kindsOff: ['own'] }))).toEqual(['Offline RL', 'Model-based RL']);
  expect(draw({ links: false, hints: false }).querySelector('.leaf .to')).toBeNull();
  const onNotes = vi.fn();
  const root = draw({ kindsOff: ['auto'] }, onNotes);
  await settle(() => named(root, 'Tasks').click());
  expect(onNotes).toHaveBeenCalledWith(expect.objectContaining({ kindsOff: ['auto', 'task'] }));
  await settle(() => named(root, 'Key phrases').click());
  expect(onNotes).toHaveBeenLastCalledWith(expect.objectContaining({ kindsOff: [] }));
});

test('sites have a switch each', async () => {
  const onSite = vi.fn();
  const root = show(<SitesSection sites={catalogue} sitesOff={['arxiv']} readOnly={false} onSite={onSite} />);
  expect(root.textContent).toContain('arxiv.org · no notes, nothing is looked up');
  await settle(() => named(root, 'arXiv').click());
  expect(onSite).toHaveBeenCalledWith('arxiv', true);
});

const health: LibraryHealth = {
  state: 'good',
  count: 128,
  expected: 128,
  papers: 'good',
  snapshots: [
    { name: 'a', day: '2026-11-21', count: 126, bytes: 88_000, good: true },
    { name: 'b', day: '2026-11-20', count: 120, bytes: 1_000, good: false },
  ],
};
const backups = (more: Partial<Parameters<typeof BackupsSection>[0]> = {}) => {
  const on = {
    onMake: vi.fn(),
    onRestore: vi.fn(),
    onSaveSnapshot: vi.fn(),
    onSaveFile: vi.fn(),
    onRestoreFile: vi.fn(),
    onEvery: vi.fn(),
  };
  const rest = { every: 'never', downloadsAllowed: false, note: undefined } as const;
  const view = <BackupsSection health={health} readOnly={false} busy={false} {...rest} {...on} {...more} />;
  return { root: show(view), on };
};

test('a snapshot is opened for a look before it is restored, a damaged one too; each can be saved as a file', async () => {
  const { root, on } = backups();
  await settle(() => named(root, 'Restore the backup of 21 Nov 2026').click());
  await settle(() => named(root, 'Restore the backup of 20 Nov 2026').click());
  expect(on.onRestore.mock.calls).toEqual([[health.snapshots[0]], [health.snapshots[1]]]);
  await settle(() => named(root, 'Save the backup of 21 Nov 2026 as a file').click());
  expect(on.onSaveSnapshot).toHaveBeenCalledExactlyOnceWith(health.snapshots[0]);
});

test('backups by themselves: when the last was made, that it failed, and that the browser does not allow it', async () => {
  const at = Date.UTC(2026, 10, 20, 9, 12);
  const { root, on } = backups({ every: 'day', downloadsAllowed: true, note: { at } });
  expect(root.textContent).toContain('Last made 20 Nov 2026');
  await settle(() => root.querySelectorAll<HTMLInputElement>('input[name="every"]')[2]?.click());
  expect(on.onEvery).toHaveBeenCalledWith('week');
  const failed = { at, failed: 'The disk is full.' };
  expect(backups({ every: 'day', downloadsAllowed: true, note: failed }).root.textContent).toContain(
    'The last one could not be written. Last made 20 Nov',
  );
  const without = backups({ every: 'day', note: { at } });
  expect(without.root.querySelector('[role="alert"]')?.textContent).toContain('does not let Scholion write there');
  await settle(() => named(without.root, 'Allow it').click());
  expect(without.on.onEvery).toHaveBeenCalledWith('day');
  expect(backups({ every: 'never', note: { at } }).root.textContent).not.toContain('Last made');
});

test('backups: none yet, read-only and loading', async () => {
  expect(backups({ health: { ...health, snapshots: [] } }).root.textContent).toContain('No backups yet');
  const { root, on } = backups({ readOnly: true });
  await settle(() => named(root, 'Make a backup now').click());
  await settle(() => named(root, 'Restore the backup of 21 Nov 2026').click());
  expect(on.onMake).not.toHaveBeenCalled();
  expect(on.onRestore).not.toHaveBeenCalled();
  // A file of what is there changes nothing.
  await settle(() => named(root, 'Back up now').click());
  expect(on.onSaveFile).toHaveBeenCalled();
  expect(backups({ health: { state: 'loading' } }).root.querySelector('[aria-busy]')).not.toBeNull();
});

test('the frame marks the section, and says offline and read-only', () => {
  const root = show(
    <OptionsView
      section="about"
      online={false}
      readOnly
      health={{ ...health, state: 'newer' }}
      deed={undefined}
      onRestore={vi.fn()}
      onAgain={vi.fn()}
    >
      <AboutSection version="1.2.3" />
    </OptionsView>,
  );
  expect(root.querySelector('[aria-current="page"]')?.textContent).toBe('About and keys');
  expect(root.textContent).toContain('Offline');
  expect(root.textContent).toContain('Made by a newer Scholion.');
  expect(root.textContent).toContain('0 requests.');
  expect(root.textContent).toContain('Scholion 1.2.3');
});

test('network: each request with its host and end, what was allowed can be taken back, nothing made is said', async () => {
  const onTakeBack = vi.fn();
  const given = { origins: ['http://127.0.0.1/*'], permissions: ['downloads'] };
  const log = [
    { at: 1, host: '127.0.0.1:23119', purpose: 'zotero-find', outcome: 200, bytes: 1_240 },
    { at: 2, host: '127.0.0.1:23119', purpose: 'zotero-twin', outcome: 200, bytes: 2 },
    { at: 3, host: '127.0.0.1:23119', purpose: 'zotero-twin', outcome: 200, bytes: 2 },
    { at: 4, host: '127.0.0.1:23119', purpose: 'zotero-send', outcome: 'unreachable', bytes: 0 },
  ];
  const root = show(<NetworkSection given={given} log={log} onTakeBack={onTakeBack} />);
  const rows = [...root.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ['127.0.0.1:23119', 'Papers to Zotero', 'nobody answered', '–'],
    ['127.0.0.1:23119', 'Is it in Zotero already? × 2', '200', '4 B'],
    ['127.0.0.1:23119', 'Is Zotero there?', '200', '1.2 kB'],
  ]);
  await settle(() => named(root, 'Take back: 127.0.0.1').click());
  expect(onTakeBack).toHaveBeenCalledWith({ origins: ['http://127.0.0.1/*'], permissions: [] });
  const none = show(<NetworkSection given={{ origins: [], permissions: [] }} log={[]} onTakeBack={onTakeBack} />);
  expect(none.textContent).toContain('Scholion has asked nobody for anything.');
});

test('citations: each choice shows what it gives; a pattern is kept when the typing rests', async () => {
  const onCitations = vi.fn();
  const citations = { style: 'apa', keyPattern: '[auth][year]' } as const;
  const root = show(<CitingSection citations={citations} readOnly={false} onCitations={onCitations} />);
  expect(root.querySelector('pre')?.textContent).toContain('Vaswani, A.');
  expect(root.querySelector('.keypat')?.textContent).toContain('Gives Vaswani2017');
  const field = root.querySelector<HTMLInputElement>('.keypat input');
  const type = (text: string) =>
    settle(() => {
      if (!field) throw new Error('no field');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  await type('[auth]');
  await type('[auth]-[shortyear]');
  expect(root.querySelector('.keypat')?.textContent).toContain('Gives Vaswani-17');
  expect(onCitations).not.toHaveBeenCalled();
  await settle(() => new Promise((done) => setTimeout(done, 450)));
  expect(onCitations.mock.calls).toEqual([[{ style: 'apa', keyPattern: '[auth]-[shortyear]' }]]);
  await settle(() => root.querySelectorAll<HTMLInputElement>('input[name="style"]')[4]?.click());
  expect(onCitations).toHaveBeenLastCalledWith({ ...citations, style: 'bibtex' });
});
