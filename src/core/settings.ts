import type { CitationSettings } from './citations/citation-settings.ts';
import type { TagKind } from './tags/tag.ts';

/** How the notes look and where they appear. Kept in the library's `settings`, sent to pages with the look-up's answer. */
export interface Settings {
  /** Sites switched off; a site not named is on. */
  readonly sitesOff: readonly string[];
  /** Keep the listings that the person opens as digests. */
  readonly keepListings: boolean;
  readonly notes: NoteSettings;
  /** Backups into the downloads folder by themselves; `never` where it is missing. */
  readonly backup?: BackupSettings;
  /** `DEFAULT_CITATIONS` (citations/citation-settings.ts) where it is missing. */
  readonly citations?: CitationSettings;
}

export const BACKUPS = ['never', 'day', 'week'] as const;

export interface BackupSettings {
  readonly every: (typeof BACKUPS)[number];
}

export interface NoteSettings {
  /** Kinds of tag not drawn in notes (they stay in the card). */
  readonly kindsOff: readonly TagKind[];
  readonly links: boolean;
  readonly hints: boolean;
  /** `cosy`: up to four chips; `compact`: up to two. */
  readonly density: 'cosy' | 'compact';
}

export const DEFAULT_SETTINGS: Settings = {
  sitesOff: [],
  keepListings: true,
  notes: { kindsOff: [], links: true, hints: true, density: 'cosy' },
};
