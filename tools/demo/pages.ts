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

/** Saved in the demo, so that saved marks and hints from the library are seen. */
export const SAVED_IDS: readonly string[] = ['2402.12527', '2504.02327', '2510.01132'];
