import type { PaperId } from '../../core/identity/paper-id.ts';
import { urlOf } from '../../core/identity/urls-of.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import type { Status } from '../../core/library/status.ts';
import type { LinkStatus } from '../../core/links/link.ts';
import type { NoteData, Query } from '../../core/note-data.ts';
import type { Tag } from '../../core/tags/tag.ts';
import type { Mark, SearchHit } from '../../messaging/calls.ts';
import { t } from '../../platform/i18n.ts';
import type { SavedRow } from '../../storage/library/rows.ts';

/** What one row of a list of papers shows and does. */
export interface RowModel {
  /** Strongest id, else the title: equal keys are one paper. */
  readonly key: string;
  readonly title: string;
  /** Parts of the title that a search hit, [start, end). */
  readonly hits: readonly (readonly [number, number])[];
  /** Page of the paper; absent where only a title is known. */
  readonly href?: string;
  readonly id?: PaperId;
  readonly status?: Status;
  readonly isNew: boolean;
  /** Everything known is here; otherwise only the mark. */
  readonly whole: boolean;
  readonly tags: readonly Tag[];
  readonly code?: LinkStatus;
  /** Authors, or the digest that told of it: what tells this paper from others. */
  readonly byline: string;
  readonly save: SaveInput;
}

const STATUS_OF = { s: 'to-read', i: 'reading', d: 'read', a: 'aside' } as const satisfies Partial<
  Record<Mark, Status>
>;
const MAX_QUERY_AUTHORS = 20;
const MAX_TAGS = 2;

/** The key under which rows and replies find each other. */
export const keyOf = (paper: { readonly ids: readonly PaperId[]; readonly title: string }): string =>
  paper.ids[0] ?? `title ${paper.title}`;

/** The look-up's question about a paper of the page. */
export const queryOf = (paper: SaveInput): Query => ({
  ids: paper.ids,
  title: paper.title,
  ...(paper.authors ? { authors: paper.authors.slice(0, MAX_QUERY_AUTHORS) } : {}),
  ...(paper.year === undefined ? {} : { year: paper.year }),
});

/** What a save from a search hit carries: the record as it is known here. */
export const saveInputOf = (data: NoteData): SaveInput => ({
  ids: data.ids,
  title: data.title,
  links: data.links,
  ...(data.authors ? { authors: data.authors } : {}),
  ...(data.authorCount === undefined ? {} : { authorCount: data.authorCount }),
  ...(data.date && !data.dateInferred ? { date: data.date } : {}),
  ...(data.venue ? { venue: data.venue } : {}),
});

/** A paper of the tab: as the page shows it, with what is known of it where the look-up has answered. */
export function rowOfPaper(paper: SaveInput, data: NoteData | undefined, mark: Mark | undefined): RowModel {
  const marked = mark && mark in STATUS_OF ? STATUS_OF[mark as keyof typeof STATUS_OF] : undefined; // tested just before
  return rowOf(paper, data, data ? data.saved?.status : marked, []);
}

export const rowOfHit = ({ data, marks }: SearchHit): RowModel =>
  rowOf(saveInputOf(data), data, data.saved?.status, marks);

/** A paper of the library. */
export const rowOfSaved = (saved: SavedRow): RowModel => {
  const save: SaveInput = {
    ids: saved.ids,
    title: saved.title,
    ...(saved.authors ? { authors: saved.authors } : {}),
    ...(saved.authorCount === undefined ? {} : { authorCount: saved.authorCount }),
  };
  return {
    ...rowOf(save, undefined, saved.status, []),
    key: saved.key,
    tags: saved.tags.slice(0, MAX_TAGS).map((name): Tag => ({ name, kind: 'own' })),
    ...(saved.hasCode ? { code: 'released' as const } : {}),
  };
};

function rowOf(
  save: SaveInput,
  data: NoteData | undefined,
  status: Status | undefined,
  hits: RowModel['hits'],
): RowModel {
  const [id] = save.ids.length > 0 ? save.ids : (data?.ids ?? []);
  const code = (data?.links ?? save.links ?? []).find((link) => link.kind === 'code')?.status;
  return {
    key: keyOf(save),
    title: save.title || t('commonUntitled'),
    hits: save.title ? hits : [],
    isNew: data?.isNew === true && status === undefined,
    whole: data !== undefined,
    tags: [
      ...(data?.saved?.ownTags ?? []).map((name): Tag => ({ name, kind: 'own' })),
      ...(data?.tags ?? []).filter((tag) => tag.kind !== 'own' && tag.kind !== 'auto'),
    ].slice(0, MAX_TAGS),
    byline: byline(save, data),
    save,
    ...(id ? { id, href: urlOf(id) } : {}),
    ...(status ? { status } : {}),
    ...(code ? { code } : {}),
  };
}

/** "Sims, Lu, Foerster, Teh", "Liu, Li +4", "6 authors", or the name of a digest. */
function byline(save: SaveInput, data: NoteData | undefined): string {
  const authors = save.authors ?? data?.authors ?? [];
  const names = authors.slice(0, 4).map(familyName);
  if (authors.length > 4) return `${names.slice(0, 3).join(', ')} +${authors.length - 3}`;
  if (names.length > 0) return names.join(', ');
  return data?.organisation ?? data?.digests[0]?.name ?? '';
}

/** For a narrow line only: "Anya Sims" and "Sims, Anya" give "Sims". */
export const familyName = (name: string): string =>
  (name.includes(',') ? name.split(',')[0] : name.trim().split(/\s+/).at(-1))?.trim() ?? name;
