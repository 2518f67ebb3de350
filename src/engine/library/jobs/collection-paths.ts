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
  #known: Map<string, string> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * The collection at the end of a path; undefined for a path of no names. The id of a new one comes from its path, so that two copies of
   * the library that import one file make one collection.
   */
  async at(path: readonly string[]): Promise<{ readonly id: string | undefined; readonly made: readonly UndoStep[] }> {
    this.#known ??= await this.#read();
    const names = path.map((name) => name.trim().slice(0, LONGEST).toWellFormed()).filter((name) => name !== '');
    const made: UndoStep[] = [];
    let parent: string | null = null;
    for (const [depth, name] of names.slice(0, DEEPEST).entries()) {
      const place = pathKey(names.slice(0, depth + 1));
      let id = this.#known.get(place);
      if (id === undefined) {
        id = `c${hash53(place).toString(36)}`;
        const fields = { kind: 'collection', name, parent, deleted: false } as const;
        made.push(...(await thingInto(this.#session, id, fields)));
        this.#known.set(place, id);
      }
      parent = id;
    }
    return { id: parent ?? undefined, made };
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

const pathKey = (names: readonly string[]): string => JSON.stringify(names.map(sameName));
