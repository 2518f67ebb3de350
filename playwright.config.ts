import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Generous, because machines are slow and shared: tests wait for conditions, this bound only ends what hangs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Measured on two cores: three end hardly earlier than two, and what is timed by the browser itself begins to fail.
  workers: Number(process.env['E2E_WORKERS'] ?? 2),
  fullyParallel: false,
  // A second try tells a busy machine from a fault; npm test names every test that needed it.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
});
