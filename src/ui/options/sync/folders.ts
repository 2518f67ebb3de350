/** Folders on this computer, which the browser lets a page keep: Chromium alone has them. */

/** As platform/folder-handles.ts keeps them, by the id of the place. */
export interface Folders {
  keep(id: string, folder: FolderHandle): Promise<void>;
  get(id: string): Promise<FolderHandle | undefined>;
  forget(id: string): Promise<void>;
}

/** https://wicg.github.io/file-system-access/: what the DOM library of TypeScript does not have yet. */
export interface FolderHandle {
  readonly name: string;
  requestPermission(how: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}
type Picker = (how: { readonly mode: 'readwrite' }) => Promise<FolderHandle>;

const picker = (): Picker | undefined => (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;

export const canPickFolder = (): boolean => picker() !== undefined;

/** Must be called by a press. @returns undefined where the person chose none */
export const pickFolder = (): Promise<FolderHandle | undefined> =>
  picker()?.({ mode: 'readwrite' }).catch(() => undefined) ?? Promise.resolve(undefined);

/** Must be called by a press, with the handle read before: the browser asks again after a restart. */
export const askForFolder = async (folder: FolderHandle): Promise<boolean> =>
  (await folder.requestPermission({ mode: 'readwrite' }).catch(() => 'denied')) === 'granted';

/** Undefined until the engine can sync with a folder: then none is offered. */
export const folders = (): Folders | undefined => undefined;
