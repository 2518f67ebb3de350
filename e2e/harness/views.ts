/** Every view of the interface, by the pages that the built extension has: a new page is tested by being there. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../../tools/run.ts';

/** What stands behind the path of a page, for each of its views. TAB is a tab with papers, PAPER the key of a saved paper. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  popup: ['?tab=TAB'],
  panel: ['?tab=TAB'],
  options: ['#sites', '#notes', '#digests', '#citing', '#backups', '#network', '#about'],
  library: ['', '#view=cards', '#view=look', '#shelf=trash', '#paper=PAPER', '#q=nothing+has+these+words'],
  paper: ['?key=PAPER'],
};

export interface View {
  /** For people: "options#sites". */
  readonly name: string;
  /** Below the root of the extension. */
  readonly path: string;
}

/** @param build folder of the built extension @param tab number of a tab @param paper key of a saved paper */
export function allViews(build: string, tab: number, paper: string): readonly View[] {
  const ui = resolve(ROOT, build, 'src/ui');
  const pages = readdirSync(ui).filter((name) => existsSync(join(ui, name, 'index.html')));
  return pages.flatMap((page) =>
    (ADDRESSES[page] ?? ['']).map((address) => ({
      name: page + address,
      path: `src/ui/${page}/index.html${address.replace('TAB', String(tab)).replace('PAPER', encodeURIComponent(paper))}`,
    })),
  );
}
