/**
 * What the real pages' framework does that matters to an overlay, in our own few lines. Hydration claims the nodes that came
 * from the server and removes every other node it finds between them. Buttons then replace the content without a page
 * load, while `data-props` keeps what the server sent (SITES.md 3).
 */
export const hfScript = (hydrateAfter: number): string => `
(() => {
  const islands = () => document.querySelectorAll('.SVELTE_HYDRATER');
  const known = new WeakSet();
  for (const island of islands()) for (const node of island.querySelectorAll('*')) known.add(node);
  window.__removed = 0;
  const hydrate = () => {
    for (const island of islands())
      for (const node of island.querySelectorAll('*')) if (!known.has(node)) { node.remove(); window.__removed += 1; }
    document.documentElement.dataset.hydrated = '1';
  };
  if (${hydrateAfter} >= 0) addEventListener('load', () => setTimeout(hydrate, ${hydrateAfter}));
  const show = async (path) => {
    const answer = await fetch(path, { headers: { 'x-island': '1' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const from = page.querySelector('[data-target=DailyPapers]'), to = document.querySelector('[data-target=DailyPapers]');
    to.replaceChildren(...from.childNodes);
  };
  document.addEventListener('click', (e) => {
    const button = e.target.closest && e.target.closest('button[data-go]');
    if (!button) return;
    history.pushState({}, '', button.dataset.go);
    show(button.dataset.go);
  });
  addEventListener('popstate', () => show(location.pathname + location.search));
})();`;
