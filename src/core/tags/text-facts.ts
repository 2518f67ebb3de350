/** What the tagger reads of a paper. */
export interface TextFacts {
  readonly title: string;
  readonly abstract?: string;
  /** arXiv Comments. */
  readonly remark?: string;
  /** arXiv categories: `cs.LG`. */
  readonly categories?: readonly string[];
  /** Keywords that a digest states itself. */
  readonly keywords?: readonly string[];
}
