/**
 * Schema steps of `scholion-library`. Append only: a released step is frozen, a new one is added below it and tested from every
 * older version (STYLE.md 12). Nothing that is synced is ever renamed or dropped.
 */
export interface SchemaStep {
  readonly version: number;
  /** Dexie's index notation; a table not named keeps its form. */
  readonly stores: Readonly<Record<string, string>>;
}

export const SCHEMA: readonly SchemaStep[] = [
  {
    version: 1,
    stores: {
      states: '[kind+id]',
      papers: 'key, status, changed, [status+changed], *tags',
      aliases: 'alias, n',
      prints: 'segment',
      requests: 'id, at',
      undo: 'request, at',
      history: '++id, [kind+ref], stamp',
      outbox: '[kind+id], seq',
      targets: 'id',
      revs: '[target+id]',
      seenSegments: '[target+path]',
      settings: 'key',
      device: 'key',
    },
  },
  {
    // Rows of version 2 (row-of.ts) are made by commands/refresh-rows.ts, not here: a large library must open at once.
    version: 2,
    stores: {
      papers: 'key, status, changed, added, [status+changed], *tags',
      trash: 'key, deletedAt',
      jobs: '++id, &request, state',
      jobParts: '[job+n]',
    },
  },
  {
    // Sync. `revs` and `seenSegments` of version 1 were never written: `marks` is in their place, and what was read of a place stands in its cursor.
    version: 3,
    stores: {
      targetStates: 'id',
      memories: 'target',
      marks: '[target+kind+id], [target+why], [target+wire]',
      held: '[target+kind+id]',
      syncLog: '++id, target',
    },
  },
];

export const SCHEMA_VERSION = Math.max(...SCHEMA.map((step) => step.version));

/** Dexie numbers the versions of the browser's database in tens. */
export const NATIVE_VERSION = SCHEMA_VERSION * 10;
