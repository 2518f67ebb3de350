/** What one digest may hold. Above these it is refused or cut, and says so. */
export const LIMITS = {
  /** UTF-16 units of the whole digest. */
  text: 64 * 1024 * 1024,
  entries: 200_000,
  /** UTF-16 units; longer ones are cut and flagged. */
  abstract: 1024 * 1024,
  title: 2000,
  remark: 4000,
  authors: 10_000,
  tags: 64,
  tagLength: 64,
  links: 100,
  ids: 64,
  /** A record that cannot be read costs some microseconds; after so many the rest is not tried. */
  unreadable: 10_000,
  /** Warnings kept; the rest is counted in one last line. */
  warnings: 1000,
} as const;
