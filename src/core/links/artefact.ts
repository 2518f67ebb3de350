import { isForge, kindOfHost, REPOSITORY_HOSTS } from './hosts.ts';
import type { LinkKind } from './link.ts';

/**
 * What one address is: a repository with its key, a model, a dataset, or merely a page. Grammar of names: GitHub owners are
 * letters, digits and hyphens (underscore in managed accounts), repositories letters, digits and `-_.`; GitLab groups nest.
 */
export interface Artefact {
  readonly kind: LinkKind;
  /** `github.com/owner/repo` in lower case; for Hugging Face `huggingface.co/datasets/owner/name`. */
  readonly key?: string;
  /** What to show: `owner/repo` in its own case; with the host before it unless that is GitHub or Hugging Face. */
  readonly name?: string;
  /** Path without what was glued to it in prose; undefined where the whole path stands. */
  readonly path?: string;
}

const OWNER = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}$/;
const REPO = /^[A-Za-z0-9_.-]{1,100}$/;

/** First path parts that are pages of the host, not owners. */
const PAGES: ReadonlySet<string> = new Set(
  `about account apps blog collections contact customer-stories dashboard docs enterprise events explore features help issues join
  learn login logout marketplace new notifications organizations orgs pricing pulls readme search security settings signup site
  solutions sponsors stars team topics trending users wiki`.split(/\s+/),
);

/** Names that stand where a real one will be filled in; a repository may well be called "example", an owner hardly "user". */
const NO_NAME =
  /^(?:xxx+|placeholder|tbd|todo|your[-_]?(?:user(?:name)?|org|repo|name|project)s?(?:[-_]\w+)?)$|upon[-_]acceptance|^blind[-_]?review$/i;
const NO_OWNER =
  /^(?:anonymi[sz]ed?|anonymous|anon|anonym|user(?:name)?|repo(?:sitory)?|(?:anonymi[sz]ed|anonymous)[-_](?:link|repo|url|author|submission))$/i;

/** A repository name without `.git` and without what cannot belong to one; undefined for placeholders. */
export function repositoryName(segment: string): string | undefined {
  const run = /^[A-Za-z0-9_.-]*/.exec(segment)?.[0] ?? '';
  const name = run
    .replace(/\.{1,9}$/, '')
    .replace(/\.git$/i, '')
    .replace(/\.{1,9}$/, '');
  return REPO.test(name) && !/^[.-]+$/.test(name) && !NO_NAME.test(name) ? name : undefined;
}

const isNoOwner = (name: string): boolean => NO_OWNER.test(name) || NO_NAME.test(name);

/** @param url a safe address (safe-url.ts) @returns undefined where it names nothing: a placeholder, the bare front page of a code host */
export function artefactOf(url: URL): Artefact | undefined {
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  const parts = url.pathname.split('/').filter((part) => part !== '');
  if (REPOSITORY_HOSTS.has(host)) return repository(host, parts);
  if (host === 'huggingface.co' || host === 'hf.co') return huggingFace(parts);
  if (host === 'anonymous.4open.science') return anonymousRepository(host, parts);
  if (host === 'raw.githubusercontent.com') return repository('github.com', parts);
  if (host === 'gist.github.com')
    return parts.length === 0 ? undefined : { kind: 'code', key: [host, ...parts].join('/').toLowerCase() };
  if (host === 'sourceforge.net') return { kind: parts[0] === 'projects' || parts[0] === 'p' ? 'code' : 'web' };
  if (host === 'kaggle.com')
    return { kind: parts[0] === 'datasets' ? 'dataset' : parts[0] === 'code' ? 'code' : 'web' };
  if (host === 'modelscope.cn')
    return { kind: parts[0] === 'models' ? 'model' : parts[0] === 'datasets' ? 'dataset' : 'web' };
  if ((host === 'doi.org' || host === 'dx.doi.org') && /^\/10\.(?:5281|6084|17605|7910)\//.test(url.pathname))
    return { kind: 'archive' };
  if (isForge(host)) return forge(host, parts);
  if (parts.length === 0 && /^(?:github|gitlab)\.io$/.test(host)) return undefined;
  return { kind: kindOfHost(host) ?? 'web' };
}

function repository(host: string, parts: readonly string[]): Artefact | undefined {
  const [owner, second] = parts;
  if (owner === undefined) return undefined;
  if (PAGES.has(owner.toLowerCase())) return { kind: owner === 'orgs' ? 'collection' : 'web' };
  const account = /^[A-Za-z0-9_-]*/.exec(owner)?.[0] ?? '';
  if (!OWNER.test(account) || isNoOwner(account)) return undefined;
  const repo = second === undefined || account !== owner ? undefined : repositoryName(second);
  if (repo === undefined)
    return second !== undefined && NO_NAME.test(second)
      ? undefined
      : { kind: 'collection', name: `${host}/${account}`, path: `/${account}` };
  const whole = second === repo || second === `${repo}.git`;
  return {
    kind: 'code',
    key: `${host}/${account}/${repo}`.toLowerCase(),
    name: host === 'github.com' ? `${account}/${repo}` : `${host}/${account}/${repo}`,
    ...(whole && second === repo ? {} : { path: `/${account}/${repo}` }),
  };
}

/** GitLab elsewhere: everything before `/-/` is groups and the project. */
function forge(host: string, parts: readonly string[]): Artefact {
  const end = parts.indexOf('-');
  const project = parts.slice(0, end < 0 ? 4 : end).map((part) => repositoryName(part) ?? '');
  if (project.length < 2 || project.includes('')) return { kind: 'web' };
  return { kind: 'code', key: [host, ...project].join('/').toLowerCase(), name: [host, ...project].join('/') };
}

/** `/r/NAME` is the repository, `/w/NAME` the site made from it; older forms put other words before the name. */
function anonymousRepository(host: string, parts: readonly string[]): Artefact | undefined {
  const [form, second] = parts;
  if (form === undefined) return undefined;
  if (form === 'w') return { kind: 'project' };
  const repo = repositoryName(/^(?:r|repository|status|download)$/.test(form) ? (second ?? '') : form);
  return repo === undefined
    ? undefined
    : { kind: 'code', key: `${host}/r/${repo}`.toLowerCase(), name: `${host}/${repo}` };
}

function huggingFace(parts: readonly string[]): Artefact | undefined {
  const [first, second, third] = parts;
  if (first === undefined) return undefined;
  const named = (kind: LinkKind, prefix: string, owner: string | undefined, name: string | undefined): Artefact => {
    const clean = name === undefined ? undefined : repositoryName(name);
    if (owner === undefined || !OWNER.test(owner)) return { kind };
    if (clean === undefined) return { kind, name: owner };
    return { kind, key: `huggingface.co/${prefix}${owner}/${clean}`.toLowerCase(), name: `${owner}/${clean}` };
  };
  if (first === 'datasets') return named('dataset', 'datasets/', second, third);
  if (first === 'spaces') return named('demo', 'spaces/', second, third);
  if (first === 'collections') return { kind: 'collection' };
  if (first === 'papers') return { kind: second === undefined ? 'web' : 'paper' };
  if (/^(?:docs|blog|learn|models|tasks|join|login|pricing|posts|organizations)$/.test(first)) return { kind: 'web' };
  if (isNoOwner(first)) return undefined;
  return second === undefined ? { kind: 'collection', name: first } : named('model', '', first, second);
}
