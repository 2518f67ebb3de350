/** What the notes of a page say, counted through their closed shadow roots over the debugging protocol. */
import type { Page } from 'playwright';

export interface Annotated {
  /** Papers on the page, by its own markup. */
  readonly papers: number;
  readonly notes: number;
  readonly tags: number;
  readonly links: number;
  readonly hints: number;
  /** Notes whose paper is in the library. */
  readonly saved: number;
}

/** A node of the protocol's DOM domain, as far as it is read here. */
interface DomNode {
  readonly nodeName: string;
  /** Names and values in turn. */
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

const ITEMS =
  '#dlpage dl > dt, li.arxiv-result, #abs, [data-target=DailyPapers] article, [data-target=PaperContent] h1';

/** What one note says. */
interface Note {
  readonly tags: number;
  readonly links: number;
  readonly hints: number;
  readonly saved: boolean;
}

/** Scrolls through the page and counts on the way: notes are drawn only near the viewport and taken away far from it. */
export async function annotated(page: Page): Promise<Annotated> {
  const papers = await page.locator(ITEMS).count();
  const session = await page.context().newCDPSession(page);
  const notes = new Map<string, Note>();
  const steps = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight / (innerHeight * 0.8)));
  // A busy machine may scroll past a screen before its notes come: once more for those.
  for (let round = 0; round < 3 && (round === 0 || notes.size < papers); round += 1)
    for (let step = 0; step < Math.min(steps, 60); step += 1) {
      await page.evaluate((n) => scrollTo(0, n * innerHeight * 0.8), step);
      await page.waitForTimeout(350); // hints come in a second answer
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      collect(root, notes);
    }
  await session.detach();
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(600);
  const sum = (of: (note: Note) => number): number => [...notes.values()].reduce((n, note) => n + of(note), 0);
  return {
    papers,
    notes: notes.size,
    tags: sum((n) => n.tags),
    links: sum((n) => n.links),
    hints: sum((n) => n.hints),
    saved: sum((n) => Number(n.saved)),
  };
}

/** The notes drawn now, by paper; one seen before is kept as it said most. */
function collect(root: DomNode, notes: Map<string, Note>): void {
  each(root, (node) => {
    const paper = node.nodeName === 'SCHOLION-NOTE' ? attribute(node, 'data-paper') : undefined;
    if (paper === undefined) return;
    const count = (matches: (inner: DomNode) => boolean): number => {
      let n = 0;
      each(node, (inner) => {
        if (matches(inner)) n += 1;
      });
      return n;
    };
    const before = notes.get(paper);
    notes.set(paper, {
      tags: Math.max(
        before?.tags ?? 0,
        count((n) => hasClass(n, 'chip')),
      ),
      links: Math.max(
        before?.links ?? 0,
        count((n) => hasClass(n, 'link')),
      ),
      hints: Math.max(
        before?.hints ?? 0,
        count((n) => hasClass(n, 'hint')),
      ),
      saved: before?.saved === true || count((n) => hasClass(n, 'save') && Boolean(attribute(n, 'data-status'))) > 0,
    });
  });
}

function each(node: DomNode, visit: (node: DomNode) => void): void {
  visit(node);
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) each(child, visit);
  if (node.contentDocument) each(node.contentDocument, visit);
}

function attribute(node: DomNode, name: string): string | undefined {
  const at = node.attributes?.findIndex((value, i) => i % 2 === 0 && value === name) ?? -1;
  return at < 0 ? undefined : node.attributes?.[at + 1];
}

const hasClass = (node: DomNode, name: string): boolean => (attribute(node, 'class') ?? '').split(/\s+/).includes(name);
