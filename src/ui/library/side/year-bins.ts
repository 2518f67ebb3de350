/** Bars of the year histogram: one for each year, and one for all that is older where the years reach far back. */

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** More bars would be too thin to press. */
export const MOST_BINS = 16;

/** @param years with their counts, in any order */
export function binsOf(years: readonly (readonly [year: number, count: number])[]): readonly Bin[] {
  const known = years.filter(([year, count]) => year > 0 && count > 0);
  if (known.length === 0) return [];
  const first = Math.min(...known.map(([year]) => year));
  const last = Math.max(...known.map(([year]) => year));
  const cut = Math.max(first, last - MOST_BINS + 1 + (last - first >= MOST_BINS ? 1 : 0));
  const bins: Bin[] = [];
  const sum = (from: number, to: number): number =>
    known.reduce((all, [year, count]) => (year >= from && year <= to ? all + count : all), 0);
  if (cut > first) bins.push({ from: first, to: cut - 1, count: sum(first, cut - 1) });
  for (let year = cut; year <= last; year += 1) bins.push({ from: year, to: year, count: sum(year, year) });
  return bins;
}
