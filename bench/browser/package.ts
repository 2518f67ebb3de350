/** What people download: the package and the one script that runs in pages, measured on dist/. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import type { Row } from '../harness/row.ts';

const DIST = 'dist';

export async function rows(): Promise<readonly Row[] | string> {
  if (!existsSync(join(DIST, 'manifest.json'))) return 'needs dist/ (npm run build)';
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((name) => join(DIST, name))
    .filter((path) => statSync(path).isFile());
  const content = gzipSync(readFileSync(join(DIST, 'src/content/content-script.js')), { level: 9 }).length;
  // Exact size of a zip: 30 + 46 bytes and twice the name for each file, 22 at the end (APPNOTE.TXT 4.3).
  const zip = files.reduce(
    (sum, path) => sum + 76 + 2 * relative(DIST, path).length + deflateRawSync(readFileSync(path), { level: 9 }).length,
    22,
  );
  // The manifest that was built, as the browser reads it.
  const manifest = JSON.parse(readFileSync(join(DIST, 'manifest.json'), 'utf8')) as {
    web_accessible_resources?: unknown[];
  };
  return [
    { name: 'content script', unit: 'kB gzip', budget: 20, measured: content / 1000 },
    { name: 'package', unit: 'kB zip', budget: 1000, measured: zip / 1000, note: `${files.length} files` },
    { name: 'web-accessible resources', unit: '', budget: 0, measured: manifest.web_accessible_resources?.length ?? 0 },
  ];
}
