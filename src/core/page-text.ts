import type { PaperId } from './identity/paper-id.ts';

/** The text that a page shows of one mention: for papers nobody told of, and for hints. */
export interface PageText {
  readonly ids: readonly PaperId[];
  readonly title: string;
  readonly abstract?: string;
  /** arXiv Comments. */
  readonly remark?: string;
  readonly categories?: readonly string[];
  /** Links that the page itself states for this paper. */
  readonly hrefs?: readonly string[];
}
