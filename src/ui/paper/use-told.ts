import { useEffect, useState } from 'preact/hooks';
import type { SaveInput } from '../../core/library/save-input.ts';
import type { NoteData } from '../../core/note-data.ts';
import type { PageText } from '../../core/page-text.ts';
import type { Hint } from '../../core/related/hint.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { call } from '../../messaging/client.ts';
import { queryOf } from '../parts/row-model.ts';

/** What others know of a paper: digests, close papers, the tagger. Asked once for each paper; the pane is usable before it answers. */

const HINTS = 5;
/** Longer titles and abstracts are refused by the protocol. */
const MAX_TITLE = 1_000;
const MAX_ABSTRACT = 20_000;
const MAX_CATEGORIES = 20;

const textOf = ({ ids, title, abstract, categories }: SaveInput): PageText => ({
  ids,
  title: title.slice(0, MAX_TITLE),
  ...(abstract === undefined ? {} : { abstract: abstract.slice(0, MAX_ABSTRACT) }),
  ...(categories === undefined ? {} : { categories: categories.slice(0, MAX_CATEGORIES) }),
});

/** The newest answer about the record that `name` stands for; undefined until it is there. A record that only grows is not asked again. */
function useAnswer<T>(name: string | undefined, ask: () => Promise<T | undefined>): T | undefined {
  const [answer, setAnswer] = useState<{ readonly name: string; readonly value: T }>();
  useEffect(() => {
    if (name === undefined) return;
    let stale = false;
    void ask().then((value) => {
      if (!stale && value !== undefined) setAnswer({ name, value });
    });
    return () => {
      stale = true;
    };
  }, [name]);
  return answer?.name === name ? answer?.value : undefined;
}

const nameOf = (record: SaveInput | undefined): string | undefined =>
  record && `${record.ids.join(' ')} ${record.title} ${record.abstract === undefined ? '' : '+'}`;

/** What digests told of it; that nobody did, where nobody answers. */
export const useTold = (record: SaveInput | undefined): NoteData | undefined =>
  useAnswer(nameOf(record), async () => {
    if (!record) return undefined;
    const answer = await call('papers.rows', { queries: [queryOf(record)] });
    return (answer.ok ? answer.value.rows[0] : undefined) ?? nobodyTold(record);
  });

const nobodyTold = ({ ids, title }: SaveInput): NoteData => ({
  known: false,
  match: 'none',
  ids,
  title,
  otherTitles: [],
  tags: [],
  links: [],
  isNew: false,
  digests: [],
  conflicts: [],
});

/** Close papers of the library, strongest first. */
export const useHints = (record: SaveInput | undefined): readonly Hint[] | undefined =>
  useAnswer(nameOf(record), async () => {
    if (!record) return undefined;
    const answer = await call('papers.hints', { texts: [textOf(record)], limit: HINTS });
    return answer.ok ? answer.value.hints[0]?.filter((hint) => !record.ids.includes(hint.id)) : undefined;
  });

/** The tagger's tags with their reasons. @param wanted somebody asks why */
export const useReasons = (record: SaveInput | undefined, wanted: boolean): readonly Tag[] | undefined =>
  useAnswer(wanted ? nameOf(record) : undefined, async () => {
    if (!record) return undefined;
    const answer = await call('papers.describe', { texts: [textOf(record)] });
    return answer.ok ? (answer.value.found[0]?.tags ?? []) : [];
  });
