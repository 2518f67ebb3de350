// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { calls } from '../../parts/calls.testing.ts';
import { named, press, settle, show } from '../../parts/render.testing.ts';
import { endJob, fill, follow, job, realCalls, thing } from './real-library.testing.ts';

const { RulesDialog } = await import('./rules.tsx');
const preview = { matches: 23, changes: 14, sample: [{ key: 'k', title: 'The Edge-of-Reach Problem' }] };
let running = 0;

beforeEach(async () => {
  await fill([['offline-rl']]);
  await thing('r1', { kind: 'rule', name: 'Sims', on: true, when: { author: 'Sims' }, adds: { tags: ['offline-rl'] } });
  await realCalls({
    'library.previewRule': preview,
    'library.runRules': async () => {
      running = await job('running', 'rules', 2);
      return { job: running };
    },
  });
});

async function rules() {
  const root = show(<RulesDialog onClose={vi.fn()} />);
  await follow();
  return root;
}
const write = (root: HTMLElement, label: string, text: string): Promise<void> =>
  settle(() => {
    const field = [...root.querySelectorAll('label')]
      .find((l) => l.textContent?.startsWith(label))
      ?.querySelector('input');
    if (!field) throw new Error(`no ${label}`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const asked = (): Promise<void> => settle(() => new Promise((done) => setTimeout(done, 320)));

test('rules are listed in words and switched at once', async () => {
  const root = await rules();
  expect(root.querySelector('.rules .what')?.textContent).toBe('Simsauthor has Sims → offline-rl');
  await settle(() => named(root, 'Rule Sims').click());
  await follow();
  expect(named(root, 'Rule Sims').getAttribute('aria-checked')).toBe('false');
  expect(root.querySelector('.toast')?.textContent).toContain('“Sims” is off');
});

test('while a rule is written, it is said what it would change, and nothing is changed', async () => {
  const root = await rules();
  await settle(() => named(root, 'New rule').click());
  expect(root.textContent).toContain('Write a condition to see which papers it means.');
  await write(root, 'The title has', ' offline ');
  await asked();
  expect(root.querySelector('.preview')?.textContent).toContain('23 papers matchThe Edge-of-Reach Problem');
  expect(calls('library.previewRule')).toEqual([{ when: { title: 'offline' }, adds: { tags: [] } }]);
  await settle(() => named(root, 'Add a tag').click());
  await press('Enter');
  await asked();
  expect(root.querySelector('.preview')?.textContent).toContain('14 of 23 papers that match would change');
  expect(calls('library.previewRule').at(-1)).toEqual({ when: { title: 'offline' }, adds: { tags: ['offline-rl'] } });
  expect(calls('library.thing')).toEqual([]);
});

test('a rule needs a condition and something to add; it is kept and run in one go', async () => {
  const root = await rules();
  await settle(() => named(root, 'New rule').click());
  await write(root, 'The title has', 'offline');
  expect(named(root, 'Keep rule').getAttribute('aria-disabled')).toBe('true');
  await settle(() => named(root, 'Add a tag').click());
  await press('Enter');
  await settle(() => root.querySelector('dialog.picker')?.dispatchEvent(new Event('cancel', { cancelable: true })));
  await settle(() => named(root, 'Keep and run now').click());
  await follow();
  const [made] = calls('library.thing');
  expect(made?.fields).toEqual({
    kind: 'rule',
    name: 'title has offline',
    on: true,
    when: { title: 'offline' },
    adds: { tags: ['offline-rl'] },
  });
  expect(calls('library.runRules')).toMatchObject([{ rules: [made?.id] }]);
  await settle(() => endJob(running, 14));
  await follow();
  expect(root.querySelector('.toast')?.textContent).toBe('Rules changed 14 papersUndo');
});

test('a deleted rule comes back', async () => {
  const root = await rules();
  await settle(() => named(root, 'Actions for Sims').click());
  await settle(() => named(root, 'Delete').click());
  await follow();
  expect(root.querySelector('.rules')).toBeNull();
  await settle(() => named(root, 'Undo').click());
  await follow();
  expect(root.querySelector('.rules .what')?.textContent).toContain('Sims');
});
