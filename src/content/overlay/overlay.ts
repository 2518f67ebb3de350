import { STATUSES, type Status } from '../../core/library/status.ts';
import type { Hint } from '../../core/related/hint.ts';
import type { NoteSettings } from '../../core/settings.ts';
import type { Call, Done, LibraryActs } from '../library-acts.ts';
import { type PaperView, unknownPaper } from '../paper-view.ts';
import { t } from '../words.ts';
import { type CardKit, cardKit, type Opener, type Said, type Toasts } from './card-kit.ts';
import { createNote, type Note, type NoteEvents } from './note.ts';
import { noteModel } from './note-model.ts';
import { createRoving } from './roving.ts';
import type { Look, Theme } from './sheets.ts';
import { createSight } from './sight.ts';

/** All notes of a page, and what people do in them. */
export interface Overlay {
  /** A note for this paper, dressed but not yet in the page; undefined where the page does not let it be. */
  make(view: PaperView): Note | undefined;
  /** Draws what is known now of a paper. @param waiting the first answer is still on its way */
  show(note: Note, waiting: boolean): void;
  /** Also the card, where it is open. */
  changed(view: PaperView): void;
  /** The note is in the page. */
  drawn(note: Note): void;
  remove(note: Note): void;
  wear(theme: Theme, look: Look): void;
  /** Focuses a note. */
  enter(note: Note): void;
  /** The card is open here, or focus is: it must not be removed for being far away. */
  inUse(note: Note): boolean;
}

export interface OverlayNeeds {
  readonly call: Call;
  readonly acts: LibraryActs;
  readonly settings: () => NoteSettings;
  /** The note of the next or previous paper, drawn if need be. */
  readonly neighbour: (note: Note, step: 1 | -1) => Note | undefined;
  /** "Hide notes here". */
  readonly hide: () => void;
  /** False once the extension was updated under the page. */
  readonly alive: () => boolean;
}

