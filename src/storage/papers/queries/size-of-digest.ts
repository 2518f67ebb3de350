/** Bytes that one entry costs with its share of paper, aliases, abstract and lines: 316 MB for 100,000 arXiv papers. */
const BYTES_AN_ENTRY = 3_200;

/** Estimated bytes on disk that forgetting a digest gives back. */
export const sizeOfDigest = (row: { readonly entries: number; readonly size: number }): number =>
  row.entries * BYTES_AN_ENTRY;
