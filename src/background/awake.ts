/** A small part of those 30 s: a busy machine is late. Ms. */
const EVERY = 5_000;

/**
 * Firefox ends an event page in which nothing happened for 30 s, and its workers with it: a long import would stand still until the next
 * alarm. What a worker does counts for nothing there, a call to the browser does.
 * @param isBusy is there work that must go on?
 * @param touch any call to the browser
 * @returns ends it
 */
export function stayAwake(isBusy: () => boolean, touch: () => Promise<unknown>): () => void {
  const timer = setInterval(() => {
    if (isBusy()) void touch().catch(() => undefined); // a page that ends now needs no answer
  }, EVERY);
  return () => clearInterval(timer);
}
