// @vitest-environment happy-dom
import '../parts/browser.testing.ts';
import { expect, test, vi } from 'vitest';
import { named, settle, show } from '../parts/render.testing.ts';
import type { Sample } from './welcome-view.tsx';

const { WelcomeView } = await import('./welcome-view.tsx');
const job = {
  id: 1,
  request: 'r',
  kind: 'ingest',
  state: 'running',
  name: 'Sample',
  done: 10,
  total: 40,
  beat: 0,
} as const;
const welcome = (sample: Sample = { state: 'none' }, more: Partial<Parameters<typeof WelcomeView>[0]> = {}) => {
  const on = { onKeepListings: vi.fn(), onSample: vi.fn(), onCancel: vi.fn() };
  return { root: show(<WelcomeView online readOnly={false} keepListings sample={sample} {...on} {...more} />), on };
};

test('it says what it is in under 120 words, whatever the sample is doing', () => {
  const samples: readonly Sample[] = [
    { state: 'none' },
    { state: 'reading', job },
    { state: 'there', papers: 40 },
    { state: 'failed', words: 'The disk is full.' },
  ];
  for (const sample of samples) {
    const main = welcome(sample).root.querySelector('main');
    const texts = [...(main?.querySelectorAll('h1, p, span, a, button, .msg') ?? [])].filter(
      (e) => e.children.length === 0,
    );
    const words = texts.flatMap((e) => (e.textContent ?? '').split(/\s+/)).filter((word) => /\w/.test(word));
    expect(words.length).toBeGreaterThan(50);
    expect(words.length).toBeLessThan(120);
  }
});

test('what is kept has its switch here, and the sample one button', async () => {
  const { root, on } = welcome();
  await settle(() => named(root, 'Keep the listings that you open').click());
  expect(on.onKeepListings).toHaveBeenCalledWith(false);
  await settle(() => named(root, 'Show me on 40 papers').click());
  expect(on.onSample).toHaveBeenCalledTimes(1);
});

test('the sample: started once, in sight while it is read, then leads to pages with notes', async () => {
  const starting = welcome({ state: 'starting' });
  await settle(() => named(starting.root, 'Loading the sample…').click());
  expect(starting.on.onSample).not.toHaveBeenCalled();
  expect(welcome({ state: 'reading', job }).root.querySelector('[role="progressbar"]')).not.toBeNull();
  const links = [...welcome({ state: 'there', papers: 40 }).root.querySelectorAll('a')].map((a) => a.href);
  expect(links).toEqual(['https://arxiv.org/list/cs.LG/new', 'https://huggingface.co/papers']);
  const failed = welcome({ state: 'failed', words: 'The disk is full.' });
  expect(failed.root.querySelector('[role="alert"]')?.textContent).toContain('The disk is full.');
});

test('read-only and offline are said', () => {
  const { root } = welcome({ state: 'none' }, { readOnly: true, online: false });
  expect(root.textContent).toContain('Offline');
  expect(root.textContent).toContain('A digest cannot be added now.');
});
