import { expect, test, vi } from 'vitest';

vi.mock('../../platform/browser.ts', () => ({
  isFirefox: false,
  omnibox: {},
  tabs: {},
  runtime: {},
  action: {},
  scripting: {},
}));
vi.mock('../../platform/i18n.ts', () => ({ t: (key: string) => key }));
vi.mock('../../messaging/client.ts', () => ({ newRequest: () => 'r', callTab: async () => ({ ok: false }) }));
const { described, idsAsked } = await import('./omnibox.ts');

test('A01: a title is text in the address bar: Chromium reads its descriptions as XML, Firefox as they are', () => {
  const title = `<img src=x onerror=alert(1)> & "quotes" 'too'`;
  expect(described(title, false)).not.toMatch(/[<>"']|&(?!#\d+;)/);
  expect(described(title, true)).toBe(title);
});

test('an id, a DOI or an address names a paper to save; words are searched', () => {
  expect(idsAsked('2405.19909')).toEqual(['arxiv:2405.19909']);
  expect(idsAsked('https://arxiv.org/abs/2405.19909v2')).toEqual(['arxiv:2405.19909']);
  expect(idsAsked('doi 10.1000/xyz')).toEqual(['doi:10.1000/xyz']);
  expect(idsAsked('offline reinforcement learning')).toEqual([]);
});
