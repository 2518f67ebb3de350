/**
 * Keeps the focus from getting lost: where what has it is taken away (a chip that was removed, a bar that closed with its press, a list
 * that became empty), the browser puts it nowhere, and the next Tab begins at the top of the page. Then it goes to what is nearest.
 */

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
/** Where a page is worked in, which comes before whatever else is there: the list, the way on where it is empty, the page's own part. */
const HOMES = ['[role="grid"]', 'main .mid', 'main'] as const;

/** Watches a page for as long as it is open. */
export function keepFocus(doc: Document): void {
  /** What had the focus last, and all that it stood in. */
  let path: readonly Element[] = [];
  const isLost = (): boolean => path[0]?.isConnected === false && doc.activeElement === doc.body;

  const remember = ({ target }: Event): void => {
    path = target instanceof Element ? [target, ...ancestors(target)] : [];
  };
  doc.addEventListener('focusin', remember, true);
  const observer = new MutationObserver(() => {
    if (!isLost()) return;
    // Whoever took it away may know better where it goes: two frames for that.
    requestAnimationFrame(() => requestAnimationFrame(() => isLost() && bringBack()));
  });
  observer.observe(doc.body, { childList: true, subtree: true });

  const bringBack = (): void => {
    for (const around of path) {
      if (!around.isConnected) continue;
      const found = firstIn(around);
      if (!found) continue;
      found.focus({ preventScroll: true });
      return;
    }
  };
}

/** From the nearest to the body. */
function ancestors(element: Element): readonly Element[] {
  const { parentElement } = element;
  return parentElement === null ? [] : [parentElement, ...ancestors(parentElement)];
}

/** The first thing to use in a part of the page. */
function firstIn(part: Element): HTMLElement | undefined {
  const homes = HOMES.flatMap((home) => [...part.querySelectorAll(home)]);
  return [...homes, part].map(usableIn).find((found) => found !== undefined);
}

const usableIn = (part: Element): HTMLElement | undefined =>
  [part, ...part.querySelectorAll(FOCUSABLE)].find(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      element.matches(FOCUSABLE) &&
      element.tabIndex >= 0 &&
      // A toast goes by itself, and would take the focus with it.
      !element.matches(':disabled, [inert] *, .toast *') &&
      element.checkVisibility(),
  );
