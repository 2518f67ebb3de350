import { recordOf } from '../../../core/library/bib.ts';
import type { Stamp } from '../../../core/library/clock.ts';
import { applyRules, matchesRule } from '../../../core/library/rules.ts';
import type { SavedRow } from '../../../core/library/saved-row.ts';
import type { BibState, PaperState } from '../../../core/library/state.ts';
import type { Rule } from '../../../core/library/things.ts';
import type { LibraryPageCalls } from '../../../messaging/library-calls.ts';
import type { Engine } from '../../context.ts';

/** What a rule would do to the library, before it is kept: the rule itself is run, and nothing is written. */

type Asked = LibraryPageCalls['library.previewRule']['in'];
type Preview = LibraryPageCalls['library.previewRule']['out'];

const SAMPLE = 5;
const BATCH = 500;
/** Nothing is stored, so any stamp will do. */
const STAMP = '000000000.0000.preview' as Stamp; // of the form of stamps

export async function previewRule({ saved, library }: Engine, { when, adds }: Asked): Promise<Preview> {
  const rule: Rule = { id: '', name: '', on: true, when, adds };
  const matching = [...saved.rows.values()].filter((row) => matchesRule(rule, row));
  const live = new Set(saved.things.collections.map(({ id }) => id));
  const changing: SavedRow[] = [];
  for (let at = 0; at < matching.length; at += BATCH) {
    const rows = matching.slice(at, at + BATCH);
    const [papers, bibs] = await library((db) =>
      Promise.all([
        db.states.bulkGet(rows.map(({ key }): [string, string] => ['paper', key])),
        db.states.bulkGet(rows.map(({ key }): [string, string] => ['bib', key])),
      ]),
    );
    for (const [i, row] of rows.entries()) {
      // Rows of these kinds hold these states.
      const state = papers[i]?.state as PaperState | undefined;
      const record = recordOf(bibs[i]?.state as BibState | undefined);
      if (state === undefined) continue;
      const { inverse } = applyRules([rule], state, row, record, live, () => STAMP);
      if (inverse.edits.length > 0) changing.push(row);
    }
  }
  const shown = changing.length > 0 ? changing : matching;
  return {
    matches: matching.length,
    changes: changing.length,
    sample: shown.slice(0, SAMPLE).map(({ key, title }) => ({ key, title })),
  };
}
