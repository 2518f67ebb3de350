import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';

/** Draws a view into the document and gives its root; the next call replaces it. */
export function show(view: ComponentChild): HTMLElement {
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('main'));
  void act(() => render(view, root));
  return root;
}

/** Runs what a person does and lets the view settle. */
export const settle = (deed: () => unknown): Promise<void> =>
  act(async () => {
    await deed();
  });

/** A key as the keyboard sends it, from the element that has focus. */
export const press = (key: string, more: KeyboardEventInit = {}): Promise<void> =>
  settle(() =>
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    ),
  );

/** The button or link with these words. @throws where there is none */
export function named(root: ParentNode, words: string): HTMLElement {
  const all = [...root.querySelectorAll<HTMLElement>('button, a, [role="switch"], input, textarea')];
  const found = all.find((e) => (e.getAttribute('aria-label') ?? e.textContent ?? '').trim() === words);
  if (!found) throw new Error(`nothing is called “${words}”; there are: ${all.map((e) => e.textContent).join(' | ')}`);
  return found;
}