export function createOverlay(needs: OverlayNeeds, signal: AbortSignal): Overlay {
  const notes = new Set<Note>();
  const refused = new Set<string>();
  let theme: Theme = 'light';
  let look: Look = {};

  const hintsOf = (view: PaperView): readonly Hint[] =>
    (view.hints ?? []).filter((hint) => !refused.has(`${view.key} ${hint.id}`));
  const sight = createSight(signal);
  const roving = createRoving();
  let toasts: Toasts | undefined;
  let opener: Opener | undefined;
  let kit: Promise<CardKit | undefined> | undefined;

  /** In a toast; without the script that draws it, only aloud. */
  async function say(note: Note, said: Said): Promise<void> {
    const found = await fetchCard();
    if (signal.aborted || !note.host.isConnected) return;
    toasts ??= found?.createToasts(signal);
    if (found !== undefined) note.wear(theme, look, found.css);
    if (toasts === undefined) note.say(said.text);
    else toasts.show(note, said, opener?.note === note ? opener.card : undefined);
  }

  async function tell(note: Note, done: Done): Promise<void> {
    if (done.kind === 'failed' && done.error === 'reload-page') return note.offerReload();
    const found = await fetchCard();
    const said = found?.saidOf(done);
    if (said !== undefined) void say(note, said);
    else if (found === undefined && done.kind === 'failed') note.say(t('noteNoCard'));
  }

  /** Presses of a note that wait to be looked at, or whose write is on its way: they act in the order in which they were made. */
  const turns = new Map<Note, Promise<boolean>>();

  /** A write, if the person can have seen what they pressed. */
  async function write(note: Note, act: () => Promise<Done>): Promise<void> {
    // Our own card or toast lies over the note's edge; then that is what was pressed or looked at.
    const target = (opener?.note === note ? opener.card : toasts?.at(note)) ?? note.host;
    const before = turns.get(note);
    const turn = sight.seen(target).then(async (seen) => {
      await before;
      return seen;
    });
    turns.set(note, turn);
    const seen = await turn;
    if (target !== note.host) sight.unwatch(target);
    const done = seen ? await act() : undefined;
    if (turns.get(note) === turn) turns.delete(note);
    if (done === undefined) void say(note, { text: t('noteCovered'), bad: true });
    else void tell(note, done);
  }

  function save(note: Note, status: Status | undefined): void {
    const { view } = note;
    // While an undo is on its way the paper still counts as saved, but a press then means: save it after all.
    if (status === undefined && view.data?.saved !== undefined && !turns.has(note)) void open(note, 'status');
    else void write(note, () => needs.acts.save(view, status));
  }

  /** The card's script comes with the first approach, so that it is mostly here before the press. */
  function fetchCard(): Promise<CardKit | undefined> {
    kit ??= cardKit(needs.call).then((found) => {
      if (found === undefined) kit = undefined; // asked again next time
      return found;
    });
    return kit;
  }

  async function open(note: Note, at: string | undefined): Promise<void> {
    const found = await fetchCard();
    if (signal.aborted || !note.host.isConnected) return;
    if (found === undefined) {
      void say(note, { text: t('noteNoCard'), bad: true });
      return;
    }
    note.wear(theme, look, found.css);
    toasts?.close();
    opener ??= found.createOpener({
      call: needs.call,
      acts: needs.acts,
      hintsOf,
      write,
      changed: overlay.changed,
      signal,
    });
    opener.open(note, at);
  }

  const press: NoteEvents['press'] = (note, action, at, button) => {
    if (action === 'reload') location.reload();
    else if (!needs.alive()) note.offerReload();
    else if (action === 'save') save(note, undefined);
    else if (action === 'status')
      save(
        note,
        STATUSES.find((status) => status === at),
      );
    else if (action === 'undo') void write(note, needs.acts.undo);
    else if (action === 'hide') needs.hide();
    else if (action === 'not') {
      refused.add(`${note.view.key} ${at}`);
      overlay.changed(note.view);
      note.say(t('cardNotThisDone'));
    } else if (opener?.note === note && opener.press(action, button)) return;
    else if (action === 'card' && note.view.mark !== undefined) {
      if (opener?.note === note && at === undefined && button.classList.contains('mark')) opener?.close(true);
      else void open(note, at);
    }
  };

  const key: NoteEvents['key'] = (note, pressed, inCard) => {
    if (pressed === 'Escape') return toasts?.close() === true || opener?.close(true) === true;
    if (!needs.alive() && /^[shutn1-4]$/.test(pressed)) {
      note.offerReload();
      return true;
    }
    const status = STATUSES['1234'.indexOf(pressed)];
    if (status !== undefined && pressed !== '') save(note, status);
    else if (pressed === 's') save(note, undefined);
    else if (pressed === 'u') void write(note, needs.acts.undo);
    else if (pressed === 'h') needs.hide();
    else if (/^[otn]$/.test(pressed)) void open(note, pressed);
    else return inCard ? opener?.key(pressed) === true : move(note, pressed);
    return true;
  };

  function move(note: Note, pressed: string): boolean {
    const rtl = getComputedStyle(note.host).direction === 'rtl';
    if (pressed === 'ArrowRight' || pressed === 'ArrowLeft') {
      roving.along(note, (pressed === 'ArrowRight') === rtl ? -1 : 1);
      return true;
    }
    const step = pressed === 'ArrowDown' || pressed === 'j' ? 1 : pressed === 'ArrowUp' || pressed === 'k' ? -1 : 0;
    if (step === 0) return false;
    opener?.close(false);
    const other = needs.neighbour(note, step);
    if (other !== undefined) roving.enter(other);
    return true;
  }

  const overlay: Overlay = {
    make(view) {
      const note = createNote(view, events);
      note?.wear(theme, look);
      if (note !== undefined) notes.add(note);
      return note;
    },
    show(note, waiting) {
      const { view } = note;
      const data = view.data ?? unknownPaper(view.mention);
      note.show(waiting ? undefined : noteModel(data, hintsOf(view), needs.settings(), view.busy));
    },
    changed(view) {
      for (const note of notes) if (note.view === view) overlay.show(note, view.mark === undefined);
      opener?.update(view);
    },
    drawn: (note) => roving.drawn(note),
    remove(note) {
      if (opener?.note === note) opener?.close(false);
      toasts?.gone(note);
      sight.unwatch(note.host);
      notes.delete(note);
      roving.gone(note, notes);
      note.host.remove();
    },
    wear(nextTheme, nextLook) {
      theme = nextTheme;
      look = nextLook;
      for (const note of notes) note.wear(theme, look);
    },
    enter: (note) => roving.enter(note),
    inUse: (note) =>
      opener?.note === note || note.root.activeElement !== null || note.root.querySelector('.toast') !== null,
  };
  const approach: NoteEvents['approach'] = (note) => {
    if (!needs.alive()) return;
    sight.watch(note.host);
    void fetchCard();
  };
  const events: NoteEvents = { press, key, focus: roving.at, approach };
  return overlay;
}
