/**
 * Work that brings something up to date. A call while it runs gets a further round, which those that come meanwhile share: what was true
 * when it was called is then seen for sure.
 */
export function rounds(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    const mine = work().finally(() => {
      if (running === mine) running = undefined;
    });
    running = mine;
    return mine;
  };
  return () => {
    if (running === undefined) return run();
    next ??= running
      .catch(() => undefined) // whoever asked for that round hears of it
      .then(() => {
        next = undefined;
        return run();
      });
    return next;
  };
}
