import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linksIn } from './scan.ts';

const urls = (text: string): readonly string[] => linksIn(text, 'abstract').map((link) => link.url);
const keys = (text: string): readonly string[] => linksIn(text, 'abstract').map((link) => link.key ?? '');
const statuses = (text: string): readonly string[] => linksIn(text, 'abstract').map((link) => link.status);

test.each([
  ['Code open-sourced at: github.com/a/edge-of-reach.', 'github.com/a/edge-of-reach'],
  ['(code at github.com/a/b), and more', 'github.com/a/b'],
  ['see https://github.com/a/b, which', 'github.com/a/b'],
  ['[code](https://github.com/a/b).', 'github.com/a/b'],
  ['[https://github.com/a/b](https://github.com/a/b)', 'github.com/a/b'],
  ['`https://github.com/a/b`', 'github.com/a/b'],
  ['**https://github.com/a/b**', 'github.com/a/b'],
  ['"https://github.com/a/b"; done', 'github.com/a/b'],
  ['<https://github.com/a/b>', 'github.com/a/b'],
  ['at https://github.com/a/b.git}.', 'github.com/a/b'],
  ['https://github.com/a/b’s code', 'github.com/a/b'],
  ['Is it at https://github.com/a/b?', 'github.com/a/b'],
  ['代码：https://github.com/a/b。谢谢', 'github.com/a/b'],
])('A20: “%s” gives the link without the punctuation around it', (text, key) => {
  expect(keys(text)).toEqual([key]);
});

test.each([
  ['\\href{https://github.com/own/Chain}{here}', 'github.com/own/chain'],
  ['\\href{https://github.com/own/rep}{https://github.com/own/rep}', 'github.com/own/rep'],
  ['at~\\url{https://github.com/own/rep}.', 'github.com/own/rep'],
  ['\\texttt{https://github.com/own/My\\_Cervical\\_Code}', 'github.com/own/my_cervical_code'],
  ['https: //github.com/own/aurelia.', 'github.com/own/aurelia'],
  ['https:\n  //github.com/own/tide', 'github.com/own/tide'],
  ['https:/github.com/own/rep', 'github.com/own/rep'],
  ['https://https://github.com/own/rep', 'github.com/own/rep'],
  ['githubhttps://github.com/own/rep', 'github.com/own/rep'],
  ['is available atgithub.com/own/rep', 'github.com/own/rep'],
  ['https://github.com/own/VQE-\nChallenge2025.', 'github.com/own/vqe-challenge2025'],
  ['https://github.com/ own/rep.', 'github.com/own/rep'],
  ['github.com/own123/ knowledge-r1.', 'github.com/own123/knowledge-r1'],
  ['https://github.com/own/E- LDA', 'github.com/own/e-lda'],
  ['https://github.com/own/rep.The data', 'github.com/own/rep'],
  ['https://github.com/own/rep/tree/main/x', 'github.com/own/rep'],
  ['https://github.com/own/rep.\nAll models', 'github.com/own/rep'],
  ['https://github.com/own/A-Lab/ and more', 'github.com/own/a-lab'],
  ['https://hf.co/datasets/own/bench', 'huggingface.co/datasets/own/bench'],
])('the spelling “%s” is understood', (text, key) => {
  expect(keys(text)).toEqual([key]);
});

test('a name that only contains a known host is not that host', () => {
  expect(urls('mygithub.com/a/b and api.notgithub.com/a/b')).toEqual([]);
  expect(keys('https://notgithub.com/a/b')).toEqual(['']);
  expect(urls('mail me at someone@github.com')).toEqual([]);
});

test('two addresses glued together are two', () => {
  expect(keys('https://github.com/a/bhttps://github.com/c/d')).toEqual(['github.com/a/b', 'github.com/c/d']);
  expect(urls('https://web.archive.org/web/2024/https://github.com/a/b')).toEqual([
    'https://web.archive.org/web/2024/https://github.com/a/b',
  ]);
});

test('an address broken by a line end is joined only where a name is cut, never after a slash', () => {
  expect(urls('https://atomo-\nvideo.github.io/.')).toEqual(['https://atomo-video.github.io/']);
  expect(keys('https://github.com/own/rep/\nsoon')).toEqual(['github.com/own/rep']);
});

test.each([
  ['Code will be released in https://github.com/a/b.', 'promised'],
  ['We will open-source our code at https://github.com/a/b.', 'promised'],
  ['The code is available at https://github.com/a/b upon acceptance.', 'promised'],
  ['Code (coming soon): https://github.com/a/b', 'promised'],
  ['Source code will be avaliable at https://github.com/a/b', 'promised'],
  ['Our code is available at https://github.com/a/b.', 'released'],
  ['The community will benefit from our code, available at https://github.com/a/b.', 'released'],
  ['This list will be regularly updated at https://github.com/a/b.', 'released'],
  ['Models will be released soon. Code: https://github.com/a/b', 'released'],
  ['https://github.com/a/b', 'released'],
  ['Our code is based on https://github.com/a/b.', 'third-party'],
  ['We train with a loop built on the Verl stack (https://github.com/a/b).', 'third-party'],
  ['Built on strong ideas, our framework is available (https://github.com/a/b).', 'released'],
])('“%s” is %s', (text, status) => {
  expect(statuses(text)).toEqual([status]);
});

test('the evidence is the sentence around the link, as plain text', () => {
  const [link] = linksIn(
    'We propose X. It is \\textbf{fast}. Our {code} is at \\url{https://github.com/a/b}, enjoy. Next.',
    'remark',
  );
  expect(link?.evidence).toEqual({ source: 'remark', text: 'Our code is at https://github.com/a/b , enjoy' });
});

test('what a page holds is told by its host, or by the words before it', () => {
  const kinds = linksIn(
    'Project page: https://lab.example.org/x. The dataset is available at https://data.example.org/y. Demo: https://try.example.org/z. More: https://example.org.',
    'abstract',
  ).map(({ kind, label }) => `${kind} ${label}`);
  expect(kinds).toEqual([
    'project lab.example.org',
    'dataset data.example.org',
    'demo try.example.org',
    'web example.org',
  ]);
});

test('a text of any length is read in linear time and gives at most some hundred links', () => {
  const many = 'Code at https://github.com/owner/name-'.concat('x. ').repeat(1);
  const text = Array.from({ length: 5000 }, (_, i) => many.replace('name-', `name-${i}`)).join('');
  expect(linksIn(text, 'abstract').length).toBeLessThanOrEqual(200);
});

test('no rule of the scanner lives in a host list: every host is compared whole', () => {
  const sources = ['hosts.ts', 'artefact.ts'].map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'));
  for (const source of sources) expect(source).not.toMatch(/host(?:name)?\.includes\(|indexOf\('git/);
});
