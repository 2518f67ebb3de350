import type { SaveInput } from '../core/library/save-input.ts';
import type { Status } from '../core/library/status.ts';
import type { SavedMark } from '../core/note-data.ts';
import type { CallError, CallName, In, Out, Reply } from '../messaging/calls.ts';
import { type PaperView, withSaved } from './paper-view.ts';

/** Makes one call; the real one is messaging/content-client. */
export type Call = <N extends CallName>(name: N, body: In<N>) => Promise<Reply<Out<N>>>;

/** How an act ended, for the toast. `later`: another write was on its way, and this wish follows it. */
export type Done =
  | { readonly kind: 'saved'; readonly status: Status }
  | { readonly kind: 'undone'; readonly view: PaperView }
  | { readonly kind: 'nothing' | 'later' }
  | { readonly kind: 'failed'; readonly error: CallError };

export interface LibraryActs {
  /** Saves, or sets the status. The mark changes only once the write is durable. */
  save(view: PaperView, status: Status | undefined): Promise<Done>;
  /** Takes back this page's latest act. */
  undo(): Promise<Done>;
}

/** Saving and undoing from a page. At most one write is in flight per paper; the last wish wins. */
export function createLibraryActs(
  call: Call,
  newRequest: () => string,
  saveInput: (view: PaperView) => SaveInput,
  changed: (view: PaperView) => void,
): LibraryActs {
  const wishes = new Map<PaperView, Status | undefined>();
  const done: { request: string; view: PaperView; before: SavedMark | undefined }[] = [];

  const setBusy = (view: PaperView, busy: boolean): void => {
    view.busy = busy;
    changed(view);
  };

  async function save(view: PaperView, status: Status | undefined): Promise<Done> {
    if (view.busy) {
      wishes.set(view, status);
      return { kind: 'later' };
    }
    setBusy(view, true);
    const request = newRequest();
    const before = view.data?.saved;
    const body = { request, papers: [saveInput(view)], ...(status === undefined ? {} : { status }) };
    const reply = await call('library.save', body);
    if (reply.ok) {
      const now = reply.value.saved[0]?.status ?? status ?? before?.status ?? 'to-read';
      view.data = withSaved(view, { ownTags: [], ...before, status: now });
      done.push({ request, view, before });
    }
    setBusy(view, false);
    if (wishes.has(view)) {
      const wish = wishes.get(view);
      wishes.delete(view);
      // A plain save wishes for nothing more than what was just done.
      if (reply.ok && wish !== undefined && wish !== view.data?.saved?.status) return save(view, wish);
    }
    if (!reply.ok) return { kind: 'failed', error: reply.error };
    return { kind: 'saved', status: view.data?.saved?.status ?? 'to-read' };
  }

  async function undo(): Promise<Done> {
    const last = done.at(-1);
    if (last === undefined || last.view.busy) return { kind: 'nothing' };
    done.pop();
    const { request, view, before } = last;
    setBusy(view, true);
    const reply = await call('library.undo', { request: newRequest(), undo: request });
    if (reply.ok && reply.value.undone > 0) view.data = withSaved(view, before);
    else if (!reply.ok) done.push(last);
    setBusy(view, false);
    if (!reply.ok) return { kind: 'failed', error: reply.error };
    return reply.value.undone > 0 ? { kind: 'undone', view } : { kind: 'nothing' };
  }

  return { save, undo };
}
