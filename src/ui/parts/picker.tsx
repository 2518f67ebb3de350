import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { putBeside } from './beside.ts';
import './menu.css';

interface Props {
  /** What is chosen: "Tags of 12 papers". */
  readonly title: string;
  /** Where it opens; in the middle of the window without. */
  readonly anchor?: HTMLElement | null | undefined;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A small dialog beside a button. Holds the focus; Esc and a press outside close it; the focus goes back where it was. */
export const Picker = (p: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { anchor } = p;
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>('input, [role="listbox"]')?.focus();
    const place = (): void => {
      if (element && anchor?.isConnected) putBeside(element, anchor.getBoundingClientRect());
    };
    place();
    addEventListener('resize', place);
    return () => {
      removeEventListener('resize', place);
      // While it is open, all that lies behind takes no focus.
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [anchor]);
  return (
    <dialog
      ref={dialog}
      class={anchor ? 'picker placed' : 'picker'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        p.onClose();
      }}
      onPointerDown={(event) => {
        // The backdrop is part of the dialog; its content is not.
        if (event.target !== event.currentTarget) return;
        const box = event.currentTarget.getBoundingClientRect();
        const { clientX: x, clientY: y } = event;
        if (x < box.left || x > box.right || y < box.top || y > box.bottom) p.onClose();
      }}
      // The keys of the page behind are not meant.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={heading}>{p.title}</h2>
      {p.children}
    </dialog>
  );
};
