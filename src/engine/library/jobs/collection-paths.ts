import { hash53 } from '../../../core/identity/hash53.ts';
import { collectionsIn } from '../../../core/library/things-view.ts';
import type { Session } from '../../../storage/library/commands/session.ts';
import { thingInto } from '../../../storage/library/commands/set-thing.ts';
import type { UndoStep } from '../../../storage/library/rows.ts';
import { sameName } from '../names.ts';

/** Deeper collections of a file are left out; their papers are in the last one above. */
const DEEPEST = 12;
const LONGEST = 200;

/** Collections by path, inside a transaction: found by their names, made where they are missing. */
export class CollectionPaths {
  readonly #session: Session;
  /** By path of folded names. */
  #known = new Map<string, string>();

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Makes the collections of these paths that are missing. The id of a new one comes from its path, so that two copies of the library that
   * import one file make one collection. @returns how to take it back
   */
  async prepare(paths: readonly (readonly string[])[]): Promise<readonly UndoStep[]> {
    const made: UndoStep[] = [];
    if (paths.length === 0) return made;
    const known = await this.#read();
    this.#known = known;
    for (const path of paths) {
      const names = namesOf(path);
      let parent: string | null = null;
      for (const [depth, name] of names.entries()) {
        const place = pathKey(names.slice(0, depth + 1));
        let id = known.get(place);
        if (id === undefined) {
          id = `c${hash53(place).toString(36)}`;
          const fields = { kind: 'collection', name, parent, deleted: false } as const;
          made.push(...(await thingInto(this.#session, id, fields)));
          known.set(place, id);
        }
        parent = id;
      }
    }
    return made;
  }

  /** The collection at the end of a path that was prepared; undefined for a path of no names. */
  idOf(path: readonly string[]): string | undefined {
    return this.#known.get(pathKey(namesOf(path)));
  }

  async #read(): Promise<Map<string, string>> {
    const all = collectionsIn(await this.#session.loadAll('collection'));
    const byId = new Map(all.map((one) => [one.id, one]));
    const known = new Map<string, string>();
    for (const { id } of all) {
      const names: string[] = [];
      for (let at = byId.get(id); at !== undefined; at = byId.get(at.parent ?? '')) names.unshift(at.name);
      if (!known.has(pathKey(names))) known.set(pathKey(names), id);
    }
    return known;
  }
}

const namesOf = (path: readonly string[]): readonly string[] =>
  path
    .map((name) => name.trim().slice(0, LONGEST).toWellFormed())
    .filter((name) => name !== '')
    .slice(0, DEEPEST);

const pathKey = (names: readonly string[]): string => JSON.stringify(names.map(sameName));
