/** What must work in Firefox, in order: each check says what it saw, or throws. Later ones use what earlier ones left. */
import { lineOf } from '../../e2e/harness/digests.ts';
import type { Web } from '../../e2e/harness/server.ts';
import { until } from '../../e2e/harness/worker.ts';
import { inventedRecords } from '../../e2e/pages/invented.ts';
import { sampleRecords } from '../../e2e/pages/sample.ts';
import type { SaveInput } from '../../src/core/library/save-input.ts';
import type { Desk, OwnPage } from './desk.ts';

export interface Check {
  readonly name: string;
  readonly run: (desk: Desk, web: Web) => Promise<string>;
}

const LIST = 'https://arxiv.org/list/cs.LG/new';
const DAILY = 'https://huggingface.co/papers';

/** ms without use after which Firefox ends the event page; 30 s by default, less here so that a check need not wait. */
export const IDLE = 8_000;
/** Digests that keep the engine busy for longer than that, in pieces: those not begun can be cancelled. */
const LONG = { digests: 12, papers: 5_000 } as const;
/** Firefox asks its maker about updates by itself; no host that an extension of ours may reach. */
const MOZILLA = /(^|\.)(mozilla\.(com|org|net)|firefox\.com)$/;

export const checks: readonly Check[] = [
  { name: 'first install opens the welcome page', run: welcomes },
  { name: 'the sample digest is read by the engine', run: readsSample },
  { name: 'the engine answers a search', run: searches },
  { name: 'a save is acknowledged', run: saves },
  { name: 'notes on the arXiv list', run: (desk) => annotates(desk, LIST) },
  { name: 'notes on the Hugging Face daily page', run: (desk) => annotates(desk, DAILY) },
  { name: 'notes under a strict policy of the page', run: obeysPolicy },
  { name: 'notes follow a page that changes without loading', run: followsPage },
  { name: 'the bookmark of a note saves', run: savesInNote },
  { name: 'the card opens', run: opensCard },
  { name: 'the popup lists the papers of its tab', run: listsInPopup },
  { name: 'every own page renders', run: rendersPages },
  { name: 'a snapshot of the library is taken', run: takesSnapshot },
  { name: 'the switch of a site takes notes away and back', run: switches },
  { name: 'a long import outlives the idle time', run: staysAwake },
  { name: 'the idle event page ends, and wakes for a search', run: wakes },
  { name: 'an update of the extension under an open page', run: survivesUpdate },
  { name: 'requests made by the extension', run: asksNobody },
];

async function welcomes({ firefox }: Desk): Promise<string> {
  const open = `return [...gBrowser.tabs].some((tab) => tab.linkedBrowser.currentURI.spec.endsWith('/src/ui/welcome/index.html'));`;
  await until(() => firefox.inBrowser<boolean>(open), 'the welcome page');
  return 'open';
}

async function readsSample(desk: Desk): Promise<string> {
  const { job } = await desk.call('digest.sample', { request: crypto.randomUUID() });
  return `${await jobDone(desk, job)} papers`;
}

async function searches(desk: Desk): Promise<string> {
  const { hits, searched } = await desk.call('search.find', { text: 'reinforcement learning', limit: 20 });
  must(hits.length > 0, 'no hit');
  return `${hits.length} hits in ${searched} papers`;
}

async function saves(desk: Desk): Promise<string> {
  const papers = sampleRecords()
    .slice(2, 3)
    // our own records hold canonical arXiv ids
    .map(({ id, title, authors }) => ({ ids: [`arxiv:${id}`], title, authors }) as unknown as SaveInput);
  const { created, saved } = await desk.call('library.save', { request: crypto.randomUUID(), papers });
  must(created === 1 && saved.length === 1, `${created} created, ${saved.length} saved`);
  const { state, count } = await desk.call('library.health', {});
  must(state === 'good' && count === 1, `library: ${state}, ${count} papers`);
  return `1 paper, library ${state}`;
}

async function annotates(desk: Desk, url: string): Promise<string> {
  await desk.firefox.open(url);
  await until(async () => (await desk.notes()).some(({ tags }) => tags > 0), `notes with tags on ${url}`);
  const notes = await desk.notes();
  must(
    notes.every(({ height, sheets }) => height > 0 && sheets > 0),
    `a note is not drawn or not dressed: ${JSON.stringify(notes)}`,
  );
  must(
    notes.some(({ status }) => status !== null),
    'the saved paper is not marked',
  );
  return `${notes.length} notes, ${notes.reduce((n, { tags }) => n + tags, 0)} tags`;
}

async function obeysPolicy(desk: Desk): Promise<string> {
  const seen = await annotates(desk, `${LIST}?csp=strict`);
  const broken = await desk.firefox.inspect<readonly string[]>('return [...window.wrappedJSObject.__violations];');
  must(broken.length === 0, broken.join(', '));
  return `${seen}, no violation`;
}

async function followsPage(desk: Desk): Promise<string> {
  await annotates(desk, DAILY);
  const before = (await desk.notes()).map(({ paper }) => paper).join();
  const press = `[...document.querySelectorAll('a, button')].find((e) => e.textContent.trim() === 'Previous day').click();`;
  await desk.firefox.evaluate(press);
  const changed = async (): Promise<boolean> => {
    const now = await desk.notes();
    return now.length > 0 && now.map(({ paper }) => paper).join() !== before && now.some(({ tags }) => tags > 0);
  };
  await until(changed, 'the notes of the previous day');
  return `${(await desk.notes()).length} other notes`;
}

