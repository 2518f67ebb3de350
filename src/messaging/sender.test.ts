import { expect, test } from 'vitest';
import { classifySender } from './sender.ts';

const own = { id: 'abc', origin: 'chrome-extension://abc' };

test.each([
  [
    'an extension page in a tab',
    { id: 'abc', url: 'chrome-extension://abc/src/ui/options/index.html', tab: { id: 1 } },
    'page',
  ],
  ['the popup', { id: 'abc', url: 'chrome-extension://abc/src/ui/popup/index.html' }, 'page'],
  ['the service worker', { id: 'abc', url: 'chrome-extension://abc/service-worker-loader.js' }, 'background'],
  ['the engine', { id: 'abc', url: 'chrome-extension://abc/src/engine/offscreen.html' }, 'engine'],
  [
    'a content script in a top frame',
    { id: 'abc', url: 'https://arxiv.org/list/cs.LG/new', tab: { id: 1 }, frameId: 0 },
    'content',
  ],
] as const)('%s is told by what the browser says of it', (_who, sender, expected) => {
  expect(classifySender(sender, own)).toBe(expected);
});

test.each([
  ['another extension', { id: 'evil', url: 'chrome-extension://evil/src/ui/options/index.html' }],
  ['another extension with a tab', { id: 'evil', url: 'https://arxiv.org/', tab: { id: 1 }, frameId: 0 }],
  ['a web page without an id', { url: 'https://evil.example/', tab: { id: 1 }, frameId: 0 }],
  ['a content script in a sub-frame', { id: 'abc', url: 'https://arxiv.org/', tab: { id: 1 }, frameId: 7 }],
  ['a page whose address only begins like ours', { id: 'abc', url: 'chrome-extension://abc.evil/src/ui/x' }],
] as const)('C21: %s is a stranger', (_who, sender) => {
  expect(classifySender(sender, own)).toBeUndefined();
});
