import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeWithData } from '../../shared-data.testing.ts';
import type { ParsedDigest } from '../entry.ts';
import { parseDigest } from './parse.ts';
import { inventedAbstract } from './sample-page.testing.ts';

const record = (i: number, paper: object = {}): object => ({
  paper: {
    id: `2511.0${1000 + i}`,
    authors: [{ _id: 'x', name: 'Ada Example', hidden: false }, { name: 'Bo Sample' }],
    publishedAt: '2025-11-10T23:30:00.000Z',
    title: `Invented title\n  ${i}`,
    summary: inventedAbstract(i).replace('small model', 'small\nmodel'),
    upvotes: 12,
    ai_keywords: ['planning', 'planning', ' drift '],
    githubRepo: `https://github.com/invented-lab/record-${i}`,
    projectPage: 'https://lab.example.org/record',
    organization: { _id: 'y', name: 'invented-lab', fullname: 'Invented Lab' },
    ...paper,
  },
  publishedAt: '2025-11-10T18:30:00.000Z',
  title: `Invented title\n  ${i}`,
  numComments: 3,
});

function read(text: string): ParsedDigest {
  const digest = parseDigest(text, {});
  if (!digest.ok) throw new Error(digest.detail);
  return digest.value;
}

test('a record of the API gives id, folded texts, people, UTC day, counts, keywords and stated links', () => {
  const { entries, format, warnings } = read(JSON.stringify([record(1)]));
  expect([format, warnings]).toEqual(['hf-json', []]);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    title: 'Invented title 1',
    abstract: inventedAbstract(1),
    ids: ['arxiv:2511.01001'],
    authors: ['Ada Example', 'Bo Sample'],
    organisation: { slug: 'invented-lab', name: 'Invented Lab' },
    date: '2025-11-10',
    comments: 3,
    upvotes: 12,
    tags: ['planning', 'drift'],
  });
  expect(entries[0]).not.toHaveProperty('dateInferred');
  expect(entries[0]?.links.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
    'code https://github.com/invented-lab/record-1',
    'project https://lab.example.org/record',
  ]);
});

test('a repository that Hugging Face states and the abstract names is one link', () => {
  const { entries } = read(JSON.stringify([record(4, { githubRepo: 'https://github.com/invented-lab/mistake-4' })]));
  expect(entries[0]?.links.filter(({ kind }) => kind === 'code')).toHaveLength(1);
});

test('list, object of a page, one record, records one a line: all are understood', () => {
  const records = [record(1), record(2), record(3)];
  const forms = [
    JSON.stringify(records),
    JSON.stringify(records, undefined, 2),
    JSON.stringify({ periodType: 'day', dateString: '2025-11-11', dailyPapers: records }),
    records.map((one) => JSON.stringify(one)).join('\n'),
  ];
  for (const form of forms)
    expect(read(form).entries.map(({ title }) => title)).toEqual([
      'Invented title 1',
      'Invented title 2',
      'Invented title 3',
    ]);
  expect(read(JSON.stringify(record(1))).entries).toHaveLength(1);
});

test('JSON cut anywhere keeps every whole record and reports the cut one', () => {
  const text = JSON.stringify([record(1), record(2), record(3)]);
  let count = 0;
  for (let at = 20; at < text.length; at += 13) {
    const digest = parseDigest(text.slice(0, at), {});
    if (!digest.ok) continue;
    expect(digest.value.entries.length).toBeGreaterThanOrEqual(count);
    count = digest.value.entries.length;
    expect(digest.value.warnings.length).toBeGreaterThan(0);
  }
  expect(parseDigest(text.slice(0, -1), {})).toMatchObject({
    ok: true,
    value: { entries: { length: 3 }, warnings: { length: 1 } },
  });
});

test('pretty-printed JSON with any line removed, doubled or moved loses at most the records touched', () => {
  const lines = JSON.stringify([record(1), record(2), record(3), record(5)], undefined, 1).split('\n');
  const left = (text: readonly string[]): number => {
    const digest = parseDigest(text.join('\n'), { format: 'hf-json' });
    return digest.ok ? digest.value.entries.length : 0;
  };
  lines.forEach((line, i) => {
    expect(left(lines.toSpliced(i, 1)), `without line ${i + 1}`).toBeGreaterThanOrEqual(3);
    expect(left(lines.toSpliced(i, 0, line)), `twice line ${i + 1}`).toBeGreaterThanOrEqual(3);
    const next = lines[i + 1];
    if (next !== undefined)
      expect(left(lines.with(i, next).with(i + 1, line)), `lines ${i + 1}, ${i + 2}`).toBeGreaterThanOrEqual(2);
  });
});

test('A21: a page full of traps is read for its one list and nothing else', () => {
  const props = JSON.stringify({ dailyPapers: [record(1)] })
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;');
  const html = `<!DOCTYPE html><html><head><title>Daily Papers - Hugging Face</title><base href="https://evil.example/">
    <meta http-equiv="refresh" content="0;url=https://evil.example"><script>window.__pwn = 1</script></head><body>
    <iframe src="https://evil.example"></iframe><form action="https://evil.example"><input name="x"></form>
    <svg><use href="https://evil.example/x.svg#a"/></svg><template shadowrootmode="open"><img src=x onerror=1></template>
    <!-- <div data-props="{&quot;dailyPapers&quot;:[{},{}]}"> -->
    <div class="SVELTE_HYDRATER" data-target="DailyPapers" data-props="${props}"></div>
    <div data-target="Other" data-props="{&quot;user&quot;:1}"></div></body></html>`;
  const { entries, warnings } = read(html);
  expect(warnings).toEqual([]);
  expect(entries.map(({ title }) => title)).toEqual(['Invented title 1']);
  expect(JSON.stringify(entries)).not.toContain('evil.example');
});

test('A21: a web page without such a list is refused with a sentence about what can be read', () => {
  for (const html of [
    '<!doctype html><title>Hugging Face</title><p>Nothing',
    '<html><body data-props="{}">hugging face',
  ])
    expect(parseDigest(html, {})).toMatchObject({ ok: false, error: 'unknown-format' });
});

describeWithData('a saved daily page', 'captures/huggingface/daily_papers_2024-08.html', (file) => {
  test('gives its papers with ids', () => {
    const { entries, format } = read(readFileSync(file, 'utf8'));
    expect(format).toBe('hf-json');
    expect(entries.length).toBeGreaterThan(5);
    expect(entries[0]?.ids).toEqual(['arxiv:2407.21783']);
  });
});

describeWithData('a reply of the API of 2026', 'captures/huggingface/api_daily_papers_2026-05.json', (file) => {
  test('gives a paper for each record', () => {
    const { entries, warnings } = read(readFileSync(file, 'utf8'));
    expect(warnings).toEqual([]);
    expect(entries.length).toBe((JSON.parse(readFileSync(file, 'utf8')) as unknown[]).length);
    expect(
      entries.every(({ ids, authors, date }) => ids.length === 1 && (authors?.length ?? 0) > 0 && date !== undefined),
    ).toBe(true);
  });
});
