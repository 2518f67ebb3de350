import { duplicatesIn } from '../../core/library/duplicates.ts';
import type { LibraryEngineCalls, LibraryPageCalls, ListQuery } from '../../messaging/library-calls.ts';
import type { RunningEngine } from '../engine.ts';
import { previewImport } from './jobs/preview-import.ts';
import {
  requestBulk,
  requestCancel,
  requestDismiss,
  requestExport,
  requestImport,
  requestRetag,
  requestRules,
  requestUndo,
} from './jobs/requests.ts';
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

export const libraryWork: LibraryWork = {
  'engine.list': ({ lists }, body) => lists.list(body),
  'engine.keys': ({ lists }, body) => lists.keys(body),
  'engine.place': ({ lists }, body) => lists.place(body),
  'engine.bulk': requestBulk,
  'engine.retag': requestRetag,
  'engine.runRules': requestRules,
  'engine.previewRule': async ({ engine, lists }, body) => {
    await lists.shelves.follow();
    return previewRule(engine, body);
  },
  'engine.duplicates': async ({ engine, lists }) => {
    await lists.shelves.follow();
    return { groups: duplicatesIn([...engine.saved.rows.values()]) };
  },
  'engine.cancelJob': requestCancel,
  'engine.dismissJob': requestDismiss,
  'engine.previewImport': ({ engine }, body) => previewImport(engine, body),
  'engine.import': requestImport,
  'engine.export': requestExport,
  'engine.charts': async ({ engine, lists }) => {
    await lists.shelves.follow();
    return chartsOf(engine);
  },
  'engine.graph': async ({ engine, hints, lists }, { around, query, limit }) => {
    const first = around === undefined ? (await lists.all(query ?? EVERYTHING)).slice(0, limit) : [];
    await lists.shelves.follow();
    return graphOf(engine, hints, { ...(around === undefined ? {} : { around }), limit }, first);
  },
  'engine.undoJob': requestUndo,
};
