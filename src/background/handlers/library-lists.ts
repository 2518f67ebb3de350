import type { CallName, In, Out } from '../../messaging/calls.ts';
import type { ExportWords } from '../../messaging/library-calls.ts';
import type { Handlers } from '../../messaging/server.ts';
import { locale, t } from '../../platform/i18n.ts';
import { remembered } from '../../storage/library/commands/remembered.ts';
import { withLibrary } from '../../storage/library/database.ts';
import { askEngine, giveWork } from '../engine.ts';
import { moment } from '../library/moment.ts';
import { snapshot } from '../library-health.ts';
import { act } from './library-turn.ts';

/** Calls about lists and long work on the library: the engine answers them. Long work is looked after until it is done. */

type Passed = Extract<CallName, `engine.${string}`>;

const ask =
  <N extends Passed>(name: N) =>
  (body: In<N>): Promise<Out<N>> =>
    askEngine(name, body);

const give =
  <N extends Passed>(name: N) =>
  (body: In<N>): Promise<Out<N>> =>
    giveWork(name, body);

/** What stands in an exported file for people. */
const exportWords = (): ExportWords => ({
  title: t('exportPageTitle'),
  language: locale(),
  abstract: t('exportPageAbstract'),
  note: t('exportPageNote'),
});

/** A library of 100,000 papers takes some ten seconds to write. */
const LONG = 5 * 60_000;

/** Once for each request, before anything comes in. @throws CallFailure where it cannot be taken: then nothing is imported */
const snapshotBefore = (request: string): Promise<string> =>
  act(() => withLibrary((db) => remembered(db, `${request}/before`, moment(), snapshot), LONG));

export const listHandlers = {
  'library.list': ask('engine.list'),
  'library.keys': ask('engine.keys'),
  'library.place': ask('engine.place'),
  'library.bulk': give('engine.bulk'),
  'library.retag': give('engine.retag'),
  'library.runRules': give('engine.runRules'),
  'library.previewRule': ask('engine.previewRule'),
  'library.duplicates': ask('engine.duplicates'),
  'library.cancelJob': ask('engine.cancelJob'),
  'library.dismissJob': ask('engine.dismissJob'),
  'library.previewImport': ask('engine.previewImport'),
  'library.import': async (body) => {
    await snapshotBefore(body.request);
    return giveWork('engine.import', body);
  },
  'library.export': (body) => giveWork('engine.export', { ...body, words: exportWords() }),
  'library.charts': ask('engine.charts'),
  'library.graph': ask('engine.graph'),
} satisfies Partial<Handlers<'background'>>;
