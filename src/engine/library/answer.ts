import type { LibraryEngineCalls, LibraryPageCalls } from '../../messaging/library-calls.ts';
import type { RunningEngine } from '../engine.ts';

/** The engine's calls about the library. */

type Call = Exclude<keyof LibraryEngineCalls, 'library.written' | 'engine.fileUrl'>;
type All = LibraryEngineCalls & LibraryPageCalls;
export type LibraryWork = {
  readonly [N in Call]: (running: RunningEngine, body: All[N]['in']) => Promise<All[N]['out']>;
};

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
  'engine.previewRule': later,
  'engine.duplicates': later,
  'engine.cancelJob': later,
  'engine.dismissJob': later,
  'engine.previewImport': later,
  'engine.import': later,
  'engine.export': later,
  'engine.charts': later,
  'engine.graph': later,
  'engine.undoJob': later,
};
