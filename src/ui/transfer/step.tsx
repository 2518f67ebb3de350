import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A step of a dialog. When it comes, the focus does not fall out of the dialog with the button that was pressed. */
export const Step = (p: { readonly children: ComponentChildren }) => {
  const step = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const dialog = step.current?.closest('dialog');
    const at = document.activeElement;
    // Before the dialog is open it looks for its first control itself.
    if (dialog?.open && (at === document.body || at === dialog)) step.current?.focus();
  }, []);
  return (
    <div ref={step} class="step" tabIndex={-1}>
      {p.children}
    </div>
  );
};
