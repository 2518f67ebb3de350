import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { Button } from './button.tsx';

/**
 * A question before something that cannot be taken back. The title says what would happen with its number; the safe answer is filled
 * and has focus; the dangerous one repeats the number; Esc is the safe answer.
 */
export const Question = (p: {
  readonly title: string;
  readonly keep: string;
  readonly deed: string;
  readonly onDeed: () => void;
  /** Where the safe answer settles something: else it only closes. */
  readonly onKeep?: () => void;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    safe.current?.focus();
    return () => {
      // While it is open, all that lies behind takes no focus.
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        p.onClose();
      }}
    >
      <div class="b">
        <h2 id={heading}>{p.title}</h2>
        {p.children}
      </div>
      <div class="f">
        <Button kind="quiet" onPress={p.onClose}>
          {t('commonLater')}
        </Button>
        <span class="sp" />
        <Button kind="bad" onPress={p.onDeed}>
          {p.deed}
        </Button>
        <Button kind="main" buttonRef={safe} onPress={p.onKeep ?? p.onClose}>
          {p.keep}
        </Button>
      </div>
    </dialog>
  );
};
