/** `npm run faults`: every fault that is listed, with the tests whose titles carry its id; fails where one has none. */
import { coverage, titlesInSource } from './fault-ids.ts';

const missing: string[] = [];
for (const [id, tests] of coverage(titlesInSource())) {
  if (tests.length === 0) missing.push(id);
  console.log(`${id}  ${tests.length === 0 ? '— no test' : `${tests[0]?.title}  (${tests[0]?.path})`}`);
  for (const { title, path } of tests.slice(1)) console.log(`     ${title}  (${path})`);
}
if (missing.length > 0) {
  console.error(`\n${missing.length} listed faults have no test: ${missing.join(', ')}`);
  process.exitCode = 1;
} else console.log('\nEvery listed fault has a test.');
