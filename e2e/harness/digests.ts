/** Adds digests to the running extension from outside, as an extension page would, and waits for the engine. */
import type { BrowserContext, Page } from 'playwright';
import type { CallName, In, Out, Party, Reply } from '../../src/messaging/calls.ts';
import type { PageRecord } from '../pages/record.ts';
import { until } from './worker.ts';

/**
 * A tab of the extension's interface that runs no code of ours, hence holds no database open: a place to send calls from and to read the
 * databases. A page of the interface, whose scripts are not run while it loads.
 */
export async function openDesk(context: BrowserContext, extensionId: string): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(`chrome-extension://${extensionId}/src/ui/add/index.html`);
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  await session.detach();
  return page;
}

/** One call as an extension page makes it. @throws where it is refused or fails: for set-up, which must work */
export async function callFrom<N extends CallName>(
  desk: Page,
  call: N,
  body: In<N>,
  to: Party = 'background',
): Promise<Out<N>> {
  const reply = (await desk.evaluate((m) => chrome.runtime.sendMessage(m), { scholion: 1, to, call, body })) as Reply<
    Out<N>
  >; // the protocol's reply
  if (!reply?.ok) throw new Error(`${call}: ${reply ? `${reply.error} ${reply.detail ?? ''}` : 'no answer'}`);
  return reply.value;
}

/** A record in the public JSON Lines shape. */
export const lineOf = (r: PageRecord): string =>
  JSON.stringify({
    title: r.title,
    abstract: r.abstract,
    ids: [`arxiv:${r.id}`],
    authors: r.authors,
    date: r.date,
    comments: r.comments,
    links: r.github ? [{ url: r.github, kind: 'code', status: 'released' }] : [],
    tags: [],
  });

/** State of a job, read from the database as it is. The job exists, hence so does the database: opening makes nothing. */
const STATE = `(id) => new Promise((done, fail) => {
  const open = indexedDB.open('scholion-papers');
  open.onerror = () => fail(open.error);
  open.onsuccess = () => {
    const read = open.result.transaction('jobs').objectStore('jobs').get(id);
    read.onsuccess = () => { open.result.close(); done(read.result && { state: read.result.state, done: read.result.done, detail: read.result.detail }); };
    read.onerror = () => { open.result.close(); fail(read.error); };
  };
})`;

export interface JobState {
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly detail?: string;
}

export const jobState = (desk: Page, job: number): Promise<JobState | undefined> => desk.evaluate(`(${STATE})(${job})`);

/** Waits until a job ended. @throws where it ended badly or took longer than `ms` */
export async function jobDone(desk: Page, job: number, ms = 60_000): Promise<JobState> {
  let last: JobState | undefined;
  await until(
    async () => {
      last = await jobState(desk, job);
      return last !== undefined && last.state !== 'waiting' && last.state !== 'running';
    },
    `job ${job} to end`,
    ms,
  );
  if (last?.state !== 'done') throw new Error(`job ${job} ended as ${last?.state}: ${last?.detail ?? ''}`);
  return last;
}

/** Adds a digest of these papers and waits until the engine is done. */
export async function addDigest(
  desk: Page,
  records: readonly PageRecord[],
  name = 'A digest',
  ms = 60_000,
): Promise<JobState> {
  const text = records.map(lineOf).join('\n');
  const { job } = await callFrom(desk, 'digest.add', { request: crypto.randomUUID(), name, text });
  return jobDone(desk, job, ms);
}

/** Loads the sample digest that ships with the extension. */
export async function addSample(desk: Page): Promise<JobState> {
  const { job } = await callFrom(desk, 'digest.sample', { request: crypto.randomUUID() });
  return jobDone(desk, job);
}

/** Saves papers to the library, to read unless said otherwise. */
export const savePapers = (
  desk: Page,
  records: readonly PageRecord[],
  status: In<'library.save'>['status'] = 'to-read',
): Promise<Out<'library.save'>> =>
  callFrom(desk, 'library.save', {
    request: crypto.randomUUID(),
    status,
    papers: records.map((r) => ({
      // Our own records hold canonical arXiv ids.
      ids: [`arxiv:${r.id}`] as unknown as In<'library.save'>['papers'][number]['ids'],
      title: r.title,
      authors: r.authors,
      abstract: r.abstract,
    })),
  });
