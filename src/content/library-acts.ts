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
  /** Another write of this page that `undo` may take back. @param before the mark it replaced */
  did(request: string, view: PaperView, before: SavedMark | undefined): void;
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
  /** Saves that are on their way. */
  const saving = new Set<Promise<Done>>();
  /** The last press of all, and of each paper. */
  let last: { readonly view: PaperView } | undefined;
  const lastOf = new WeakMap<PaperView, { readonly view: PaperView }>();

  const setBusy = (view: PaperView, busy: boolean): void => {
    view.busy = busy;
    changed(view);
  };

  function save(view: PaperView, status: Status | undefined): Promise<Done> {
    last = { view };
    lastOf.set(view, last);
    const mine = write(view, status).finally(() => saving.delete(mine));
    saving.add(mine);
    return mine;
  }

  async function write(view: PaperView, status: Status | undefined): Promise<Done> {
    if (view.busy) {
      wishes.set(view, status);
      return { kind: 'later' };
    }
    const request = newRequest();
    const before = view.data?.saved;
    const body = { request, papers: [saveInput(view)], ...(status === undefined ? {} : { status }) }; // may throw: before busy
    setBusy(view, true);
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
      if (reply.ok && wish !== undefined && wish !== view.data?.saved?.status) return write(view, wish);
    }
    if (!reply.ok) return { kind: 'failed', error: reply.error };
    return { kind: 'saved', status: view.data?.saved?.status ?? 'to-read' };
  }

  /** Of a press whose save was on its way: another undo that waited for it too, or a newer press on that paper, overrules this one. */
  function actOf(press: { readonly view: PaperView }): (typeof done)[number] | undefined {
    const is = !press.view.busy && lastOf.get(press.view) === press;
    const at = is ? done.findLastIndex(({ view }) => view === press.view) : -1;
    return at < 0 ? undefined : done.splice(at, 1)[0];
  }

  async function undo(): Promise<Done> {
    // A save pressed while an undo is on its way has not begun: taking it back is dropping the wish.
    if (saving.size === 0 && last?.view.busy === true && wishes.delete(last.view)) return { kind: 'nothing' };
    // While saves are on their way the last press is meant, not an act before it.
    const press = saving.size > 0 ? last : undefined;
    if (press !== undefined) await Promise.all(saving);
    const settled = done.at(-1)?.view.busy === true ? undefined : done;
    const act = press === undefined ? settled?.pop() : actOf(press); // and busy in the same turn: of two undos one goes on
    if (act === undefined) return { kind: 'nothing' };
    const { request, view, before } = act;
    setBusy(view, true);
    const reply = await call('library.undo', { request: newRequest(), undo: request });
    if (reply.ok && reply.value.undone > 0) view.data = withSaved(view, before);
    else if (!reply.ok) done.push(act);
    setBusy(view, false);
    if (wishes.has(view)) {
      const wish = wishes.get(view);
      wishes.delete(view);
      return save(view, wish); // pressed while the undo was on its way
    }
    if (!reply.ok) return { kind: 'failed', error: reply.error };
    return reply.value.undone > 0 ? { kind: 'undone', view } : { kind: 'nothing' };
  }

  return { save, undo, did: (request, view, before) => void done.push({ request, view, before }) };
}
