/** The pages that the demo opens and the screenshots show. */
export interface DemoPage {
  readonly name: string;
  readonly url: string;
}

export const OWN_PAGES: readonly DemoPage[] = [
  { name: 'arxiv-new', url: 'https://arxiv.org/list/cs.LG/new' },
  { name: 'arxiv-recent', url: 'https://arxiv.org/list/cs.LG/recent' },
  { name: 'arxiv-search', url: 'https://arxiv.org/search/?query=reinforcement' },
  { name: 'arxiv-abs', url: 'https://arxiv.org/abs/2402.12527' },
  { name: 'huggingface-daily', url: 'https://huggingface.co/papers' },
  { name: 'huggingface-search', url: 'https://huggingface.co/papers?q=reinforcement' },
  { name: 'huggingface-paper', url: 'https://huggingface.co/papers/2510.01132' },
];

export const LIVE_PAGES: readonly DemoPage[] = [
  { name: 'arxiv-recent', url: 'https://arxiv.org/list/cs.LG/recent' },
  { name: 'arxiv-search', url: 'https://arxiv.org/search/?query=offline+reinforcement+learning&searchtype=all' },
  { name: 'huggingface-daily', url: 'https://huggingface.co/papers' },
];

/** Opened as tabs where there is a display. */
export const FIRST_TABS: readonly string[] = ['arxiv-new', 'arxiv-recent', 'huggingface-daily'];

/** Saved in the demo, one in each state and chosen so that the first screens show marks and hints. */
export const SAVED: readonly { readonly id: string; readonly status: 'to-read' | 'reading' | 'read' }[] = [
  { id: '2510.01132', status: 'to-read' },
  { id: '2405.19909', status: 'to-read' },
  { id: '2505.19731', status: 'reading' },
  { id: '2405.21046', status: 'read' },
];
