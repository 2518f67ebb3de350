import { useEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_NOTE } from '../../core/library/edits.ts';
import { t } from '../../platform/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { errorWords } from '../parts/words.ts';
import type { NoteText } from './facts.ts';
import type { Keeping } from './note-keeper.ts';
import { Section } from './section.tsx';
import { agoWords, momentWords } from './times.ts';
import { TwoTexts } from './two-texts.tsx';
import type { NoteField } from './use-note.ts';

/** The free note: read, or written in Markdown. It saves itself; leaving the field leaves nothing behind. */
export const Note = (p: {
  readonly texts: readonly NoteText[];
  readonly note: NoteField;
  readonly mayChange: boolean;
  /** Puts one text in the place of several. */
  readonly onWrite: (text: string) => void;
}) => {
  const { note } = p;
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const written = p.texts.at(-1)?.at;
  const { keeping } = note;

  useEffect(() => {
    if (!editing) return;
    const end = field.current?.value.length ?? 0;
    field.current?.focus();
    field.current?.setSelectionRange(end, end);
  }, [editing]);
  const leave = (): void => {
    note.flush();
    setEditing(false);
    requestAnimationFrame(() => edit.current?.focus());
  };

  if (keeping.kind === 'clash') {
    const { theirs } = keeping;
    return (
      <Section name="note" title={t('paperNote')}>
        <TwoTexts
          title={t('paperNoteClash')}
          copies={[
            { title: t('paperNoteHere'), text: note.text },
            { title: t('paperNoteElsewhere'), text: theirs },
          ]}
          onUse={note.settle}
        />
      </Section>
    );
  }
  if (p.texts.length > 1)
    return (
      <Section name="note" title={t('paperNote')}>
        <TwoTexts
          title={t('paperNoteTwice')}
          copies={p.texts.map(({ text, at, elsewhere }, i) => ({
            title:
              at === undefined
                ? t('paperNoteText', i + 1)
                : t(elsewhere ? 'paperNoteThere' : 'paperNoteMine', momentWords(at)),
            text,
          }))}
          onUse={p.mayChange ? p.onWrite : undefined}
        />
      </Section>
    );
  if (!p.mayChange && note.text === '') return null;
  const said = editing || (keeping.kind !== 'clean' && keeping.kind !== 'failed') ? <Said keeping={keeping} /> : null;
  return (
    <Section
      name="note"
      title={t('paperNote')}
      end={
        <>
          {said ?? (written !== undefined && <span title={momentWords(written)}>{agoWords(written, Date.now())}</span>)}
          {p.mayChange && !editing && note.text !== '' && (
            <Button
              small
              kind="quiet"
              icon="pencil"
              label={t('paperNoteEdit')}
              keys="n"
              buttonRef={edit}
              onPress={() => setEditing(true)}
            />
          )}
        </>
      }
    >
      {editing ? (
        <>
          <textarea
            ref={field}
            class="area"
            aria-label={t('paperNoteField')}
            placeholder={t('paperNoteHint')}
            maxLength={LONGEST_NOTE}
            dir="auto"
            rows={5}
            value={note.text}
            onInput={(event) => note.type(event.currentTarget.value)}
            onBlur={note.flush}
            onKeyDown={(event) => {
              // Letters are text here, whatever they mean in the page around.
              event.stopPropagation();
              if (event.isComposing) return;
              if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
                event.preventDefault();
                leave();
              }
            }}
          />
          <div class="row foot">
            <span class="small muted">{t('paperNoteMarkdown')}</span>
            <span class="sp" />
            <Button small onPress={leave}>
              {t('paperNoteDone')}
            </Button>
          </div>
        </>
      ) : note.text === '' ? (
        <button
          type="button"
          class="write"
          ref={edit}
          data-key="n"
          aria-keyshortcuts="n"
          onClick={() => setEditing(true)}
        >
          {t('paperNoteWrite')}
        </button>
      ) : (
        <Markdown text={note.text} />
      )}
      {keeping.kind === 'failed' && (
        <p class="said bad" role="alert">
          {t('paperNoteFailed', errorWords(keeping.error))}
        </p>
      )}
    </Section>
  );
};

/** Where the text is: "Saved" is said when it is on the disk. */
const Said = ({ keeping }: { readonly keeping: Keeping }) => (
  <span role="status" class="said">
    {keeping.kind === 'waiting' && t('paperNoteWaits')}
    {keeping.kind === 'saving' && t('paperNoteSaving')}
    {keeping.kind === 'saved' && t('paperNoteSaved')}
  </span>
);
