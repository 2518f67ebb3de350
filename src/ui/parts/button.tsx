import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

interface Props {
  readonly onPress: () => void;
  /** `main`: the one main action of a view; `bad`: outlined red text, for what cannot be undone. */
  readonly kind?: 'plain' | 'main' | 'quiet' | 'bad';
  readonly small?: boolean;
  readonly icon?: IconName;
  /** Stays reachable and says why it does nothing, instead of vanishing from the tab order. */
  readonly disabled?: boolean;
  readonly label?: string;
  readonly keys?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly children?: ComponentChildren;
}

/** A button with words, or with an icon and a label. */
export const Button = (p: Props) => {
  const looks = ['btn', p.kind ?? 'plain', p.small ? 'sm' : '', p.children === undefined ? 'ico' : ''];
  return (
    <button
      type="button"
      class={looks.filter(Boolean).join(' ')}
      aria-label={p.label}
      title={p.children === undefined ? p.label : undefined}
      aria-disabled={p.disabled ? 'true' : undefined}
      aria-keyshortcuts={p.keys}
      ref={p.buttonRef ?? null}
      onClick={() => {
        if (!p.disabled) p.onPress();
      }}
    >
      {p.icon && <Icon name={p.icon} size={p.small ? 14 : 16} />}
      {p.children}
    </button>
  );
};
