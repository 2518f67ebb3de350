import { recordOfWork } from '../../../core/citations/citation.ts';
import { aliasesOf, keyOf } from '../../../core/library/aliases.ts';
import type { SaveInput } from '../../../core/library/save-input.ts';
import type { ImportPreview, LibraryPageCalls } from '../../../messaging/library-calls.ts';
import { aliasesAsked, asked, chooseKey } from '../../../storage/library/match.ts';
import type { SavedRow } from '../../../storage/library/rows.ts';
import type { Engine } from '../../context.ts';
import { AliasPrints } from '../alias-prints.ts';
import { Slices } from '../slices.ts';
import { addSkipped, countSkipped } from './skipped.ts';
import { readStaged, type Skipped } from './staged-works.ts';

/** What an import would do. Nothing is changed; the same rules decide as in the import, over the rows in memory. */

type Asked = LibraryPageCalls['library.previewImport']['in'];

const SAMPLE = 40;
const TOLD = 50;
const TAGS = 200;

type State = 'fresh' | 'known' | 'trashed';

export async function previewImport(
  engine: Pick<Engine, 'files' | 'saved'>,
  { staged, name, format }: Asked,
): Promise<ImportPreview> {
  const read = await readStaged(engine.files, { staged, name, format });
  await engine.saved.freshen('import');
  const place = await placer(engine);
  const counts: Record<State, number> = { fresh: 0, known: 0, trashed: 0 };
  const sample: ImportPreview['sample'][number][] = [];
  const tags = new Set<string>();
  const nameless: Skipped[] = [];
  const slices = new Slices();
  for (const { work, line } of read.works) {
    await slices.pause();
    const record = recordOfWork(work);
    if (keyOf(record) === undefined) {
      nameless.push({ line, reason: 'no-title', text: work.title.slice(0, 80).toWellFormed(), count: 1 });
      continue;
    }
    const state = place(record);
    counts[state] += 1;
    for (const tag of work.tags ?? []) if (tags.size < TAGS) tags.add(tag);
    if (sample.length < SAMPLE) sample.push(sampleOf(record, state));
  }
  const skipped = addSkipped(read.skipped, nameless);
  return {
    format: read.format,
    total: read.total,
    ...counts,
    skipped: skipped.slice(0, TOLD),
    skippedCount: countSkipped(skipped),
    sample,
    tags: [...tags],
  };
}

const sampleOf = ({ title, authors = [], year }: SaveInput, state: State): ImportPreview['sample'][number] => ({
  title,
  authors: authors.slice(0, 3).join(', ') + (authors.length > 3 ? ' …' : ''),
  ...(year === undefined ? {} : { year }),
  state,
});

/** @returns says of one paper after another where it stands; of two in the file that are one, the second is known */
async function placer({ saved }: Pick<Engine, 'saved'>): Promise<(paper: SaveInput) => State> {
  const prints = new AliasPrints();
  const slices = new Slices();
  for (const shelf of [saved.rows, saved.trash]) {
    for (const [key, row] of shelf) {
      await slices.pause();
      prints.add(key, aliasesOf(row));
    }
  }
  const met = new Map<string, SaveInput>();
  const factsOf = (key: string): SavedRow | SaveInput | undefined =>
    saved.rows.get(key) ?? met.get(key) ?? saved.trash.get(key);
  const rank = (key: string): number => Number(saved.rows.has(key) || met.has(key));
  return (paper) => {
    const question = asked(paper);
    const known = (alias: string) => [...prints.at(alias)].sort((a, b) => rank(b) - rank(a));
    const found = aliasesAsked(question).some((alias) => prints.at(alias).length > 0)
      ? chooseKey(question, known, factsOf)
      : undefined;
    const key = found ?? keyOf(paper) ?? '';
    const state = found === undefined ? 'fresh' : saved.rows.has(key) || met.has(key) ? 'known' : 'trashed';
    if (state !== 'trashed') prints.add(key, aliasesAsked(question));
    if (state === 'fresh')
      met.set(key, { ids: paper.ids, title: paper.title, ...(paper.authors ? { authors: paper.authors } : {}) });
    return state;
  };
}
