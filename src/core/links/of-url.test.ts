import { expect, test } from 'vitest';
import { linkOfUrl } from './of-url.ts';

const of = (url: string) => linkOfUrl(url, { source: 'digest', text: '' });
const short = (url: string) => {
  const link = of(url);
  return link && [link.kind, link.key ?? '', link.label, link.url.replace('https://', '')].join(' | ');
};

test.each([
  ['https://github.com/Owner/Repo', 'code | github.com/owner/repo | Owner/Repo | github.com/Owner/Repo'],
  ['http://www.github.com/Owner/Repo.git', 'code | github.com/owner/repo | Owner/Repo | github.com/Owner/Repo'],
  [
    'https://github.com/owner/repo/tree/main/sub#readme',
    'code | github.com/owner/repo | owner/repo | github.com/owner/repo/tree/main/sub',
  ],
  ['https://github.com/owner/name.js', 'code | github.com/owner/name.js | owner/name.js | github.com/owner/name.js'],
  ['https://github.com/owner', 'collection |  | github.com/owner | github.com/owner'],
  ['https://github.com/orgs/owner/repositories', 'collection |  | github.com | github.com/orgs/owner/repositories'],
  ['https://github.com/features/actions', 'web |  | github.com | github.com/features/actions'],
  [
    'https://gitlab.inria.fr/group/sub/project/-/tree/main',
    'code | gitlab.inria.fr/group/sub/project | gitlab.inria.fr/group/sub/project | gitlab.inria.fr/group/sub/project/-/tree/main',
  ],
  [
    'https://anonymous.4open.science/r/Name-1A2B/README.md',
    'code | anonymous.4open.science/r/name-1a2b | anonymous.4open.science/Name-1A2B | anonymous.4open.science/r/Name-1A2B/README.md',
  ],
  [
    'https://huggingface.co/owner/model-7B',
    'model | huggingface.co/owner/model-7b | owner/model-7B | huggingface.co/owner/model-7B',
  ],
  [
    'https://hf.co/datasets/owner/set',
    'dataset | huggingface.co/datasets/owner/set | owner/set | hf.co/datasets/owner/set',
  ],
  [
    'https://huggingface.co/spaces/owner/demo',
    'demo | huggingface.co/spaces/owner/demo | owner/demo | huggingface.co/spaces/owner/demo',
  ],
  [
    'https://huggingface.co/collections/owner/c-1',
    'collection |  | huggingface.co | huggingface.co/collections/owner/c-1',
  ],
  ['https://huggingface.co/papers/2511.08567', 'paper |  | huggingface.co | huggingface.co/papers/2511.08567'],
  ['https://owner.github.io/page/', 'project |  | owner.github.io | owner.github.io/page/'],
  ['https://youtu.be/abc?si=XYZ', 'video |  | youtu.be | youtu.be/abc'],
  ['https://doi.org/10.5281/zenodo.1', 'archive |  | doi.org | doi.org/10.5281/zenodo.1'],
  ['https://arxiv.org/abs/2511.08567', 'paper |  | arxiv.org | arxiv.org/abs/2511.08567'],
  ['https://example.org/a?utm_source=x&b=1', 'web |  | example.org | example.org/a?b=1'],
])('%s is %s', (url, expected) => {
  expect(short(url)).toBe(expected);
});

test.each([
  'https://github.com/',
  'https://github.com',
  'https://github.com/anonymous/repo',
  'https://github.com/anonymized-link',
  'https://github.com/open_upon_acceptance',
  'https://github.com/XXX/LCD',
  'https://github.com/[your-repo-link]',
  'https://huggingface.co/',
  'https://anonymous.4open.science/r/',
])('%s names nothing', (url) => {
  expect(of(url)).toBeUndefined();
});