async function savesInNote(desk: Desk): Promise<string> {
  await annotates(desk, LIST);
  must((await desk.notes())[0]?.status === null, 'the first paper is saved already');
  await desk.press(0, '.save');
  await until(async () => (await desk.notes())[0]?.status === 'saved', 'the note to say that it is saved');
  return (await desk.notes())[0]?.paper ?? '';
}

async function opensCard(desk: Desk): Promise<string> {
  await desk.press(1, '.mark');
  await until(() => desk.shows(1, '.card'), 'the card');
  return `${(await desk.notes())[1]?.sheets} style sheets`;
}

async function listsInPopup(desk: Desk): Promise<string> {
  await annotates(desk, LIST);
  await desk.own('options');
  const [tab] = await desk.firefox.evaluate<readonly number[]>(
    'return (await browser.tabs.query({ url: args[0] })).map(({ id }) => id).slice(-1);',
    `${LIST}*`,
  );
  await desk.own('popup', `?tab=${tab}`);
  const rows = (): Promise<number> => desk.firefox.evaluate(`return document.querySelectorAll('li .bm').length;`);
  await until(async () => (await rows()) > 0, 'rows in the popup');
  return `${await rows()} rows`;
}

async function rendersPages(desk: Desk): Promise<string> {
  const pages: readonly OwnPage[] = ['popup', 'add', 'options', 'welcome', 'restore'];
  for (const page of pages) {
    await desk.own(page);
    const heading = `return document.querySelector('h1, h2')?.getBoundingClientRect().height > 0;`;
    await until(() => desk.firefox.evaluate<boolean>(heading), `the page ${page}`);
  }
  return pages.join(', ');
}

async function takesSnapshot(desk: Desk): Promise<string> {
  const { name } = await desk.call('library.snapshot', { request: crypto.randomUUID() });
  const { snapshots } = await desk.call('library.health', {});
  const taken = snapshots.find((one) => one.name === name);
  must(taken?.good === true, `${name} is not among the good ones`);
  return `${taken?.count} papers, ${taken?.bytes} bytes`;
}

async function switches(desk: Desk): Promise<string> {
  const tab = await desk.firefox.open(LIST);
  const count = async (): Promise<number> => {
    await desk.firefox.show(tab);
    return (await desk.notes()).length;
  };
  await until(async () => (await count()) > 0, 'notes');
  await desk.call('sites.set', { site: 'arxiv', on: false });
  await until(async () => (await count()) === 0, 'the notes to go');
  await desk.call('sites.set', { site: 'arxiv', on: true });
  await until(async () => (await count()) > 0, 'the notes to come back');
  return `${await count()} notes`;
}

async function staysAwake(desk: Desk): Promise<string> {
  const jobs: number[] = [];
  for (let n = 1; n <= LONG.digests; n += 1) {
    const text = inventedRecords(LONG.papers, n).map(lineOf).join('\n');
    jobs.push((await desk.call('digest.add', { request: crypto.randomUUID(), name: `Long ${n}`, text })).job);
  }
  const asked = Date.now();
  while (Date.now() - asked < 1.5 * IDLE) {
    const state = await desk.background();
    must(state === 'running', `the event page is ${state} ${Date.now() - asked} ms after the last call`);
    await new Promise((done) => setTimeout(done, 500));
  }
  const last = await desk.job(jobs.at(-1) ?? 0);
  must(last.state !== 'done', 'the engine is through already, which shows nothing: give it more papers');
  const read = await Promise.all(jobs.map((job) => desk.job(job)));
  for (const job of jobs) await desk.call('digest.cancel', { job });
  const papers = read.reduce((sum, { done }) => sum + done, 0);
  return `still at work after ${(1.5 * IDLE) / 1000} s, idle time ${IDLE / 1000} s, ${papers} papers read`;
}

async function wakes(desk: Desk): Promise<string> {
  await until(async () => (await desk.background()) === 'stopped', 'the event page to end', 60_000);
  const start = Date.now();
  await searches(desk);
  return `answered ${Date.now() - start} ms after it had ended`;
}

async function survivesUpdate(desk: Desk): Promise<string> {
  const tab = await desk.firefox.open(`${LIST}?update`);
  await until(async () => (await desk.notes()).length > 0, 'notes');
  await desk.firefox.evaluate(
    `for (const host of document.querySelectorAll('scholion-note')) host.className = 'before';`,
  );
  await desk.reload();
  await desk.firefox.show(tab);
  await until(async () => (await desk.background()) === 'running', 'the extension to start again');
  const left = `return document.querySelectorAll('scholion-note.before').length;`;
  await until(async () => (await desk.firefox.evaluate(left)) === 0, 'the old notes to go');
  await until(async () => (await desk.notes()).some(({ tags }) => tags > 0), 'the notes of the new script');
  const papers = (await desk.notes()).map(({ paper }) => paper);
  must(new Set(papers).size === papers.length, `papers with two notes: ${papers.join()}`);
  await desk.press(1, '.save');
  await until(async () => (await desk.notes())[1]?.status === 'saved', 'the new script to save');
  return `${papers.length} notes, one per paper; a save works`;
}

async function asksNobody(_desk: Desk, web: Web): Promise<string> {
  const own = web.unexpected().filter(({ host }) => !MOZILLA.test(host));
  must(own.length === 0, JSON.stringify(own.slice(0, 5)));
  return `0 of ${web.requests.length} that reached the server`;
}

/** Waits for the end of a job. @returns how many papers it read */
async function jobDone(desk: Desk, job: number): Promise<number> {
  let last = await desk.job(job);
  const over = async (): Promise<boolean> => {
    last = await desk.job(job);
    return last.state !== 'waiting' && last.state !== 'running';
  };
  await until(over, `job ${job} to end`);
  must(last.state === 'done', `the job is ${last.state}`);
  return last.done;
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
