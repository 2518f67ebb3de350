import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { fold } from '../../core/identity/fold.ts';
import { t, tn } from '../../platform/i18n.ts';
import { Icon } from './icon.tsx';
import { fitting, hasNamed } from './list-filter.ts';
import './menu.css';

export interface ListItem {
  readonly id: string;
  readonly label: string;
  /** Before the label: a glyph. */
  readonly mark?: ComponentChildren;
  /** At the end: a count, a key. */
  readonly hint?: string;
  /** How far down a tree, for the indent. */
  readonly depth?: number;
  /** The one that holds now. */
  readonly chosen?: boolean;
  /** Of several papers: on all, on some, on none. Draws a box. */
  readonly state?: 'on' | 'some' | 'off';
  readonly disabled?: boolean;
}

interface Props {
  readonly label: string;
  readonly items: readonly ListItem[];
  readonly onPick: (item: ListItem) => void;
  /** A field that narrows the list; its words when it is empty. Without it letters go to the item that begins with them. */
  readonly field?: string;
  /** Several can be on: items have a box. */
  readonly many?: boolean;
  /** Where the field holds a name that no item has. @returns the words of the entry that makes it, or undefined where it cannot be */
  readonly create?: (name: string) => string | undefined;
  readonly onCreate?: (name: string) => void;
}

/** Items drawn at most; letters bring the others. */
const MOST = 200;
const PAGE = 8;
/** Letters typed closer together are one word, in ms. */
const TYPED_WITHIN = 600;

/** A list to choose from. The focus stays in the field (or on the list), Up and Down move what Enter chooses. */
export const Listbox = (p: Props) => {
  const [text, setText] = useState('');
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      p.items.findIndex((item) => item.chosen),
    ),
  );
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const found = fitting(p.items, text);
  const shown = found.slice(0, MOST);
  const name = text.trim();
  const make = name !== '' && p.onCreate && !hasNamed(p.items, name) ? (p.create?.(name) ?? undefined) : undefined;
  const last = shown.length - 1 + (make === undefined ? 0 : 1);
  const here = Math.max(0, Math.min(at, last));
  const optionId = (i: number): string => `${id}-${i}`;

  useEffect(() => {
    list.current?.querySelector('.at')?.scrollIntoView({ block: 'nearest' });
  }, [here, text]);

  const pick = (i: number): void => {
    setAt(i);
    const item = shown[i];
    if (item === undefined) {
      if (make === undefined) return;
      setText('');
      setAt(0);
      p.onCreate?.(name);
    } else if (!item.disabled) p.onPick(item);
  };
  const jump = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const now = event.timeStamp;
    const word = now - typed.current.at < TYPED_WITHIN ? typed.current.text + event.key : event.key;
    typed.current = { text: word, at: now };
    const from = word.length === 1 ? here + 1 : here;
    const order = [...shown.keys()];
    const next = [...order.slice(from), ...order.slice(0, from)].find((i) =>
      fold(shown[i]?.label ?? '').startsWith(fold(word)),
    );
    if (next !== undefined) setAt(next);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') setAt(here === last ? 0 : here + 1);
    else if (event.key === 'ArrowUp') setAt(here === 0 ? last : here - 1);
    else if (event.key === 'PageDown') setAt(Math.min(last, here + PAGE));
    else if (event.key === 'PageUp') setAt(Math.max(0, here - PAGE));
    else if (event.key === 'Home' && p.field === undefined) setAt(0);
    else if (event.key === 'End' && p.field === undefined) setAt(last);
    else if (event.key === 'Enter' || (event.key === ' ' && p.field === undefined)) pick(here);
    else {
      if (p.field === undefined && event.key.length === 1) jump(event);
      return;
    }
    event.preventDefault();
  };

  const active = last < 0 ? undefined : optionId(here);
  return (
    <div class="lbx">
      {p.field !== undefined && (
        <span class="inp">
          <Icon name="search" />
          <input
            type="text"
            role="combobox"
            value={text}
            placeholder={p.field}
            aria-label={p.field}
            aria-expanded="true"
            aria-controls={id}
            aria-autocomplete="list"
            aria-activedescendant={active}
            autocomplete="off"
            spellcheck={false}
            maxLength={64}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
        </span>
      )}
      <div
        ref={list}
        id={id}
        class="opts"
        role="listbox"
        aria-label={p.label}
        aria-multiselectable={p.many ? 'true' : undefined}
        tabIndex={p.field === undefined ? 0 : -1}
        aria-activedescendant={p.field === undefined ? active : undefined}
        onKeyDown={p.field === undefined ? onKeyDown : undefined}
      >
        {shown.map((item, i) => (
          <Option key={item.id} id={optionId(i)} item={item} at={i === here} onPick={() => pick(i)} />
        ))}
        {make !== undefined && (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, aria-activedescendant points here
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            id={optionId(last)}
            class={here === last ? 'opt make at' : 'opt make'}
            role="option"
            aria-selected="false"
            onClick={() => pick(last)}
          >
            <Icon name="plus" size={14} />
            <bdi>{make}</bdi>
          </div>
        )}
      </div>
      {(found.length > MOST || last < 0) && (
        <p class="none" role="status">
          {last < 0 ? t('commonNothingFits') : tn('commonNarrow', found.length - MOST)}
        </p>
      )}
    </div>
  );
};

const Option = (p: {
  readonly id: string;
  readonly item: ListItem;
  readonly at: boolean;
  readonly onPick: () => void;
}) => {
  const { item } = p;
  const looks = ['opt', p.at ? 'at' : '', item.chosen ? 'chosen' : ''];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, aria-activedescendant points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      id={p.id}
      class={looks.filter(Boolean).join(' ')}
      role="option"
      aria-selected={item.state === undefined ? item.chosen === true : undefined}
      aria-checked={item.state === undefined ? undefined : item.state === 'some' ? 'mixed' : item.state === 'on'}
      aria-disabled={item.disabled ? 'true' : undefined}
      style={item.depth ? { paddingInlineStart: `${8 + 18 * item.depth}px` } : undefined}
      onClick={p.onPick}
    >
      {item.state !== undefined && (
        <span class={`box ${item.state}`}>
          {item.state === 'on' && <Icon name="tick" size={11} />}
          {item.state === 'some' && <Icon name="minus" size={11} />}
        </span>
      )}
      {item.mark}
      <bdi>{item.label}</bdi>
      {item.hint && <span class="hint num">{item.hint}</span>}
      {item.chosen && item.state === undefined && <Icon name="tick" size={14} />}
    </div>
  );
};
