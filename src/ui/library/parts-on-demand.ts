import { lazily } from './lazily.tsx';

/** What the list does not need: charts, dialogs and the pane come when they are opened, or once the page has nothing else to do. */

const look = lazily(async () => (await import('./look/look-view.tsx')).LookView);
const manage = lazily(async () => (await import('./manage/manage-dialogs.tsx')).ManageDialogs);
const importing = lazily(async () => (await import('../transfer/import-dialog.tsx')).ImportDialog);
const exporting = lazily(async () => (await import('../transfer/export-dialog.tsx')).ExportDialog);
const zotero = lazily(async () => (await import('../transfer/zotero-dialog.tsx')).ZoteroDialog);
const pane = lazily(async () => (await import('../paper/paper-pane.tsx')).PaperPane);

export const LookView = look.Part;
export const ManageDialogs = manage.Part;
export const ImportDialog = importing.Part;
export const ExportDialog = exporting.Part;
export const ZoteroDialog = zotero.Part;
export const PaperPane = pane.Part;

/** Reads all of them, so that opening one waits for nothing. */
export function readAhead(): void {
  for (const part of [pane, manage, look, exporting, importing, zotero]) part.ahead();
}
