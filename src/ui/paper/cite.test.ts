import { expect, test } from 'vitest';
import type { CitedWork } from '../../core/citations/citation.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { CITE_FORMS, citedAs } from './cite.ts';

const work: CitedWork = {
  ids: ['arxiv:2402.12527' as PaperId],
  title: 'Reach [and] <b>Edge</b>',
  kind: 'preprint',
  authors: ['Anya Sims'],
  year: 2024,
};

test('every form gives text; rich ones give HTML in which the title is only text', () => {
  for (const form of CITE_FORMS) {
    const { text, html } = citedAs(work, form);
    expect(text.length).toBeGreaterThan(10);
    expect(html ?? '').not.toContain('<b>');
  }
  expect(citedAs(work, 'bibtex').html).toBeUndefined();
  expect(citedAs(work, 'apa').html).toContain('<i>');
});

test('a Markdown link holds the title as text and leads to the paper', () => {
  const { text, html } = citedAs(work, 'markdown');
  expect(text).toBe('[Reach \\[and\\] \\<b>Edge\\</b>](<https://arxiv.org/abs/2402.12527>)');
  expect(html).toBe('<a href="https://arxiv.org/abs/2402.12527">Reach [and] &lt;b&gt;Edge&lt;/b&gt;</a>');
});
