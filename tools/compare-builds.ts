/** dist/ and dist-test/ may differ by one constant alone: what is tested is then what is released. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './run.ts';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path))
    .sort();

/** The constant as the minifier leaves it on either side. */
const CONSTANT = /(["'`])(open|closed)\1|!0|!1|\btrue\b|\bfalse\b/g;
/** How much text may differ where the constant is folded away with what depends on it, in characters. */
const SLACK = 200;

/** @returns what else differs, or undefined */
export function compareBuilds(release = join(ROOT, 'dist'), test = join(ROOT, 'dist-test')): string | undefined {
  const [a, b] = [filesIn(release), filesIn(test)];
  const only = [...a.filter((f) => !b.includes(f)), ...b.filter((f) => !a.includes(f))];
  if (only.length > 0) return `dist and dist-test hold different files: ${only.join(', ')}`;
  const differing = a.filter((f) => !readFileSync(join(release, f)).equals(readFileSync(join(test, f))));
  const wrong = differing.filter((f) => {
    const [x, y] = [release, test].map((folder) => readFileSync(join(folder, f), 'utf8').replace(CONSTANT, ''));
    return !/^src\/content\/[\w-]+\.js$/.test(f) || Math.abs((x?.length ?? 0) - (y?.length ?? 0)) > SLACK;
  });
  if (differing.length === 0) return 'dist and dist-test are the same: the constant has no effect';
  return wrong.length > 0 ? `dist and dist-test differ in ${wrong.join(', ')}` : undefined;
}
