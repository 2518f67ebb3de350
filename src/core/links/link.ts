/** Where a paper's code and artefacts are, with the reason to believe it. */
export interface Link {
  /** Absolute, https (http upgraded), no userinfo, no tracking; the only form that may reach an href. */
  readonly url: string;
  readonly kind: LinkKind;
  readonly status: LinkStatus;
  /** What to show: `owner/repo` on GitHub and Hugging Face, `host/owner/repo` elsewhere, else the host (punycode where it is not plain ASCII). */
  readonly label: string;
  /** For repositories: `github.com/owner/repo`, lower case, without .git; equal keys are one link. */
  readonly key?: string;
  readonly evidence: LinkEvidence;
}

/** What a reader looks for first. A repository (GitHub, GitLab, Bitbucket, Codeberg, 4open…) has kind `code`. */
export const LINK_KINDS = [
  'code',
  'project',
  'model',
  'dataset',
  'demo',
  'video',
  'collection',
  'archive',
  'paper',
  'web',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Best first. */
export const LINK_STATUSES = ['released', 'promised', 'third-party'] as const;
export type LinkStatus = (typeof LINK_STATUSES)[number];

export interface LinkEvidence {
  readonly source: 'abstract' | 'remark' | 'title' | 'digest';
  /** The words around it, at most 120 characters; text, never HTML. */
  readonly text: string;
}
