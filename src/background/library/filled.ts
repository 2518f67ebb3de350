import type { SaveInput } from '../../core/library/save-input.ts';

/** What digests told of papers that are about to be saved, in their order. */
export type KnownOf = (papers: readonly SaveInput[]) => Promise<readonly (Partial<SaveInput> | undefined)[]>;

/** How long a save waits for what digests told, in ms. */
const PATIENCE = 2_000;

/** What a page shows of papers, with the gaps filled by what digests told. A save waits for no other store longer than two seconds. */
export async function filledIn(papers: readonly SaveInput[], known: KnownOf): Promise<readonly SaveInput[]> {
  const told = await atMost(PATIENCE, known(papers));
  return papers.map((paper, i) => filled(paper, told?.[i]));
}

const filled = (paper: SaveInput, known: Partial<SaveInput> | undefined): SaveInput =>
  known === undefined
    ? paper
    : {
        ...known,
        ...paper,
        ids: [...new Set([...paper.ids, ...(known.ids ?? [])])],
        ...(known.links || paper.links ? { links: [...(paper.links ?? []), ...(known.links ?? [])] } : {}),
      };

/** Undefined after `ms`, or where that store fails. */
const atMost = <T>(ms: number, work: Promise<T>): Promise<T | undefined> =>
  Promise.race([work.catch(() => undefined), new Promise<undefined>((done) => setTimeout(done, ms, undefined))]);
