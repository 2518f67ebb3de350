import { duplicatesIn } from '../../core/library/duplicates.ts';
import type { LibraryEngineCalls, LibraryPageCalls, ListQuery } from '../../messaging/library-calls.ts';
import type { RunningEngine } from '../engine.ts';
import { chartsOf } from './look/charts.ts';
import { graphOf } from './look/graph.ts';
import { previewRule } from './look/preview-rule.ts';

/** The engine's calls about the library. */

type Call = Exclude<keyof LibraryEngineCalls, 'library.written' | 'engine.fileUrl'>;
type All = LibraryEngineCalls & LibraryPageCalls;
export type LibraryWork = {
  readonly [N in Call]: (running: RunningEngine, body: All[N]['in']) => Promise<All[N]['out']>;
};

/** The newest papers of the library. */
const EVERYTHING: ListQuery = { text: '', shelf: 'library', sort: 'added', descending: true };

const later = (): never => {
  throw new Error('not built yet');
};

export const libraryWork: LibraryWork = {
  'engine.list': ({ lists }, body) => lists.list(body),
  'engine.keys': ({ lists }, body) => lists.keys(body),
  'engine.place': ({ lists }, body) => lists.place(body),
  'engine.bulk': later,
  'engine.retag': later,
  'engine.runRules': later,
  'engine.previewRule': async ({ engine, lists }, body) => {
    await lists.shelves.follow();
    return previewRule(engine, body);
  },
  'engine.duplicates': async ({ engine, lists }) => {
    await lists.shelves.follow();
    return { groups: duplicatesIn([...engine.saved.rows.values()]) };
  },
  'engine.cancelJob': later,
  'engine.dismissJob': later,
  'engine.previewImport': later,
  'engine.import': later,
  'engine.export': later,
  'engine.charts': async ({ engine, lists }) => {
    await lists.shelves.follow();
    return chartsOf(engine);
  },
  'engine.graph': async ({ engine, hints, lists }, { around, query, limit }) => {
    const first = around === undefined ? (await lists.all(query ?? EVERYTHING)).slice(0, limit) : [];
    await lists.shelves.follow();
    return graphOf(engine, hints, { ...(around === undefined ? {} : { around }), limit }, first);
  },
  'engine.undoJob': later,
};
