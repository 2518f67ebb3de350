/** Runs of a property: `usual` in the normal suite, a hundred times that with SOAK set. */
export const runs = (usual: number): number => (process.env['SOAK'] ? usual * 100 : usual);
