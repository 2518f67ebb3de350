import type { SaveInput } from '../../core/library/save-input.ts';
import type { Colour } from '../../core/library/things.ts';
import { mergeLinks } from '../../core/links/merge.ts';
import type { NoteData } from '../../core/note-data.ts';
import { TAG_KINDS } from '../../core/tags/tag.ts';
import type { SavedRow } from '../../storage/library/rows.ts';
import type { PaneTag } from './tags.tsx';

/** One record and one list of tags from what was saved, what the page shows and what digests told. */

/** The saved record first, gaps filled with what digests told; links of both. */
export function paneRecord(record: SaveInput, told: NoteData | undefined): SaveInput {
  if (told === undefined || told.match === 'probably') return record;
  const links = mergeLinks([...(record.links ?? []), ...told.links]);
  return {
    ...(told.authors === undefined ? {} : { authors: told.authors }),
    ...(told.authorCount === undefined ? {} : { authorCount: told.authorCount }),
    ...(told.date === undefined ? {} : { date: told.date }),
    ...(told.venue === undefined ? {} : { venue: told.venue }),
    ...record,
    ids: [...new Set([...record.ids, ...told.ids])],
    title: record.title || told.title,
    ...(links.length > 0 ? { links } : {}),
  };
}

/** Own, automatic, topics by kind; a name once. An unsaved paper has the topics that digests or the tagger give. */
export function paneTags(
  row: SavedRow | undefined,
  told: NoteData | undefined,
  colours: ReadonlyMap<string, Colour | undefined>,
): readonly PaneTag[] {
  const own = (row?.tags ?? []).map((name): PaneTag => ({ name, kind: 'own', colour: colours.get(name) }));
  const auto = (row?.auto ?? []).map((name): PaneTag => ({ name, kind: 'auto' }));
  const given: readonly PaneTag[] = row ? (row.topics ?? []) : (told?.tags ?? []);
  const topics = TAG_KINDS.flatMap((kind) => given.filter((tag) => tag.kind === kind && kind !== 'own'));
  const seen = new Set<string>();
  return [...own, ...auto, ...topics].filter((tag) => {
    if (seen.has(tag.name)) return false;
    seen.add(tag.name);
    return true;
  });
}
