import { LONGEST_NOTE, LONGEST_TAG, type PaperEdit } from '../../../core/library/edits.ts';
import { newRequest } from '../../../messaging/content-client.ts';
import { type PaperView, unknownPaper, withSaved } from '../../paper-view.ts';
import { saveInputOf } from '../../save-input.ts';
import { t } from '../../words.ts';
import type { OpenerNeeds } from '../card-kit.ts';
import { glyphs } from '../drawings.ts';
import { el } from '../el.ts';
import { icon } from '../icons.ts';
import type { Note } from '../note.ts';
import { cross } from './drawings.ts';

/**
 * The person's own part of a card: tags and the free note. Kept while the card is open, whatever else is drawn anew, so that nobody's
 * typing is disturbed. The note comes only when a card is opened, and only into that card.
 */
export interface OwnPart {
  readonly element: HTMLElement;
  /** Draws the tags that are on now. */
  update(): void;
  /** Is there anything to show? Not before the paper is saved, unless the person asked for a field. */
  readonly shown: boolean;
  /** Shows a field and puts the cursor into it. */
  ask(field: 'own' | 'note'): void;
  /** Writes what was typed and not yet written. */
  flush(): void;
}

/** Pause in typing after which a note is written, in ms. */
const PAUSE = 800;
let lists = 0;
/** Notes whose write failed: shown again when the card opens again. */
const unwritten = new WeakMap<PaperView, string>();

export function createOwnPart(note: Note, { call, acts, write, changed }: OpenerNeeds): OwnPart {
  const { view } = note;
  const chips = el('ul', { class: 'own-tags' });
  const known = el('datalist', { id: `own-${++lists}` });
  const adding = el('input', {
    placeholder: t('cardAddTag'),
    'aria-label': t('cardAddTag'),
    maxlength: LONGEST_TAG,
    list: known.id,
    dir: 'auto',
    'aria-keyshortcuts': 'T',
  });
  const text = el('textarea', {
    placeholder: t('cardNote'),
    'aria-label': t('cardNote'),
    rows: 1,
    maxlength: LONGEST_NOTE,
    dir: 'auto',
    'aria-keyshortcuts': 'N',
  });
  const state = el('span', { class: 'ev', role: 'status' });
  const element = el(
    'div',
    { class: 'c-lib own', 'data-sec': 'own' },
    el('div', { class: 'field' }, chips, adding, known),
    text,
    state,
  );
  let asked = false;
  /** Undefined until the library has said what it holds: nothing is written over a note that was not read. */
  let kept: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** One write of a tag; what it leaves is shown once it is durable. */
  const setTag = (tag: string, on: boolean): void =>
    void write(note, async () => {
      const done = await mark([{ do: 'tag', tag, on }]);
      return done.ok ? { kind: 'saved', status: done.value.status } : { kind: 'failed', error: done.error };
    });

  async function mark(edits: readonly PaperEdit[], words?: string) {
    const request = newRequest();
    const before = view.data?.saved;
    const body = { request, paper: saveInputOf(view), edits, ...(words === undefined ? {} : { note: words }) };
    const reply = await call('library.mark', body);
    if (reply.ok) {
      acts.did(request, view, before);
      view.data = withSaved(view, { ...before, status: reply.value.status, ownTags: reply.value.tags });
      changed(view);
    }
    return reply;
  }

  /** What was typed is the person's, wherever the card is by now: it does not wait to be looked at, and a failed write keeps it. */
  async function keep(words: string): Promise<void> {
    unwritten.set(view, words);
    const reply = await mark([], words);
    if (!reply.ok) {
      state.textContent = t('cardNotKept');
      note.say(t('cardNotKept'));
      return;
    }
    kept = words;
    if (unwritten.get(view) === words) unwritten.delete(view);
    state.textContent = t('cardKept');
  }

  /** What was typed before the note was read is written once it is, also when the card is closed by then. */
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (kept === undefined) void reading.then(() => kept !== undefined && flush());
    else if (text.value !== kept) void keep(text.value);
  }

  function drawTags(): void {
    const tags = view.data?.saved?.ownTags ?? [];
    chips.replaceChildren(
      ...tags.map((tag) => {
        const off = el('button', { 'aria-label': t('cardTagOff', tag) }, icon(cross, 10));
        off.addEventListener('click', (event) => event.isTrusted && setTag(tag, false));
        return el('li', { class: 'ct own', dir: 'auto' }, icon(glyphs.own, 8, { class: 'k-own' }), tag, off);
      }),
    );
  }

  /** What the library holds of this paper for the person alone. */
  async function read(): Promise<void> {
    const reply = await call('library.aside', { query: queryOf(view) });
    if (!reply.ok) {
      state.textContent = t('cardNoteUnread');
      text.readOnly = true; // it could not be kept
      if (text.value !== '') unwritten.set(view, text.value);
      return;
    }
    const { note: words = '', tags, allTags } = reply.value;
    // Somebody may have typed before the answer came: that goes on from the note, and nothing is written over it.
    const before = unwritten.get(view) ?? words;
    text.value = before === '' || text.value === '' ? before + text.value : `${before}\n${text.value}`;
    kept = words;
    known.replaceChildren(...allTags.map((tag) => el('option', { value: tag })));
    if (view.data?.saved !== undefined) view.data = withSaved(view, { ...view.data.saved, ownTags: tags });
    drawTags();
    grow();
  }

  const grow = (): void => {
    text.rows = Math.min(8, Math.max(1, text.value.split('\n').length, Math.ceil(text.value.length / 58)));
  };
  adding.addEventListener('keydown', (event) => {
    const tag = adding.value.trim();
    if (event.key === 'Enter' && tag !== '' && event.isTrusted && !event.isComposing) {
      adding.value = '';
      setTag(tag, true);
    }
  });
  text.addEventListener('input', () => {
    grow();
    state.textContent = '';
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
  });
  text.addEventListener('change', flush);
  // Letters are typed here and mean nothing to note or page.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    element.addEventListener(type, (event) => {
      const typing = event.target === adding || event.target === text;
      if (typing && event.key !== 'Escape') event.stopPropagation();
    });
  }

  drawTags();
  const reading = read();
  return {
    element,
    update: drawTags,
    get shown() {
      return asked || view.data?.saved !== undefined;
    },
    ask(field) {
      asked = true;
      const part = field === 'own' ? adding : text;
      requestAnimationFrame(() => part.focus());
    },
    flush,
  };
}

/** The question about a paper, as the library and the panel are asked. */
export const queryOf = ({ mention, data }: PaperView) => {
  const { ids, title, authors } = data ?? unknownPaper(mention);
  return { ids, title: title.slice(0, 2_000), ...(authors === undefined ? {} : { authors: authors.slice(0, 20) }) };
};
