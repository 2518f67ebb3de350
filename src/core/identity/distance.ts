/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment): insertions, deletions, changes and swaps
 * of neighbours. Only cells within `most` of the diagonal are computed (Ukkonen 1985): time is length * most.
 * @returns the distance, or undefined where it is above `most`
 */
export function distanceWithin(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  const far = most + 1;
  const width = b.length + 1;
  let older = new Uint16Array(width).fill(far);
  let above = Uint16Array.from({ length: width }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint16Array(width).fill(far);
    const from = Math.max(0, i - most);
    const to = Math.min(b.length, i + most);
    let best = far;
    for (let j = from; j <= to; j++) {
      let cost = j === 0 ? i : far;
      if (j > 0) {
        const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
        cost = Math.min(at(above, j - 1) + change, at(above, j) + 1, at(row, j - 1) + 1);
        if (
          i > 1 &&
          j > 1 &&
          a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
          a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
        )
          cost = Math.min(cost, at(older, j - 2) + 1);
      }
      row[j] = Math.min(cost, far);
      best = Math.min(best, cost);
    }
    if (best > most) return undefined;
    older = above;
    above = row;
  }
  const distance = at(above, b.length);
  return distance > most ? undefined : distance;
}

const at = (row: Uint16Array, j: number): number => row[j] ?? 0xffff;
