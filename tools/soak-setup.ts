/** Runs before each test file: in a soak, property tests begin at the soak's seed instead of a random one. */
const seed = process.env['SOAK_SEED'];
if (seed !== undefined) {
  const fc = await import('fast-check');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
}

export {};
