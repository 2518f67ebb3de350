import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fold } from '../../core/identity/fold.ts';
import { t } from '../../platform/i18n.ts';
import { type Box, putBeside } from './beside.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import './menu.css';

/** Menus by the ARIA Authoring Practices (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/). */

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** In place of an icon: a glyph. */
  readonly mark?: ComponentChildren;
  /** As `aria-keyshortcuts` writes it, "Alt+ArrowUp"; shown at the end by the names on the keyboard. */
  readonly keys?: string;
  /** A choice that is on or off. */
  readonly checked?: boolean;
  /** Stays reachable, does nothing. */
  readonly disabled?: boolean;
  /** Red text: takes something away. */
  readonly bad?: boolean;
  readonly onPress: () => void;
}

/** `line` parts groups. */
export type MenuEntry = MenuItem | 'line';

interface ButtonProps {
  /** Name of the button, and of the menu. */
  readonly label: string;
  readonly items: readonly MenuEntry[];
  readonly icon?: IconName;
  readonly small?: boolean;
  /** Without words: the icon alone, named by `label`. */
  readonly children?: ComponentChildren;
  /** Not a tab stop of its own, as in a row of a list. */
  readonly tabIndex?: number;
}

/** A button that opens a menu: press, Enter, Space and Down go to the first item, Up to the last. */
export const MenuButton = (p: ButtonProps) => {
  const [open, setOpen] = useState<'first' | 'last'>();
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const looks = ['btn', 'quiet', p.small ? 'sm' : '', p.children === undefined ? 'ico' : ''];
  return (
    <>
      <button
        type="button"
        class={looks.filter(Boolean).join(' ')}
        ref={button}
        aria-label={p.label}
        title={p.children === undefined ? p.label : undefined}
        aria-haspopup="menu"
        aria-expanded={open !== undefined}
        aria-controls={open ? id : undefined}
        tabIndex={p.tabIndex}
        onClick={() => setOpen(open ? undefined : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {(p.children === undefined || p.icon) && <Icon name={p.icon ?? 'more'} size={p.small ? 14 : 16} />}
        {p.children}
      </button>
      {open && button.current && (
        <Menu
          id={id}
          label={p.label}
          items={p.items}
          anchor={button.current}
          start={open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
};

interface MenuProps {
  readonly id?: string;
  readonly label: string;
  readonly items: readonly MenuEntry[];
  /** What it opens beside, and what gets the focus back; a place where the pointer was, for a context menu. */
  readonly anchor: HTMLElement | Box;
  readonly start?: 'first' | 'last';
  readonly onClose: () => void;
}

/** An open menu. Arrows, Home, End and letters move; Esc, Tab and a press outside close it. */
export const Menu = (p: MenuProps) => {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(document.activeElement);
  const typed = useRef({ text: '', at: 0 });
  const { anchor, onClose } = p;

  const items = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  const close = (): void => {
    onClose();
    const back = anchor instanceof HTMLElement ? anchor : before.current;
    if (back instanceof HTMLElement) back.focus();
  };

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    if ('showPopover' in element) element.showPopover();
    putBeside(element, anchor instanceof HTMLElement ? anchor.getBoundingClientRect() : anchor);
    (p.start === 'last' ? items().at(-1) : items()[0])?.focus();
  }, []);
  useEffect(() => {
    const outside = (event: Event): void => {
      const { target } = event;
      if (!(target instanceof Node) || list.current?.contains(target)) return;
      // A press on the button itself is the button's: it closes what it opened.
      if (anchor instanceof HTMLElement && anchor.contains(target)) return;
      onClose();
    };
    addEventListener('pointerdown', outside, true);
    addEventListener('resize', onClose);
    return () => {
      removeEventListener('pointerdown', outside, true);
      removeEventListener('resize', onClose);
    };
  }, [anchor, onClose]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = items();
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? all.indexOf(activeElement) : -1;
    const go = (to: number): void => all[(to + all.length) % all.length]?.focus();
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key.length === 1 && event.key !== ' ') {
      const now = event.timeStamp;
      const text = now - typed.current.at < TYPED_WITHIN ? typed.current.text + event.key : event.key;
      typed.current = { text, at: now };
      const starts = (item: HTMLElement): boolean => fold(item.dataset['item'] ?? '').startsWith(fold(text));
      const from = text.length === 1 ? at + 1 : at;
      [...all.slice(from), ...all.slice(0, from)].find(starts)?.focus();
    } else return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  };

  return (
    <div
      ref={list}
      id={p.id}
      class="menu"
      role="menu"
      popover="manual"
      aria-label={p.label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && !list.current?.contains(to)) onClose();
      }}
    >
      {p.items.map((item, i) =>
        item === 'line' ? (
          // Its place is all that a line has.
          <hr key={`line ${i}`} />
        ) : (
          <Item
            key={item.id}
            item={item}
            onPress={() => {
              if (item.disabled) return;
              close();
              item.onPress();
            }}
          />
        ),
      )}
    </div>
  );
};

/** "Alt+ArrowUp" as it stands on a keyboard. */
const keyNames = (keys: string): string =>
  keys
    .split('+')
    .map((key) => {
      if (key === 'Control') return t('keyCtrl');
      if (key === 'Shift') return t('keyShift');
      if (key === 'Delete') return t('keyDelete');
      if (key === 'Insert') return t('keyInsert');
      return { ArrowUp: '↑', ArrowDown: '↓' }[key] ?? key;
    })
    .join('+');

/** Letters typed closer together are one word, in ms. */
const TYPED_WITHIN = 600;

const Item = ({ item, onPress }: { readonly item: MenuItem; readonly onPress: () => void }) => {
  const inside = (
    <>
      {item.checked === undefined ? (
        item.icon && <Icon name={item.icon} size={15} />
      ) : (
        <span class="tick">{item.checked && <Icon name="tick" size={14} />}</span>
      )}
      {item.mark}
      <bdi>{item.label}</bdi>
      {item.keys && (
        <span class="keys" aria-hidden="true">
          {keyNames(item.keys)}
        </span>
      )}
    </>
  );
  const more = {
    type: 'button' as const,
    class: item.bad ? 'bad' : '',
    tabIndex: -1,
    'data-item': item.label,
    'aria-disabled': item.disabled ? ('true' as const) : undefined,
    'aria-keyshortcuts': item.keys,
    onClick: onPress,
  };
  return item.checked === undefined ? (
    <button role="menuitem" {...more}>
      {inside}
    </button>
  ) : (
    <button role="menuitemcheckbox" aria-checked={item.checked} {...more}>
      {inside}
    </button>
  );
};
