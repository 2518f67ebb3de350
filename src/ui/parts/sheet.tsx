import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { Button } from './button.tsx';
import { type Deed, Toast } from './toast.tsx';
import './sheet.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** One sentence under the title. */
  readonly about?: ComponentChildren;
  /** For two columns. */
  readonly wide?: boolean;
  /** Buttons at the foot. */
  readonly foot?: ComponentChildren;
  /** What was done inside: the page's own toast lies behind. */
  readonly deed?: Deed | undefined;
  readonly children: ComponentChildren;
}

/** A dialog to work in: its body scrolls, head and foot stay. Esc and the cross close it; the focus goes back where it was. */
export const Sheet = (p: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    // The first thing to use, not the cross.
    element?.querySelector<HTMLElement>('.sb :is(input, button, select, textarea, [tabindex="0"]), .f button')?.focus();
    return () => {
      // While it is open, all that lies behind takes no focus.
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={p.wide ? 'sheet wide' : 'sheet'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        p.onClose();
      }}
      // The keys of the page behind are not meant.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="sh">
        <h2 id={heading}>{p.title}</h2>
        <Button kind="quiet" small icon="cross" label={t('commonClose')} onPress={p.onClose} />
        {p.about && <p>{p.about}</p>}
      </div>
      <div class="sb">{p.children}</div>
      <Toast deed={p.deed} />
      {p.foot && <div class="f">{p.foot}</div>}
    </dialog>
  );
};
