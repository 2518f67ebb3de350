/** Runs of a property: `usual` in the normal suite, twenty times that with SOAK set. */
export const runs = (usual: number): number => (process.env['SOAK'] ? usual * 20 : usual);

/** Milliseconds of the fastest of three runs: another process may have had the machine during one of them. */
export function fastest(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
