import type { LinkKind } from './link.ts';

/** What the well-known hosts of papers' artefacts hold. Hosts are compared whole or by label from the right, never as substrings. */

/** Hosts of repositories `host/owner/repo`. */
export const REPOSITORY_HOSTS: ReadonlySet<string> = new Set([
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'gitee.com',
]);

/** Self-hosted GitLab, Gitea, GitHub: `gitlab.inria.fr`, `git.tu-berlin.de`; but not `github.com.evil.example`, which wants to be taken for another. */
export const isForge = (host: string): boolean =>
  /^(?:gitlab|github|git|gitea|forge|codebase)\.[a-z0-9-]+\.[a-z]/.test(host) &&
  !/^git\w*\.(?:com|org|io|co|net)\./.test(host);

const BY_HOST: Readonly<Record<string, LinkKind>> = {
  'colab.research.google.com': 'demo',
  'replicate.com': 'demo',
  'youtube.com': 'video',
  'm.youtube.com': 'video',
  'youtu.be': 'video',
  'vimeo.com': 'video',
  'bilibili.com': 'video',
  'b23.tv': 'video',
  'zenodo.org': 'archive',
  'figshare.com': 'archive',
  'osf.io': 'archive',
  'archive.softwareheritage.org': 'archive',
  'dataverse.harvard.edu': 'dataset',
  'physionet.org': 'dataset',
  'ieee-dataport.org': 'dataset',
  'data.mendeley.com': 'dataset',
  'datadryad.org': 'dataset',
  'archive.ics.uci.edu': 'dataset',
  'arxiv.org': 'paper',
  'export.arxiv.org': 'paper',
  'doi.org': 'paper',
  'dx.doi.org': 'paper',
  'openreview.net': 'paper',
  'aclanthology.org': 'paper',
  'dl.acm.org': 'paper',
  'ieeexplore.ieee.org': 'paper',
  'link.springer.com': 'paper',
  'sciencedirect.com': 'paper',
  'nature.com': 'paper',
  'pubmed.ncbi.nlm.nih.gov': 'paper',
  'pmc.ncbi.nlm.nih.gov': 'paper',
  'semanticscholar.org': 'paper',
  'openaccess.thecvf.com': 'paper',
  'proceedings.mlr.press': 'paper',
  'papers.nips.cc': 'paper',
  'papers.ssrn.com': 'paper',
  'biorxiv.org': 'paper',
  'medrxiv.org': 'paper',
  'sites.google.com': 'project',
  'pypi.org': 'code',
  'crates.io': 'code',
};

const BY_SUFFIX: readonly (readonly [string, LinkKind])[] = [
  ['github.io', 'project'],
  ['gitlab.io', 'project'],
  ['pages.dev', 'project'],
  ['netlify.app', 'project'],
  ['vercel.app', 'project'],
  ['notion.site', 'project'],
  ['readthedocs.io', 'project'],
  ['hf.space', 'demo'],
  ['gradio.live', 'demo'],
  ['gradio.app', 'demo'],
  ['streamlit.app', 'demo'],
  ['figshare.com', 'archive'],
];

/** @param host lower case, without `www.` @returns what such a host holds whatever the path, undefined where unknown */
export function kindOfHost(host: string): LinkKind | undefined {
  if (Object.hasOwn(BY_HOST, host)) return BY_HOST[host];
  return BY_SUFFIX.find(([suffix]) => host.endsWith(`.${suffix}`))?.[1];
}
