import { localDay } from '../../core/calendar-day.ts';
import type { Status } from '../../core/library/status.ts';
import { mergeLinks } from '../../core/links/merge.ts';
import { linkOfUrl } from '../../core/links/of-url.ts';
import { linksIn } from '../../core/links/scan.ts';
import type { NoteData, Query } from '../../core/note-data.ts';
import type { PageText } from '../../core/page-text.ts';
import { tagsOf } from '../../core/tags/tagger.ts';
import type { Mark } from '../../messaging/calls.ts';
import type { Handlers } from '../../messaging/server.ts';
import type { SavedRow } from '../../storage/library/rows.ts';
import { withPapers } from '../../storage/papers/database.ts';
import { lookUp, type PaperFound } from '../../storage/papers/queries/look-up.ts';
import { StoreError } from '../../storage/papers/store-error.ts';
import { askEngine } from '../engine.ts';
import { noteData } from '../note-data.ts';
import { anySaved, recordsFor, savedFor } from '../saved.ts';
import { readSettings } from '../settings.ts';

const MARKS: Readonly<Record<Status, Mark>> = { 'to-read': 's', reading: 'i', read: 'd', aside: 'a' };

interface Answer {
  readonly rows: readonly NoteData[];
  readonly known: readonly boolean[];
  readonly saved: readonly (SavedRow | undefined)[];
}

/** Both stores at once. What digests told may be missing or unreadable; then the library alone speaks. */
async function answer(queries: readonly Query[], full: number): Promise<Answer> {
  const [told, saved] = await Promise.all([tellOf(queries, full), savedFor(queries)]);
  const bare = saved.slice(0, full).flatMap((row, i) => (row && !told.rows[i] ? [row.key] : []));
  const records = await recordsFor(bare);
  const day = localDay(new Date());
  const rows = queries.slice(0, full).map((query, i) => {
    const row = saved[i];
    return noteData({ query, found: told.rows[i], saved: row, record: row && records.get(row.key) }, day);
  });
  return { rows, known: told.known, saved };
}

async function tellOf(
  queries: readonly Query[],
  full: number,
): Promise<{ rows: readonly (PaperFound | undefined)[]; known: readonly boolean[] }> {
  try {
    return await withPapers((db) => lookUp(db, queries, full));
  } catch (error) {
    if (error instanceof StoreError) return { rows: [], known: [] };
    throw error;
  }
}

function describe({ title, abstract, remark, categories, hrefs }: PageText) {
  const found = [
    ...(abstract === undefined ? [] : linksIn(abstract, 'abstract')),
    ...(remark === undefined ? [] : linksIn(remark, 'remark')),
    ...(hrefs ?? []).flatMap((href) => linkOfUrl(href, { source: 'digest', text: '' }) ?? []),
  ];
  const tags = tagsOf({
    title,
    ...(abstract === undefined ? {} : { abstract }),
    ...(remark === undefined ? {} : { remark }),
    ...(categories === undefined ? {} : { categories }),
  });
  return { tags, links: mergeLinks(found) };
}

/** Look-ups, tags of what a page shows, hints and search. */
export const paperHandlers = {
  'papers.lookup': async ({ queries, full }) => {
    const [{ rows, known, saved }, settings] = await Promise.all([answer(queries, full), readSettings()]);
    const marks = queries.map((_, i): Mark => {
      const row = saved[i];
      return row ? MARKS[row.status] : known[i] ? 'k' : '-';
    });
    return { rows, marks: marks.join(''), notes: settings.notes, keepListings: settings.keepListings };
  },

  'papers.rows': async ({ queries }) => ({ rows: (await answer(queries, queries.length)).rows }),

  'papers.describe': ({ texts }) => ({ found: texts.map(describe) }),

  // Without a saved paper there is nothing to be close to: the engine need not start.
  'papers.hints': async ({ texts, limit }) =>
    (await anySaved()) ? askEngine('engine.hints', { texts, limit }) : { hints: texts.map(() => []) },

  'search.find': (body) => askEngine('engine.find', body),
} satisfies Pick<
  Handlers<'background'>,
  'papers.lookup' | 'papers.rows' | 'papers.describe' | 'papers.hints' | 'search.find'
>;
