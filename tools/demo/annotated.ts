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

/** Scrolls through the page, so that notes drawn only near the viewport are drawn, and counts. */
export async function annotated(page: Page): Promise<Annotated> {
  const drawn = (): Promise<number> => page.locator('scholion-note').count();
  const papers = await page.locator(ITEMS).count();
  // A busy machine may scroll past a screen before its notes come: once more for those.
  for (let round = 0; round < 3 && (await drawn()) < papers; round += 1) await scrollThrough(page);
  await page.waitForTimeout(600); // hints come in a second answer
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const notes: DomNode[] = [];
  each(root, (node) => {
    if (node.nodeName === 'SCHOLION-NOTE') notes.push(node);
  });
  const count = (matches: (node: DomNode) => boolean): number => {
    let n = 0;
    for (const note of notes)
      each(note, (node) => {
        if (matches(node)) n += 1;
      });
    return n;
  };
  return {
    papers,
    notes: notes.length,
    tags: count((node) => hasClass(node, 'chip')),
    links: count((node) => hasClass(node, 'link')),
    hints: count((node) => hasClass(node, 'hint')),
    saved: count((node) => hasClass(node, 'save') && Boolean(attribute(node, 'data-status'))),
  };
}

async function scrollThrough(page: Page): Promise<void> {
  const steps = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight / (innerHeight * 0.8)));
  for (let step = 0; step < Math.min(steps, 60); step += 1) {
    await page.evaluate((n) => scrollTo(0, n * innerHeight * 0.8), step);
    await page.waitForTimeout(120);
  }
  await page.evaluate(() => scrollTo(0, 0));
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
