import { defineConfig } from 'vitest/config';

// No crx() here: unit tests must not start the extension build.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __OPEN_ROOTS__: 'true' },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'bench/**/*.test.ts', 'e2e/{pages,harness}/*.test.ts'],
    environment: 'node',
    setupFiles: ['tools/soak-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
