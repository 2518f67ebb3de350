/** Libraries of every older version: opened, their rows made anew, nothing lost, and their undos still good. */
import { describe, expect, test } from 'vitest';
import { refreshRows, rowsAreOld } from './commands/refresh-rows.ts';
import { save } from './commands/save.ts';
import { undo } from './commands/undo.ts';
import { consistent } from './consistent.testing.ts';
import { withFaults } from './faulty.testing.ts';
import { memory, moment, openMemory, request } from './library.testing.ts';
import { olderLibrary, olderTables } from './older.testing.ts';
import { firstRows } from './queries/first-rows.ts';
import { savedMarks } from './queries/marks.ts';
import { paperDetails } from './queries/paper-details.ts';
import { ROWS_VERSION } from './row-of.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

const OLD = SCHEMA.map(({ version }) => version).filter((version) => version < SCHEMA_VERSION);
/** Those whose rows another computation made. */
const withOldRows = (version: number): boolean =>
  olderTables(version)['device']?.find(({ key }) => key === 'rows')?.['value'] !== ROWS_VERSION;

test('steps are in order, and the first is as it was released', () => {
  expect(SCHEMA.map(({ version }) => version)).toEqual(SCHEMA.map((_, i) => i + 1));
  expect(SCHEMA[0]?.stores['papers']).toBe('key, status, changed, [status+changed], *tags');
});

const open = async (version: number) => {
  const store = memory();
  await olderLibrary(version, store);
  return { store, db: await openMemory(store) };
};

describe.each(OLD)('a library of version %i', (version) => {
  test('opens with every state as it was, and gets the rows of this version', async () => {
    const { db } = await open(version);
    expect(await db.states.toArray()).toEqual(olderTables(version)['states']);
    expect(await rowsAreOld(db)).toBe(withOldRows(version));
    await refreshRows(db, moment().now);
    expect(await rowsAreOld(db)).toBe(false);
    await consistent(db);
    const rows = await firstRows(db, 10);
    expect(rows).toHaveLength(5);
    expect([...rows].sort((a, b) => (b.added ?? 0) - (a.added ?? 0))).toEqual(rows);
    const first = await paperDetails(db, 'arxiv:2509.00001');
    expect(first?.row).toMatchObject({ status: 'read', categories: ['cs.LG'], hasCode: true });
    expect(first?.row.topics?.map(({ name }) => name)).toContain('Offline RL');
    expect(first?.history.find(({ field }) => field === 'status')).toMatchObject({ before: 'reading', after: 'read' });
  });

  test('its marks and undos are good, before and after its rows are made anew', async () => {
    for (const refresh of [false, true]) {
      const { db } = await open(version);
      if (refresh) await refreshRows(db, moment().now);
      const [{ ids, title }] = [{ ids: ['arxiv:2509.00001'] as never, title: '' }];
      expect((await savedMarks(db, [{ ids, title }]))[0]?.status).toBe('read');
      await undo(db, { request: request(), undo: 'request-of-version-1-0002' }, moment());
      expect((await savedMarks(db, [{ ids, title }]))[0]?.status).toBe('reading');
      const last = { request: request(), undo: 'request-of-version-1-0005' };
      expect((await undo(db, last, moment())).reply).toEqual({ undone: 2 });
      await refreshRows(db, moment().now);
      expect([await db.papers.count(), await db.trash.count()]).toEqual([3, version === 1 ? 1 : 2]);
      await consistent(db);
    }
  });
});

describe.each(OLD.filter(withOldRows))('the rows of a library of version %i', (version) => {
  test('E12: wherever the making of its rows is cut off, what was saved is there, and the next start ends it', async () => {
    const whole = await open(version);
    await refreshRows(whole.db, moment().now);
    const expected = (await whole.db.papers.toArray()).map(({ changed: _, ...row }) => row);
    const { db: probe } = await open(version);
    const count = await withFaults(probe);
    await refreshRows(probe, moment().now);
    const steps = count.seen();
    expect(steps).toBeGreaterThan(10);
    for (let at = 1; at <= steps; at += 1) {
      const { store, db } = await open(version);
      const faults = await withFaults(db);
      faults.failAt(at, 'AbortError');
      await refreshRows(db, moment().now).catch(() => undefined);
      db.close();
      const again = await openMemory(store);
      expect(await again.papers.count()).toBe(5);
      await save(
        again,
        { request: request(), papers: [{ ids: [], title: 'Written in between, While Rows Are Old' }] },
        moment(),
      );
      await refreshRows(again, moment().now);
      await consistent(again);
      const rows = (await again.papers.toArray()).map(({ changed: _, ...row }) => row);
      expect(rows.filter(({ title }) => !title.startsWith('Written'))).toEqual(expected);
      again.close();
    }
  });
});
