/** One paper as our test pages show it: the facts that arXiv and Hugging Face print about a paper. */
export interface PageRecord {
  /** arXiv id without version: `2611.00001`, `hep-th/9901001`. */
  readonly id: string;
  readonly title: string;
  /** Invented names. May be fewer than `authorCount`. */
  readonly authors: readonly string[];
  readonly authorCount: number;
  readonly abstract: string;
  /** Primary first: `cs.LG`. */
  readonly categories: readonly string[];
  /** arXiv's Comments line; addresses in it become links. */
  readonly remark?: string;
  readonly journal?: string;
  readonly doi?: string;
  /** ISO day. */
  readonly date: string;
  readonly kind: 'new' | 'cross' | 'replaced';
  readonly organisation?: { readonly slug: string; readonly name: string };
  readonly upvotes: number;
  /** Discussion count; 0 is not printed. */
  readonly comments: number;
  readonly github?: string;
  readonly stars?: number;
}

/** Full names of the categories that the pages use. */
export const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  'cs.LG': 'Machine Learning',
  'cs.CL': 'Computation and Language',
  'cs.CV': 'Computer Vision and Pattern Recognition',
  'cs.AI': 'Artificial Intelligence',
  'cs.RO': 'Robotics',
  'stat.ML': 'Machine Learning',
  'math.OC': 'Optimization and Control',
  'hep-th': 'High Energy Physics - Theory',
};
export const categoryName = (category: string): string => `${CATEGORY_NAMES[category] ?? category} (${category})`;
