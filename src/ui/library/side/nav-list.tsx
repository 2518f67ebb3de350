import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { number } from '../../../platform/i18n.ts';

export interface NavItem {
  readonly id: string;
  readonly label: string;
  /** An icon or a glyph. */
  readonly sign?: ComponentChildren;
  readonly count?: number | undefined;
  readonly on: boolean;
  /** How far down a tree. */
  readonly depth?: number;
  readonly onPress: () => void;
}

interface Props {
  readonly title?: string;
  /** Beside the title: "All 86". */
  readonly more?: ComponentChildren;
  readonly label: string;
  readonly items: readonly NavItem[];
  /** Places, of which one is open; else filters, each on or off. */
  readonly places?: boolean;
  /** Lower rows, for filters. */
  readonly low?: boolean;
  readonly children?: ComponentChildren;
}

/** A group of the left column: one tab stop, arrows move inside. */
export const NavList = (p: Props) => {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: p.items.length - 1 }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || to < 0 || to >= p.items.length) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(to);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  const here = Math.min(at, Math.max(0, p.items.length - 1));
  return (
    <section>
      {p.title && (
        <h2>
          <span>{p.title}</span>
          {p.more}
        </h2>
      )}
      <ul ref={list} aria-label={p.label} onKeyDown={onKeyDown}>
        {p.items.map((item, i) => (
          <li key={item.id}>
            <button
              type="button"
              class={['ni', item.on ? 'on' : '', p.low ? 'f' : ''].filter(Boolean).join(' ')}
              style={item.depth ? { paddingInlineStart: `${8 + 22 * item.depth}px` } : undefined}
              tabIndex={i === here ? 0 : -1}
              aria-current={p.places && item.on ? 'page' : undefined}
              aria-pressed={p.places ? undefined : item.on}
              onFocus={() => setAt(i)}
              onClick={item.onPress}
            >
              {item.sign}
              <bdi class="l">{item.label}</bdi>
              {item.count !== undefined && <span class="n num">{number(item.count)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {p.children}
    </section>
  );
};
