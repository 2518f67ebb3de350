/** Notes for Obsidian: front matter that YAML reads right, and no life in strangers' text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay } from '../calendar-day.ts';
import { runs } from '../identity/runs.testing.ts';
import { markdownText } from './markdown-text.ts';
import { markdownFileNames, toMarkdown, yamlText } from './to-markdown.ts';
import { anyWork, anyWorks, id, work } from './works.testing.ts';

test('a whole note', () => {
  const made = work({
    ids: [id('arXiv:2511.08567'), id('10.1000/x')],
    title: 'Nets: "no" #1',
    authors: ['García Márquez, Gabriel'],
    date: calendarDay(2025, 11, 13),
    categories: ['cs.LG'],
    abstract: 'We use $x_1$ and <b>.',
    tags: ['to read', '2024', 'graph/nets'],
    note: '- *mine*\n- [[other]]',
    status: 'reading',
  });
  expect(toMarkdown(made, 'garcia2025nets', { noteHeading: 'Note' })).toBe(`---
title: "Nets: \\"no\\" #1"
aliases:
  - "@garcia2025nets"
citekey: "garcia2025nets"
authors:
  - "Gabriel García Márquez"
year: 2025
date: 2025-11-13
type: "preprint"
doi: "10.1000/x"
arxiv: "2511.08567"
ids:
  - "arxiv:2511.08567"
  - "doi:10.1000/x"
url: "https://arxiv.org/abs/2511.08567"
categories:
  - "cs.LG"
status: "reading"
tags:
  - "to-read"
  - "_2024"
  - "graph/nets"
---

# Nets: "no" \\#1

<https://arxiv.org/abs/2511.08567>

> We use $x_1$ and \\<b>.

## Note

- *mine*
- [[other]]
`);
});

describe('strangers’ text', () => {
  test.each([
    ['[a](javascript:alert(1))', '\\[a\\](javascript:alert(1))'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)>'],
    ['![[file]] %%x%% ==y== #tag C#', '!\\[\\[file\\]\\] \\%\\%x\\%\\% \\=\\=y\\=\\= \\#tag C#'],
    ['a_b * `c` &lt;', 'a\\_b \\* \\`c\\` \\&lt;'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['3. item', '3\\. item'],
    ['$5 and $x^2$', '\\$5 and $x^2$'],
    ['$\\href{javascript:x}{y}$', '\\$\\\\href{javascript:x}{y}\\$'],
  ])('%s', (written, expected) => {
    expect(markdownText(written)).toBe(expected);
  });
});

test('front matter is one key a line and holds every text as a JSON string, whatever it says', () => {
  fc.assert(
    fc.property(anyWork, (made) => {
      const [, front = ''] = /^---\n([\s\S]*?)\n---\n\n# /.exec(toMarkdown(made, 'key')) ?? [];
      const lines = front.split('\n');
      for (const line of lines) expect(line).toMatch(/^(?:[a-z]+:(?: (?:".*"|\d{4}|\d{4}-\d\d-\d\d))?| {2}- ".*")$/);
      expect(lines[0]).toBe(`title: ${yamlText(made.title)}`);
      expect(JSON.parse(yamlText(made.title))).toBe(made.title);
    }),
    { numRuns: runs(300) },
  );
});

describe('file names', () => {
  test('are the titles, without what systems or links forbid, and different', () => {
    const named = (title: string): string => markdownFileNames([work({ title })])[0] ?? '';
    expect(named('A/B: "C" [D] #1?')).toBe('A B C D 1.md');
    expect(named('../../etc/passwd')).toBe('etc passwd.md');
    expect(named('con.txt')).toBe('_con.txt.md');
    expect(named('???')).toBe('paper.md');
    expect(markdownFileNames(['One', 'one', 'One 2', 'ONE'].map((title) => work({ title })))).toEqual([
      'One.md',
      'one 2.md',
      'One 2 2.md',
      'ONE 3.md',
    ]);
  });
  test('of any works are valid and different', () => {
    fc.assert(
      fc.property(anyWorks, (works) => {
        const names = markdownFileNames([...works, ...works]);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names)
          expect(name).toMatch(/^[^\\/:*?"<>|#^[\]\p{C}. ][^\\/:*?"<>|#^[\]\p{C}]*\.md$|^[^\s.]\.md$/u);
      }),
      { numRuns: runs(300) },
    );
  });
});
