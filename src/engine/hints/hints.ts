import type { PageText } from '../../core/page-text.ts';
import type { Hint } from '../../core/related/hint.ts';
import type { RelatedIndex } from '../../core/related/index-of.ts';
import { abstractsFor } from '../../storage/papers/queries/look-up.ts';
import type { Engine } from '../context.ts';
import { followIndex } from './saved-index.ts';

export interface Hints {
  /** For each text the closest saved papers, strongest first; never the paper itself. */
  closeTo(texts: readonly PageText[], limit: number): Promise<readonly (readonly Hint[])[]>;
  /** For each saved paper the closest others of the library, strongest first. */
  near(
    papers: readonly { readonly key: string; readonly title: string; readonly abstract: string | undefined }[],
    limit: number,
  ): Promise<readonly (readonly Neighbour[])[]>;
}

/** A saved paper close to another one. */
export interface Neighbour {
  readonly key: string;
  readonly score: number;
  /** Strongest first. */
  readonly shared: readonly string[];
}

/** Hints from the library: an index of the saved papers, made when first asked and then kept up to date. */
export function makeHints(engine: Engine): Hints {
  const current = followIndex(engine);
  return {
    async closeTo(texts, limit) {
      const index = await current();
      if (index.size === 0) return texts.map(() => []);
      const abstracts = await knownAbstracts(engine, texts);
      return texts.map((text, i) => hintsFor(engine, index, text, text.abstract ?? abstracts.get(i), limit));
    },
    async near(papers, limit) {
      const index = await current();
      return papers.map(({ key, title, abstract }) =>
        index.closest(abstract === undefined ? { title } : { title, abstract }, { limit, exclude: new Set([key]) }),
      );
    },
  };
}

function hintsFor(
  { saved }: Engine,
  index: RelatedIndex,
  text: PageText,
  abstract: string | undefined,
  limit: number,
): readonly Hint[] {
  const own = new Set(saved.keysOf(text));
  const query = abstract === undefined ? { title: text.title } : { title: text.title, abstract };
  // Some may have no id to open: ask for a few more.
  const closest = index.closest(query, { limit: limit + 3, exclude: own });
  return closest
    .flatMap(({ key, score, shared }): Hint[] => {
      const row = saved.rows.get(key);
      const id = row?.ids[0];
      return row === undefined || id === undefined
        ? []
        : [{ id, title: row.title, score, shared: shared.slice(0, 5), status: row.status }];
    })
    .slice(0, limit);
}

/** Abstracts that digests gave, for texts whose page shows none. */
async function knownAbstracts({ db }: Engine, texts: readonly PageText[]): Promise<ReadonlyMap<number, string>> {
  const bare = texts.flatMap((text, i) =>
    text.abstract === undefined ? [{ i, ids: text.ids, title: text.title }] : [],
  );
  if (bare.length === 0) return new Map();
  const found = await abstractsFor(
    db,
    bare.map(({ ids, title }) => ({ ids, title })),
  );
  return new Map(bare.flatMap(({ i }, n): [number, string][] => (found[n] === undefined ? [] : [[i, found[n]]])));
}
