/**
 * `npm run real-zotero [-- --write] [-- --base http://127.0.0.1:23119]`: the extension's own client against the Zotero that runs on this
 * machine. Says what it found and would send; with `--write` sends one test paper with a note, again, without its record, and changed,
 * and says whether Zotero did as the stand-in in `e2e/harness/zotero-server.ts` does. Exit 1 where it did not. Deletes nothing.
 */
import { parseArgs } from 'node:util';
import { workOfDraft } from '../src/core/citations/draft.ts';
import { toZotero } from '../src/core/citations/to-zotero.ts';
import { type LogEntry, requestLog } from '../src/network/log.ts';
import { ZOTERO_BASE, type Zotero } from '../src/network/zotero/ask.ts';
import type { KeyRing } from '../src/network/zotero/authorize.ts';
import { selectedTarget } from '../src/network/zotero/connector.ts';
import { probeZotero, type ZoteroFound } from '../src/network/zotero/probe.ts';
import type { ItemResult, Sent, ToSend } from '../src/network/zotero/records.ts';
import { sendToZotero } from '../src/network/zotero/send.ts';

type Print = (line: string) => void;

/** @returns what was not as expected, in sentences */
export async function checkZotero(base: string, write: boolean, print: Print): Promise<readonly string[]> {
  const entries: LogEntry[] = [];
  const zotero = zoteroAt(base, entries);
  const found = await probeZotero(zotero);
  print(`On ${base}: ${found.kind}${found.version === undefined ? '' : `, Zotero ${found.version}`}.`);
  print(HINTS[found.kind]);
  if (found.version === undefined) return ['No Zotero was found.'];
  const target = await selectedTarget(zotero);
  print('name' in target ? `Selected in its window: ${target.name} (${target.target}).` : `No target: ${target.why}.`);
  const paper = paperOf('A test of Scholion, which may be deleted', `real-zotero-${Date.now()}`);
  print(`${write ? 'Sent is' : 'Would be sent'}:\n${JSON.stringify(paper.work, null, 2)}`);
  const faults = write ? await writeAll(zotero, found, paper, print) : [];
  const words = entries.map(({ purpose, outcome, bytes }) => `  ${purpose}: ${outcome}, ${bytes} bytes`);
  print(`Requests made:\n${words.join('\n')}`);
  return faults;
}

const HINTS: Readonly<Record<ZoteroFound['kind'], string>> = {
  'local-api': 'It takes writes: its dialog will ask. Choose "Always Allow", or it asks for every step.',
  off: 'Settings → Advanced → "Allow other applications on this computer to communicate with Zotero" is off; the connector is used.',
  connector: 'It takes papers through the connector alone.',
  jabref: 'JabRef has the port.',
  absent: 'Zotero is not running there.',
  'not-allowed': 'Requests are not allowed.',
};

/** Each step: what is sent, with which records, and what should become of it. */
async function writeAll(zotero: Zotero, found: ZoteroFound, paper: ToSend, print: Print): Promise<readonly string[]> {
  const isLocal = found.kind === 'local-api';
  const keys = ring();
  const faults: string[] = [];
  let sent: readonly Sent[] = [];
  const step = async (what: string, expected: ItemResult['outcome'], item: ToSend): Promise<void> => {
    const results: ItemResult[] = [];
    const end = await sendToZotero({
      zotero,
      found,
      keys,
      items: [item],
      // the same paper under its own title is no twin
      twins: false,
      wait: (ms) => new Promise((done) => setTimeout(done, ms)),
      onBatch: async (batch) => void results.push(...batch),
    });
    const [result] = results;
    if (result !== undefined && result.outcome !== 'failed') sent = [result.sent];
    const outcome = result?.outcome ?? end.stopped?.why;
    const good = outcome === expected;
    print(`${good ? 'as expected' : 'NOT AS EXPECTED'}: ${what}: ${JSON.stringify(result ?? end)}`);
    if (!good) faults.push(`${what}: ${outcome}, expected ${expected}`);
  };
  await step('a paper with a note', 'created', paper);
  await step('the same again', 'already', { ...paper, sent });
  if (isLocal) {
    await step('the same without its record', 'already', paper);
    const changed = paperOf('A changed test of Scholion, which may be deleted', paper.key);
    await step('changed', 'updated', { ...changed, sent });
    await step('changed, the same again', 'already', { ...changed, sent });
  }
  print('The test paper stays in Zotero until you delete it there.');
  return faults;
}

function paperOf(title: string, key: string): ToSend {
  const made = workOfDraft({
    title,
    kind: 'report',
    authors: ['Ada Lovelace', '{Scholion}'],
    year: 2026,
    publisher: 'Scholion',
    abstract: 'One paper that tests sending.',
    tags: ['scholion-test'],
    note: `A note to *${title}*.\n\nSecond paragraph.`,
  });
  if (made === undefined) throw new Error('it has a title');
  return { key, work: toZotero(made.work), sent: [] };
}

const zoteroAt = (base: string, entries: LogEntry[]): Zotero => ({
  base,
  deps: {
    // as from the extension, so that what Zotero asks of browsers is tried too
    fetch: (url, init) =>
      fetch(url, { ...init, headers: { ...init?.headers, 'User-Agent': 'Mozilla/5.0 (Scholion test)' } }),
    isAllowed: async () => true,
    log: requestLog(
      {
        read: async () => entries,
        write: async (rows) => void entries.splice(0, entries.length, ...rows),
      },
      (error) => {
        throw error;
      },
    ),
    now: Date.now,
  },
});

/** For this run alone: the key is written nowhere. */
function ring(): KeyRing {
  const keys = new Map<string, string>();
  return {
    get: async (id) => keys.get(id),
    keep: async (id, key) => void keys.set(id, key),
    forget: async (id) => void keys.delete(id),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { write: { type: 'boolean' }, base: { type: 'string' } } });
  const faults = await checkZotero(values.base ?? ZOTERO_BASE, values.write === true, (line) => console.log(line));
  for (const fault of faults) console.error(fault);
  process.exit(faults.length === 0 ? 0 : 1);
}
