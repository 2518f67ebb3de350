import { CallFailure, type Handlers } from '../../messaging/server.ts';
import { openPanel } from '../save-paths/panel.ts';

/** Single actions on the library, answered here. */

const later = (): never => {
  throw new CallFailure('failed', 'not built yet');
};

export const actHandlers = {
  'library.edit': later,
  'library.note': later,
  'library.thing': later,
  'library.mergePapers': later,
  'library.purge': later,
  'library.mark': later,
  'library.aside': later,
  'library.backup': later,
  'library.previewRestore': later,
  'library.written': later,
  'panel.open': openPanel,
  'zotero.state': later,
  'zotero.send': later,
} satisfies Partial<Handlers<'background'>>;
