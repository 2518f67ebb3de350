import type { PapersDb } from '../database.ts';

export interface PapersCounts {
  readonly papers: number;
  readonly digests: number;
  readonly listings: number;
  /** Estimated bytes on disk of what digests told. */
  readonly bytes: number;
}

/** Bytes that one entry costs with its share of paper, aliases, abstract and lines: 316 MB for 100,000 arXiv papers. */
const BYTES_AN_ENTRY = 3_200;

/** How much is kept, for the settings page. */
export async function papersCounts(db: PapersDb): Promise<PapersCounts> {
  const [count, digests] = await Promise.all([db.meta.get('count'), db.digests.toArray()]);
  const listings = digests.filter((row) => row.kind === 'listing').length;
  const bytes = digests.reduce((sum, row) => sum + sizeOfDigest(row), 0);
  return {
    papers: typeof count?.value === 'number' ? count.value : 0,
    digests: digests.length - listings,
    listings,
    bytes,
  };
}

/** Estimated bytes on disk that forgetting a digest gives back. */
export const sizeOfDigest = (row: { readonly entries: number; readonly size: number }): number =>
  row.entries * BYTES_AN_ENTRY;
