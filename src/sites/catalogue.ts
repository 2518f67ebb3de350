/** The sites, without DOM code: for the manifest, background and settings. Order does not matter. */
export interface SiteInfo {
  readonly id: SiteId;
  /** For people. */
  readonly name: string;
  readonly host: string;
  /** Pages on which script and reserve style run (match patterns). */
  readonly matches: readonly string[];
  /** Host permissions asked at install. */
  readonly hosts: readonly string[];
}

export type SiteId = 'arxiv' | 'huggingface';

export const catalogue: readonly SiteInfo[] = [
  {
    id: 'arxiv',
    name: 'arXiv',
    host: 'arxiv.org',
    matches: [
      'https://arxiv.org/list/*',
      'https://arxiv.org/catchup/*',
      'https://arxiv.org/a/*',
      'https://arxiv.org/search/*',
      'https://arxiv.org/abs/*',
    ],
    hosts: ['https://arxiv.org/*'],
  },
  {
    id: 'huggingface',
    name: 'Hugging Face Papers',
    host: 'huggingface.co',
    matches: ['https://huggingface.co/papers', 'https://huggingface.co/papers?*', 'https://huggingface.co/papers/*'],
    hosts: ['https://huggingface.co/*'],
  },
];

/** Every `SiteId` has its entry: a test counts them. */
export function infoOf(id: SiteId): SiteInfo {
  const info = catalogue.find((site) => site.id === id);
  if (info === undefined) throw new Error(`no site ${id} in the catalogue`);
  return info;
}
