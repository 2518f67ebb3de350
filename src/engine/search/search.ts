import { localDay } from '../../core/calendar-day.ts';
import { titleKey } from '../../core/identity/title-key.ts';
import type { NoteData } from '../../core/note-data.ts';
import type { Out, SearchHit } from '../../messaging/calls.ts';
import { markOf } from '../../storage/library/queries/marks.ts';
import type { SavedRow } from '../../storage/library/rows.ts';
import { searchWords } from '../../storage/papers/line.ts';
import { noteOf, noteOfSaved } from '../../storage/papers/note-of.ts';
import { lookUp, type PaperFound } from '../../storage/papers/queries/look-up.ts';
import type { PaperRow } from '../../storage/papers/rows.ts';
import type { Engine } from '../context.ts';
import { liveIndex } from './live-index.ts';
import type { Match } from './match.ts';
import { savedLines } from './saved-lines.ts';
import { readWanted, titleMarks } from './wanted.ts';

export interface Search {
  find(text: string, limit: number): Promise<Out<'engine.find'>>;
}

/** Among the best by words, so many are looked at whole, to prefer those that have the words in a row. */
const LOOKED_AT = 2;
const PHRASE = 10;
const SAVED = 6;

/** Search over what is known and saved: every word must begin a word of title, authors or tags. */
export function makeSearch(engine: Engine): Search {
  const { db, writer, saved } = engine;
  const papers = liveIndex({
    all: () => db.lines.toArray(),
    some: async (chunks) => (await db.lines.bulkGet([...chunks])).filter((row) => row !== undefined),
  });
  const library = savedLines(saved);

  return {
    async find(text, limit) {
      const wanted = readWanted(text);
      papers.soil(writer.dirty);
      writer.dirty = new Set();
      const [known, kept] = await Promise.all([papers.find(wanted), library.find(wanted)]);
      const searched = papers.size() + library.size();
      if (known.length + kept.length === 0) return { hits: [], total: 0, searched };
      const rows = await readRows(engine, best(known, limit * LOOKED_AT));
      const both = await alsoKnown(
        engine,
        best(kept, limit).flatMap(({ key }) => saved.rows.get(key) ?? []),
      );
      const phrase = searchWords(text.replace(/(^|\s)tag:(?:"[^"]*"?|\S+)/gi, ' '));
      const hits = new Map<string, { hit: SearchHit; score: number; year: number }>();
      const add = (key: string, data: NoteData, { score, year }: Match): void => {
        const exact = phrase !== '' && ` ${searchWords(data.title)}`.includes(` ${phrase}`);
        const total = score + (exact ? PHRASE : 0) + (data.saved ? SAVED : 0);
        const marks = titleMarks(data.title, wanted.words);
        const before = hits.get(key);
        if (before === undefined || before.score < total)
          hits.set(key, { hit: { key, data, marks }, score: total, year });
      };
      const day = localDay(new Date(engine.now()));
      for (const { found, match } of rows) {
        const mark = saved.rows.get(saved.keysOf(found.row)[0] ?? '');
        add(keyOf(found.row), noteOf(found, mark && markOf(mark), day), match);
      }
      let overlap = 0;
      for (const match of best(kept, limit)) {
        const row = saved.rows.get(match.key);
        if (row === undefined) continue;
        const found = both.get(row.key);
        if (found) {
          overlap += 1;
          add(keyOf(found.row), noteOf(found, markOf(row), day), match);
        } else add(row.key, noteOfSaved({ ids: row.ids, title: row.title }, row, undefined), match);
      }
      const ranked = [...hits.values()].sort((a, b) => b.score - a.score || b.year - a.year);
      return {
        hits: ranked.slice(0, limit).map(({ hit }) => hit),
        total: known.length + kept.length - overlap,
        searched,
      };
    },
  };
}

const keyOf = (row: PaperRow): string => row.ids[0] ?? titleKey(row.title) ?? `pid ${row.pid}`;

function best<T extends Match>(all: readonly T[], count: number): readonly T[] {
  return [...all].sort((a, b) => b.score - a.score || b.year - a.year || b.doc - a.doc).slice(0, count);
}

async function readRows(
  { db }: Engine,
  some: readonly Match[],
): Promise<readonly { found: PaperFound; match: Match }[]> {
  const rows = await db.papers.bulkGet(some.map(({ doc }) => doc));
  const ids = new Set(rows.flatMap((row) => row?.told.map(({ digest }) => digest) ?? []));
  const digests = new Map((await db.digests.bulkGet([...ids])).map((row) => [row?.id, row]));
  return some.flatMap((match, i) => {
    const row = rows[i];
    if (row === undefined) return [];
    const told = row.told.flatMap(({ digest }) => digests.get(digest) ?? []);
    return [{ match, found: { row, match: 'id' as const, digests: told } }];
  });
}

/** Saved papers that digests told of as well, by their keys in the library. */
async function alsoKnown({ db }: Engine, rows: readonly SavedRow[]): Promise<ReadonlyMap<string, PaperFound>> {
  const queries = rows.map(({ ids, title, authors }) => ({
    ids,
    title,
    ...(authors === undefined ? {} : { authors }),
  }));
  const { rows: found } = await lookUp(db, queries, queries.length);
  return new Map(
    rows.flatMap(({ key }, i): [string, PaperFound][] => {
      const paper = found[i];
      return paper && paper.match !== 'probably' ? [[key, paper]] : [];
    }),
  );
}
