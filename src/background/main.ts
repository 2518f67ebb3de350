import { serve } from '../messaging/listen.ts';
import type { Handlers } from '../messaging/server.ts';
import { report } from '../platform/report.ts';
import { openSidePanel } from '../platform/side-panel.ts';
import { announcing } from './announce.ts';
import { onEngineAlarm, onEngineNews, resumeEngine } from './engine.ts';
import { digestHandlers } from './handlers/digests.ts';
import { libraryHandlers } from './handlers/library.ts';
import { actHandlers } from './handlers/library-acts.ts';
import { listHandlers } from './handlers/library-lists.ts';
import { paperHandlers } from './handlers/papers.ts';
import { siteHandlers } from './handlers/sites.ts';
import { onSync, planSync, syncHandlers } from './handlers/sync.ts';
import { onZoteroAlarm, resumeZotero, zoteroHandlers } from './handlers/zotero.ts';
import { mendSites, onInstall } from './install.ts';
import { onBackupAlarm, scheduleBackups } from './library/backups.ts';
import { checkLibrary } from './library-health.ts';
import { onCommands } from './save-paths/commands.ts';
import { onMenus } from './save-paths/menus.ts';
import { onOmnibox } from './save-paths/omnibox.ts';

/**
 * The service worker: short-lived, answers look-ups and single actions, never does long work. Listeners are registered in the first
 * turn, so that the event which woke the worker is heard.
 */
const library = announcing(libraryHandlers);
const handlers = {
  ...paperHandlers,
  ...digestHandlers,
  ...siteHandlers,
  ...library,
  ...listHandlers,
  ...announcing(actHandlers),
  ...zoteroHandlers,
  ...syncHandlers,
} satisfies Handlers<'background'>;

const surprise = (error: unknown, where: string): void => report(error, `background ${where}`);

serve('background', handlers, surprise);
onInstall(surprise);
onEngineAlarm(surprise);
onBackupAlarm(surprise);
onZoteroAlarm(surprise);
onSync(surprise);
onEngineNews(
  (keys) => void actHandlers['library.written']({ keys }).catch((error: unknown) => surprise(error, 'written')),
  (ended) => void syncHandlers['sync.ended'](ended).catch((error: unknown) => surprise(error, 'sync')),
);
onMenus(library['library.save'], digestHandlers['digest.add'], surprise);
onCommands(library['library.save'], openSidePanel, surprise);
onOmnibox(library['library.save'], paperHandlers['search.find'], surprise);
void mendSites().catch((error: unknown) => surprise(error, 'sites'));
void checkLibrary().catch((error: unknown) => surprise(error, 'library check'));
void resumeEngine().catch((error: unknown) => surprise(error, 'engine'));
void scheduleBackups().catch((error: unknown) => surprise(error, 'backup'));
void planSync().catch((error: unknown) => surprise(error, 'sync'));
void resumeZotero().catch((error: unknown) => surprise(error, 'zotero'));
