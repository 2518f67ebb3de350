/** BibTeX and BibLaTeX files: what a person finds in them, and that no text can break out of its field. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay } from '../calendar-day.ts';
import { runs } from '../identity/runs.testing.ts';
import { toBiblatex } from './to-biblatex.ts';
import { toBibtex } from './to-bibtex.ts';
import { anyWorks, id, work } from './works.testing.ts';

const preprint = work({
  ids: [id('arXiv:2511.08567')],
  title: 'GraphNet: 50% Faster Müller Graphs in $O(n)$',
  authors: ['Ludwig van Beethoven', 'Martin Luther King Jr.', '{Search and Rescue Team}', 'OpenAI'],
  moreAuthors: true,
  date: calendarDay(2025, 11, 13),
  categories: ['cs.LG', 'stat.ML'],
  abstract: 'We show 100%.',
  tags: ['graphs', 'to, read'],
});
const paper = work({
  ids: [id('doi:10.18653/v1/n19-1423'), id('10.5555/x_y')],
  title: 'BERT',
  authors: ['Jacob Devlin'],
  year: 2019,
  venue: 'NAACL 2019',
  pages: '4171-4186',
});
const article = work({
  title: 'Über Alles',
  authors: ['Kurt Gödel'],
  year: 1931,
  venue: 'Monatshefte für Mathematik',
  volume: '38',
  issue: '1',
  urls: ['http://example.org/100%25_{a}'],
  note: 'Read\nagain',
});

describe('BibTeX', () => {
  test('an arXiv paper is @misc with eprint, archivePrefix and primaryClass', () => {
    expect(toBibtex([preprint])).toBe(`@misc{vanbeethoven2025graphnet,
  title = {{GraphNet}: 50\\% Faster Müller Graphs in {$O(n)$}},
  author = {van Beethoven, Ludwig and King, Jr., Martin Luther and {Search and Rescue Team} and {OpenAI} and others},
  year = {2025},
  month = nov,
  eprint = {2511.08567},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG},
  url = {https://arxiv.org/abs/2511.08567},
  keywords = {graphs, to read},
  abstract = {We show 100\\%.},
}
`);
  });
  test('a paper of a meeting is @inproceedings, an article @article', () => {
    expect(toBibtex([paper, article])).toBe(`@inproceedings{devlin2019bert,
  title = {{BERT}},
  author = {Devlin, Jacob},
  year = {2019},
  booktitle = {NAACL 2019},
  pages = {4171--4186},
  doi = {10.5555/x_y},
  url = {https://doi.org/10.5555/x_y},
}

@article{godel1931uber,
  title = {Über Alles},
  author = {Gödel, Kurt},
  year = {1931},
  journal = {Monatshefte für Mathematik},
  volume = {38},
  number = {1},
  url = {https://example.org/100%25_%7Ba%7D},
  annote = {Read
again},
}
`);
  });
  test('in ASCII has accents as commands and may leave abstracts out', () => {
    const out = toBibtex([preprint, article], { ascii: true, abstracts: false });
    expect(out).toContain('title = {{\\"U}ber Alles}');
    expect(out).toContain('G{\\"o}del, Kurt');
    expect(out).not.toContain('abstract');
  });
});

test('BibLaTeX has full dates, @online preprints and its own field names', () => {
  expect(toBiblatex([preprint], { abstracts: false })).toBe(`@online{vanbeethoven2025graphnet,
  title = {{GraphNet}: 50\\% Faster Müller Graphs in {$O(n)$}},
  author = {van Beethoven, Ludwig and King, Jr., Martin Luther and {Search and Rescue Team} and {OpenAI} and others},
  date = {2025-11-13},
  eprint = {2511.08567},
  eprinttype = {arxiv},
  eprintclass = {cs.LG},
  url = {https://arxiv.org/abs/2511.08567},
  keywords = {graphs, to read},
}
`);
  expect(toBiblatex([article])).toContain('  journaltitle = {Monatshefte für Mathematik},\n');
});

test('whatever a work says, a reader finds one entry for each and every field where it belongs', () => {
  fc.assert(
    fc.property(anyWorks, fc.boolean(), (works, ascii) => {
      for (const file of [toBibtex(works, { ascii }), toBiblatex(works, { ascii })]) {
        const entries = readBib(file);
        expect(entries).toHaveLength(works.length);
        for (const names of entries) expect(new Set(names).size).toBe(names.length);
        for (const names of entries) expect(names).toContain('title');
      }
    }),
    { numRuns: runs(300) },
  );
});

/** A strict reader of what we write: the field names of each entry, by counting braces as BibTeX does. @throws on all else */
function readBib(file: string): readonly (readonly string[])[] {
  const entries: string[][] = [];
  let at = 0;
  const take = (form: RegExp): string => {
    const found = new RegExp(form.source, 'y');
    found.lastIndex = at;
    const match = found.exec(file);
    if (match === null) throw new Error(`no ${form.source} at ${at}: ${file.slice(at, at + 60)}`);
    at += match[0].length;
    return match[1] ?? '';
  };
  while (at < file.length) {
    take(/@[a-z]+\{[^\s,{}]+,\n/);
    const names: string[] = [];
    while (file[at] === ' ') {
      names.push(take(/ {2}([a-zA-Z]+) = /));
      if (file[at] === '{') {
        let depth = 0;
        do {
          depth += file[at] === '{' ? 1 : file[at] === '}' ? -1 : 0;
          at++;
        } while (depth > 0 && at < file.length);
      } else take(/[a-z]{3}/);
      take(/,\n/);
    }
    take(/\}\n\n?/);
    entries.push(names);
  }
  return entries;
}
