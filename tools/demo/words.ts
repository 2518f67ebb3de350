/** What `npm start` says: one screen. */
import type { Annotated } from './annotated.ts';

export const tryThis = (live: boolean): string => `
Scholion is running in a browser of its own${live ? ', on the real sites' : ', on pages of its own under the real names (no network needed)'}.

  Look at    the line under each paper: its topics, its code, whether you have it, and which of your papers is close to it.
  Try        the bookmark on a note: saved at once. Press it again to set what you do with it, or to undo.
             any chip, or the mark at the left: the card, with the reason for each tag, link and hint.
             Tab to a note, then arrows or j/k from paper to paper, s to save, 1-4 for the status, u to undo.
             the toolbar button (Alt+Shift+S): papers on this tab, search, save all, add a digest.
             ${live ? 'any listing, search or paper page of arXiv and Hugging Face.' : 'arXiv search, a paper page, Hugging Face daily, and "Previous day" there (changes without loading).'}
  Known      the sample digest is loaded (40 papers) and four of them are saved, so that there is something to see.

  In your own browser: chrome://extensions, Developer mode, "Load unpacked", the folder dist/.
  ${live ? '' : 'On the real sites: npm start -- --live.  '}Start afresh: remove the folder .profile/.  Stop: Ctrl+C, or close the window.
`;

export interface Visit extends Annotated {
  readonly name: string;
  readonly url: string;
}

/** The table that is printed where there is no display. */
export function visitTable(visits: readonly Visit[]): string {
  const head = ['page', 'papers', 'notes', 'tags', 'links', 'hints', 'saved'];
  const lines = visits.map((v) => [v.name, v.papers, v.notes, v.tags, v.links, v.hints, v.saved].map(String));
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)));
  const show = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [show(head), widths.map((w) => '-'.repeat(w)).join('  '), ...lines.map(show)].join('\n');
}
