/** One text for each JSON value, whatever the order of its keys; and a total order of such values. */

/** JSON with sorted keys; entries that are undefined are left out. Equal texts, equal values. */
export function canon(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canon(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canon(item)}`).join(',')}}`;
}

/** Negative, zero or positive. Numbers by size, all else by canonical text; zero only for equal values. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number' && a !== b && !Number.isNaN(a - b)) return a - b;
  const [textA, textB] = [
    typeof a === 'number' ? `0${canon(a)}` : canon(a),
    typeof b === 'number' ? `0${canon(b)}` : canon(b),
  ];
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}
