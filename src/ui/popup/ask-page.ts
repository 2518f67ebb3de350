import type { Out, Reply } from '../../messaging/calls.ts';
import { callTab } from '../../messaging/client.ts';
import { tabs } from '../../platform/browser.ts';

/** Between two questions to a page, in ms. */
const PAUSE = 250;
/** A page that is complete is asked this often where it is silent, and this often where it finds nothing: it may just be reading. */
const SILENT = 4;
const EMPTY = 2;
/** A page that loads for longer than this, in ms, is treated as complete. */
const LOADING = 30_000;

/** The papers of a tab's page. Its script starts when the page is ready: until then it is asked again. */
export async function askPage(tab: number): Promise<Reply<Out<'page.papers'>>> {
  const end = Date.now() + LOADING;
  let silent = 0;
  let empty = 0;
  for (;;) {
    const page = await callTab(tab, 'page.papers', {});
    if (page.ok && page.value.papers.length > 0) return page;
    const loads = (await tabs.get(tab)).status === 'loading' && Date.now() < end;
    if (!loads && page.ok) empty += 1;
    if (!loads && !page.ok) silent += 1;
    if (silent >= SILENT || empty >= EMPTY) return page;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}
