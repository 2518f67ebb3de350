/** Typed reading of untrusted JSON: a field of another type is absent, never an exception, never a guess. */

export type JsonRecord = { readonly [key: string]: unknown };

export function asRecord(value: unknown): JsonRecord | undefined {
  // `as`: a non-array object of JSON.parse has only string keys with unknown values
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : undefined;
}

/** Own fields only, so that "constructor" and the like are never found on the prototype. */
export function field(record: JsonRecord | undefined, name: string): unknown {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

export function textField(record: JsonRecord | undefined, name: string): string | undefined {
  const value = field(record, name);
  return typeof value === 'string' ? value : undefined;
}

/** A whole number from 0 to 10 million; everything else is absent. */
export function countField(record: JsonRecord | undefined, name: string): number | undefined {
  return count(field(record, name));
}

export function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10_000_000 ? value : undefined;
}

export function listField(record: JsonRecord | undefined, name: string): readonly unknown[] | undefined {
  const value = field(record, name);
  return Array.isArray(value) ? value : undefined;
}

/** The strings of a list; other members are left out. */
export function textList(record: JsonRecord | undefined, name: string, most: number): readonly string[] | undefined {
  return listField(record, name)
    ?.filter((item): item is string => typeof item === 'string')
    .slice(0, most);
}
