/**
 * Schema steps of `scholion-papers`. Append only: a released step is frozen, a new one is added below it and tested from every
 * older version (STYLE.md 12).
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
      digests: '++id, key, state',
      entries: 'id, digest, pid',
      papers: 'pid',
      aliases: 'alias',
      merged: 'pid, into',
      abstracts: 'pid',
      lines: 'chunk',
      prints: 'segment',
      jobs: '++id, request, state',
      caches: 'key',
      meta: 'key',
    },
  },
];

export const SCHEMA_VERSION = Math.max(...SCHEMA.map((step) => step.version));
