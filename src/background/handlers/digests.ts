import { hash53 } from '../../core/identity/hash53.ts';
import { newRequest } from '../../messaging/client.ts';
import { CallFailure, type Handlers } from '../../messaging/server.ts';
import { runtime, tabs } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { withPapers } from '../../storage/papers/database.ts';
import { isKept } from '../../storage/papers/queries/digest-list.ts';
import { askEngine, giveWork } from '../engine.ts';
import { readSettings } from '../settings.ts';

const SAMPLE = 'sample-digest.jsonl';

/** Adding and forgetting digests: the engine works, the background only asks it and looks after the work. */
export const digestHandlers = {
  'digest.add': ({ request, name, captured, text, staged }) => {
    if ((text === undefined) === (staged === undefined))
      throw new CallFailure('bad-request', 'digest.add: either text or the name of a staged file');
    return giveWork('engine.ingest', {
      request,
      name,
      kind: 'added',
      ...(captured === undefined ? {} : { captured }),
      ...(text === undefined ? {} : { text }),
      ...(staged === undefined ? {} : { staged }),
    });
  },

  'digest.sample': async ({ request }) => {
    // A file of the package, read from disk: nothing leaves the browser.
    const text = await (await fetch(runtime.getURL(SAMPLE))).text();
    return giveWork('engine.ingest', { request, name: t('digestSampleName'), kind: 'added', format: 'jsonl', text });
  },

  'digest.cancel': async ({ job }) => askEngine('engine.cancel', { job }),

  'digest.forget': (body) => giveWork('engine.forget', body),

  'digest.harvest': async ({ key, name, format, text, captured }, asker) => {
    if (!(await readSettings()).keepListings) return { kept: false };
    if (asker.tab === undefined || (await tabs.get(asker.tab)).incognito) return { kept: false };
    if (await withPapers((db) => isKept(db, key, hash53(text)))) return { kept: true };
    await giveWork('engine.ingest', {
      request: newRequest(),
      name,
      key,
      format,
      text,
      kind: 'listing',
      ...(captured === undefined ? {} : { captured }),
    });
    return { kept: true };
  },
} satisfies Pick<
  Handlers<'background'>,
  'digest.add' | 'digest.sample' | 'digest.cancel' | 'digest.forget' | 'digest.harvest'
>;
