/** FAULTS C16: the release, on a page that looks for us by every way a script has. */
import { LIST } from './harness/annotated.ts';
import { addSample, openDesk, savePapers } from './harness/digests.ts';
import { expect, test } from './harness/extension.ts';

test.describe('the release', () => {
  test.use({ build: 'dist' });
  test('C16: a page that probes addresses, hosts and patched calls finds neither us nor what is saved', async ({
    ext,
  }) => {
    const desk = await openDesk(ext.context, ext.id);
    await addSample(desk);
    const [first, second] = ext.web.papers;
    if (!first || !second) throw new Error('no sample');
    await savePapers(desk, [first], 'aside');
    await savePapers(desk, [{ ...second, id: '2511.09999', title: 'N0TE-canary of a saved paper' }]);
    const page = await ext.context.newPage();
    await page.addInitScript(() => {
      const seen: string[] = [];
      const roots: ShadowRoot[] = [];
      const tell = (value: unknown): string =>
        value instanceof Element
          ? value.outerHTML
          : value instanceof Node
            ? `${value.nodeName} ${value.textContent}`
            : '';
      const grab = (owner: object, name: string): void => {
        const old = Reflect.get(owner, name) as (...a: unknown[]) => unknown; // a method of the platform
        Reflect.set(owner, name, function (this: unknown, ...a: unknown[]) {
          const value = old.apply(this, a);
          seen.push(`${name} ${tell(this)} ${a.map(tell)}`);
          if (value instanceof ShadowRoot) roots.push(value);
          return value;
        });
      };
      for (const name of ['attachShadow', 'append', 'after', 'before', 'replaceChildren', 'setAttribute'])
        grab(Element.prototype, name);
      for (const name of ['appendChild', 'insertBefore']) grab(Node.prototype, name);
      const added: string[] = [];
      const watch = new MutationObserver((records) => {
        for (const { addedNodes, target } of records) added.push(tell(target), ...[...addedNodes].map(tell));
      });
      watch.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
      const Observer = MutationObserver;
      const made: unknown[] = [];
      globalThis.MutationObserver = class extends Observer {
        constructor(hear: MutationCallback) {
          super(hear);
          made.push(hear);
        }
      };
      Object.assign(globalThis, { __probe: { seen, roots, added, made } });
    });
    await page.goto(LIST);
    const hosts = page.locator('scholion-note');
    await expect(hosts.first()).toBeAttached();
    await page.waitForTimeout(2_500); // look-ups and hints have come
    await page.mouse.move(300, 300);
    const found = await page.evaluate(async (id) => {
      type Probe = { seen: string[]; roots: ShadowRoot[]; added: string[]; made: unknown[] };
      const { __probe } = globalThis as unknown as { __probe: Probe }; // set by the script above
      const all = [...document.querySelectorAll('scholion-note')];
      const text = [
        document.documentElement.outerHTML,
        document.body.innerText,
        ...__probe.added,
        ...all.map((h) => h.textContent),
      ];
      const names = ['popup', 'add', 'options', 'welcome', 'restore'].flatMap((n) => [
        `src/ui/${n}/index.html`,
        `src/ui/${n}/main.tsx`,
      ]);
      names.push(
        'manifest.json',
        'icon-16.png',
        'icon-128.png',
        'sample-digest.jsonl',
        '_locales/en/messages.json',
        '',
      );
      names.push('src/content/content-script.js', 'src/content/card-script.js', 'service-worker-loader.js', 'assets/');
      const urls = names.map((name) => `chrome-extension://${id}/${name}`);
      const load = (tag: 'img' | 'script' | 'link', url: string) =>
        new Promise<string | undefined>((done) => {
          const e = document.createElement(tag);
          e.setAttribute(tag === 'link' ? 'href' : 'src', url);
          if (tag === 'link') e.setAttribute('rel', 'stylesheet');
          e.addEventListener('load', () => done(url));
          e.addEventListener('error', () => done(undefined));
          document.head.append(e);
        });
      const fetched = urls.map((url) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => url,
          () => undefined,
        ),
      );
      const loaded = urls.flatMap((url) => (['img', 'script', 'link'] as const).map((tag) => load(tag, url)));
      const reached = (await Promise.all([...fetched, ...loaded])).filter(Boolean);
      for (const e of document.head.querySelectorAll(`[src*="${id}"], [href*="${id}"]`)) e.remove();
      const own = __probe.seen.filter((call) => !call.includes(`chrome-extension://${id}`)).join();
      getSelection()?.selectAllChildren(document.body);
      return {
        probed: urls.length,
        reached,
        hosts: new Set(all.map((h) => h.outerHTML.replace(/data-paper="arxiv:[^"]*"/, 'ID'))).size,
        html: all[0]?.outerHTML.replace(/"arxiv:[^"]*"/, 'ID'),
        attributes: [...new Set(all.flatMap((h) => h.getAttributeNames()))],
        roots: __probe.roots.length + all.filter((h) => h.shadowRoot).length,
        made: __probe.made.length,
        words: ['N0TE', 'Set aside', 'aside', 'which you saved', id].filter((w) =>
          [...text, own, String(getSelection())].join().includes(w),
        ),
        calls: own.includes('scholion'),
        resources: performance
          .getEntriesByType('resource')
          .filter((e) => e.name.includes('extension:') && !urls.includes(e.name)).length,
        heights: [...new Set(all.map((h) => h.getBoundingClientRect().height))],
      };
    }, ext.id);
    expect(found).toEqual({
      probed: 20,
      reached: [],
      hosts: 1,
      html: '<scholion-note data-paper=ID></scholion-note>',
      attributes: ['data-paper'],
      roots: 0,
      made: 0,
      words: [],
      calls: false,
      resources: 0,
      heights: [24],
    });
  });
});
