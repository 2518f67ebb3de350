/** The shortest proof that the parts are joined: a digest in, notes out, a save that stays, a worker that may die. */
import { addSample, openDesk } from './harness/digests.ts';
import { expect, test } from './harness/extension.ts';
import { notedPapers, noteOf } from './harness/notes.ts';

test('the sample digest goes in, and arXiv and Hugging Face come out annotated', async ({ ext }) => {
  const desk = await openDesk(ext.context, ext.id);
  const job = await addSample(desk);
  expect(job.done).toBe(40);
  for (const url of ['https://arxiv.org/list/cs.LG/new', 'https://huggingface.co/papers']) {
    const page = await ext.open(url);
    const paper = `arxiv:${ext.web.papers[0]?.id}`;
    await expect(noteOf(page, paper).host).toBeAttached();
    await expect.poll(() => noteOf(page, paper).tags()).not.toEqual([]);
    // Hydration wipes notes once; they come back.
    await expect.poll(async () => (await notedPapers(page))[0]).toBe(paper);
    expect(await page.evaluate('window.__errors')).toEqual([]);
    await page.close();
  }
});

test('a paper saved from its note is saved after a reload and after a restart of the browser', async ({ ext }) => {
  const paper = `arxiv:${ext.web.papers[1]?.id}`;
  const url = 'https://arxiv.org/list/cs.LG/new';
  const page = await ext.open(url);
  await noteOf(page, paper).save.click();
  await expect(noteOf(page, paper).save).toHaveAttribute('data-status', 'saved');
  await page.reload();
  await expect(noteOf(page, paper).save).toHaveAttribute('data-status', 'saved');
  await ext.relaunch();
  const again = await ext.open(url);
  await expect(noteOf(again, paper).save).toHaveAttribute('data-status', 'saved');
});

test('the service worker is really restarted when it is killed', async ({ ext }) => {
  const desk = await openDesk(ext.context, ext.id);
  await ext.worker.kill();
  expect(await ext.worker.running()).toBe(false);
  await addSample(desk);
  await ext.worker.assertRestarted();
});

test('the toolbar button opens the popup, which speaks of the tab', async ({ ext }) => {
  const page = await ext.open('https://arxiv.org/list/cs.LG/new');
  const title = ext.web.papers[0]?.title ?? '';
  await expect(page.locator('scholion-note').first()).toBeAttached();
  const popup = await ext.openRealPopup(page);
  await popup.shows(title.slice(0, 30));
  await popup.close();
});

test('a whole visit makes no request of ours', async ({ ext }) => {
  await addSample(await openDesk(ext.context, ext.id));
  for (const url of ['https://arxiv.org/list/cs.LG/new', 'https://huggingface.co/papers']) {
    const page = await ext.open(url);
    await expect(page.locator('scholion-note').first()).toBeAttached();
  }
  expect(ext.web.unexpected()).toEqual([]);
});
