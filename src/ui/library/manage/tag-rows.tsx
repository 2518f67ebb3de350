import type { TargetedKeyboardEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { LONGEST_TAG } from '../../../core/library/edits.ts';
import { tagName } from '../../../core/library/tag-name.ts';
import { COLOURS, type Colour } from '../../../core/library/things.ts';
import { number, t, tn } from '../../../platform/i18n.ts';
import { Glyph } from '../../parts/icon.tsx';
import { MenuButton, type MenuEntry } from '../../parts/menu.tsx';
import { NameField } from './name-field.tsx';

/** Rows drawn at most; letters in the field bring the others. */
const MOST = 300;

export interface TagRow {
  readonly name: string;
  readonly count: number;
  readonly colour: Colour | undefined;
}

interface Props {
  readonly tags: readonly TagRow[];
  /** All there are, to say when a new name is one of them. */
  readonly names: readonly TagRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  readonly onRename: (name: string, to: string) => void;
  readonly onMerge: (names: readonly string[], anchor: HTMLElement | null) => void;
  readonly onDelete: (names: readonly string[]) => void;
  readonly onColour: (name: string, colour: Colour | null) => void;
  readonly onFind?: ((name: string) => void) | undefined;
}

/** The tags: Up and Down move, Space chooses, F2 renames, Delete takes away. One row is in the tab order. */
export const TagRows = (p: Props) => {
  const list = useRef<HTMLUListElement>(null);
  const [stop, setStop] = useState<string>();
  const [writing, setWriting] = useState<{ readonly name: string; readonly typed: string }>();
  const shown = p.tags.slice(0, MOST);
  const at = Math.max(
    0,
    shown.findIndex(({ name }) => name === stop),
  );
  const focus = (i: number): void => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, i))];
    if (!row) return;
    setStop(row.name);
    list.current?.querySelectorAll<HTMLElement>('input[type="checkbox"]')[shown.indexOf(row)]?.focus();
  };
  const toggle = (name: string): void => {
    const after = new Set(p.chosen);
    if (!after.delete(name)) after.add(name);
    p.onChosen(after);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const { key, target } = event;
    // Where the focus is now: a key may come before the list is drawn anew.
    const name = target instanceof Element ? target.closest<HTMLElement>('[data-tag]')?.dataset['tag'] : undefined;
    const here = shown.findIndex((tag) => tag.name === name);
    const row = shown[here];
    if (!row || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof Element && target.closest('[role="menu"]')) return;
    if (key === 'ArrowDown') focus(here + 1);
    else if (key === 'ArrowUp') focus(here - 1);
    else if (key === 'Home') focus(0);
    else if (key === 'End') focus(shown.length - 1);
    else if (key === 'F2') setWriting({ name: row.name, typed: row.name });
    else if (key === 'Delete') p.onDelete(p.chosen.has(row.name) ? [...p.chosen] : [row.name]);
    else return;
    event.preventDefault();
  };
  const anchorOf = (name: string): HTMLElement | null =>
    list.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(name)}"]`) ?? null;

  return (
    <>
      {/* The keys move among the boxes inside. */}
      <ul class="tagrows" ref={list} aria-label={t('manageTags')} onKeyDown={onKeyDown}>
        {shown.map((tag, i) => (
          <li
            key={tag.name}
            data-tag={tag.name}
            class={p.chosen.has(tag.name) ? 'sel' : ''}
            onFocusIn={() => setStop(tag.name)}
          >
            <label>
              <input
                type="checkbox"
                checked={p.chosen.has(tag.name)}
                tabIndex={i === at ? 0 : -1}
                aria-label={t('manageChoose', tag.name)}
                onChange={() => toggle(tag.name)}
              />
              <Glyph kind="own" colour={tag.colour} />
              {writing?.name !== tag.name && <bdi>{tag.name}</bdi>}
            </label>
            {writing?.name === tag.name ? (
              <>
                <NameField
                  label={t('manageNewNameOf', tag.name)}
                  name={tag.name}
                  longest={LONGEST_TAG}
                  onTyping={(typed) => setWriting({ name: tag.name, typed })}
                  onName={(name) => p.onRename(tag.name, name)}
                  onEnd={(byKey) => {
                    setWriting(undefined);
                    if (byKey) requestAnimationFrame(() => focus(i));
                  }}
                />
                <span class="small muted" role="status">
                  {collides(p.names, tag.name, writing.typed) ? t('manageWouldMerge') : ''}
                </span>
              </>
            ) : (
              <>
                <span class="sp" />
                {p.onFind ? (
                  <button
                    type="button"
                    class="link small num"
                    tabIndex={i === at ? 0 : -1}
                    onClick={() => p.onFind?.(tag.name)}
                  >
                    {tn('popupPapers', tag.count)}
                  </button>
                ) : (
                  <span class="small muted num">{number(tag.count)}</span>
                )}
                <MenuButton
                  small
                  label={t('manageActionsOf', tag.name)}
                  tabIndex={i === at ? 0 : -1}
                  items={entries(tag, {
                    rename: () => setWriting({ name: tag.name, typed: tag.name }),
                    merge: () => p.onMerge([tag.name], anchorOf(tag.name)),
                    gone: () => p.onDelete([tag.name]),
                    colour: (colour) => p.onColour(tag.name, colour),
                  })}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {p.tags.length > MOST && <p class="none">{tn('commonNarrow', p.tags.length - MOST)}</p>}
      {p.tags.length === 0 && <p class="none">{t('commonNothingFits')}</p>}
    </>
  );
};

/** Is the name being typed that of another tag? */
function collides(all: readonly TagRow[], own: string, typed: string): boolean {
  const given = tagName(typed);
  return given.ok && given.name !== own && all.some(({ name }) => name === given.name);
}

const entries = (
  tag: TagRow,
  on: {
    readonly rename: () => void;
    readonly merge: () => void;
    readonly gone: () => void;
    readonly colour: (colour: Colour | null) => void;
  },
): MenuEntry[] => [
  { id: 'rename', label: t('manageRename'), icon: 'pencil', keys: 'F2', onPress: on.rename },
  { id: 'merge', label: t('manageMergeInto'), icon: 'merge', onPress: on.merge },
  'line',
  ...COLOURS.map((colour) => ({
    id: colour,
    label: t(`manageColour_${colour}`),
    mark: <Glyph kind="own" colour={colour} />,
    checked: (tag.colour ?? 'verdigris') === colour,
    // The first one is what a tag without a colour has.
    onPress: () => on.colour(colour === 'verdigris' ? null : colour),
  })),
  'line',
  { id: 'gone', label: t('manageDelete'), icon: 'trash', keys: 'Delete', bad: true, onPress: on.gone },
];
