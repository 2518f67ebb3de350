import type { Status } from '../../core/library/status.ts';
import type { Link, LinkStatus } from '../../core/links/link.ts';
import type { NoteData } from '../../core/note-data.ts';
import type { Hint } from '../../core/related/hint.ts';
import type { NoteSettings } from '../../core/settings.ts';
import type { Tag } from '../../core/tags/tag.ts';
import type { NoteLinkKind } from './drawings.ts';

/** What a note shows of a paper, worked out without a page: VISUAL.md 5. */
export interface NoteModel {
  readonly status: Status | undefined;
  readonly busy: boolean;
  readonly isNew: boolean;
  readonly chips: readonly Tag[];
  /** Tags that do not fit when 1, 2, 3, 4 chips are drawn; undefined where none is left over in any case. */
  readonly more: readonly [number, number, number, number] | undefined;
  readonly links: readonly LinkChip[];
  readonly hint:
    | { readonly kind: 'close'; readonly hint: Hint }
    | { readonly kind: 'probably'; readonly title: string }
    | undefined;
}

export interface LinkChip {
  readonly kind: NoteLinkKind;
  readonly status: LinkStatus;
  /** How many of this kind there are; more than one of anything but code opens the card. */
  readonly count: number;
  readonly url: string;
}

/** Kinds worth a place in the line, in their order; the others stand in the card. */
const IN_NOTE: readonly NoteLinkKind[] = ['code', 'model', 'dataset', 'demo', 'project', 'video'];
const MOST_LINKS = 2;

export function noteModel(
  data: NoteData,
  hints: readonly Hint[] | undefined,
  settings: NoteSettings,
  busy = false,
): NoteModel {
  const tags = tagsOfNote(data).filter((tag) => !settings.kindsOff.includes(tag.kind));
  const most = settings.density === 'compact' ? 2 : 4;
  const left = (n: number): number => Math.max(0, tags.length - Math.min(n, most));
  const [closest] = settings.hints ? (hints ?? []) : [];
  return {
    status: data.saved?.status,
    busy,
    isNew: data.isNew,
    chips: tags.slice(0, most),
    more: tags.length > 1 ? [left(1), left(2), left(3), left(4)] : undefined,
    links: settings.links ? linkChips(data.links) : [],
    hint:
      data.match === 'probably' ? { kind: 'probably', title: data.title } : closest && { kind: 'close', hint: closest },
  };
}

/** The person's own tags first, whether the look-up gave them with the tags or with the mark; no name twice. */
export function tagsOfNote(data: NoteData): readonly Tag[] {
  const own = (data.saved?.ownTags ?? []).map((name): Tag => ({ name, kind: 'own' }));
  const seen = new Set<string>();
  return [...own, ...data.tags].filter((tag) => {
    const name = tag.name.toLowerCase();
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** The best of each kind; a promise only where nothing of the kind is released. */
function linkChips(links: readonly Link[]): readonly LinkChip[] {
  return IN_NOTE.flatMap((kind): readonly LinkChip[] => {
    const ofKind = links.filter((link) => link.kind === kind);
    const best = ofKind.find((link) => link.status !== 'promised') ?? ofKind[0];
    return best === undefined ? [] : [{ kind, status: best.status, count: ofKind.length, url: best.url }];
  }).slice(0, MOST_LINKS);
}

/** Short name of a paper: what stands before the colon of its title, if that is a name; else the title. */
export function shortName(title: string): string {
  const colon = title.indexOf(':');
  return colon > 1 && colon <= 28 ? title.slice(0, colon) : title;
}
