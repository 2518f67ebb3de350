import { isRecord } from '../../../core/library/merge.ts';
import type { Segment } from '../../../core/search/segment.ts';
import { readSegment, writeSegment } from '../../../core/search/stored-index.ts';
import type { StagedFiles } from '../../../platform/staged-files.ts';

/**
 * The full-text index in files of the private file system: each of its parts in one of its own, which never changes, and a list of them
 * that is written last. So a change writes the new parts alone, and a browser that dies midway leaves the list of before.
 */
export interface IndexStore {
  /** The parts that can be read, and what they know; undefined where there is no list. A damaged part is left out. */
  load(): Promise<{ readonly about: About; readonly segments: readonly Segment[] } | undefined>;
  save(segments: readonly Segment[], about: About): Promise<void>;
}

/** What an index is of. */
export interface About {
  /** `SavedCopy.origin`: another one's index is of no use. */
  readonly origin: string;
  /** Every change of the library up to this number is in it. */
  readonly seq: number;
}

/** Raise it when what is indexed of a paper changes. */
const VERSION = 1;
const LIST = 'list';

interface Part {
  readonly name: string;
  /** Papers taken out since the part was written. */
  readonly dead: readonly number[];
}

export function indexStore(files: StagedFiles): IndexStore {
  const names = new WeakMap<Segment, string>();

  async function readPart({ name, dead }: Part): Promise<Segment | undefined> {
    const bytes = await files.read(name);
    const segment = bytes && readSegment(bytes);
    if (segment === undefined) return undefined;
    for (const doc of dead) if (segment.live[doc] === 1) segment.remove(doc);
    names.set(segment, name);
    return segment;
  }

  return {
    async load() {
      const list = listOf(await files.read(LIST));
      if (list === undefined) return undefined;
      const segments: Segment[] = [];
      for (const part of list.parts) {
        const segment = await readPart(part);
        if (segment !== undefined) segments.push(segment);
      }
      return { about: list.about, segments };
    },

    async save(segments, about) {
      const taken = new Set((await files.list()).map(({ name }) => name));
      const parts: Part[] = [];
      for (const segment of segments) {
        const known = names.get(segment);
        const name = known !== undefined && taken.has(known) ? known : freshName(taken);
        // What goes while it is written is in the list of the next time; until then the library's numbers tell.
        const dead = deadIn(segment);
        if (name !== known) await files.write(name, new Blob([writeSegment(segment)]));
        names.set(segment, name);
        taken.add(name);
        parts.push({ name, dead });
      }
      await files.write(LIST, JSON.stringify({ version: VERSION, ...about, parts }));
      const kept = new Set([LIST, ...parts.map(({ name }) => name)]);
      for (const name of taken) if (!kept.has(name)) await files.remove(name);
    },
  };
}

function freshName(taken: ReadonlySet<string>): string {
  let n = 0;
  while (taken.has(`part-${n}`)) n++;
  return `part-${n}`;
}

const deadIn = ({ live }: Segment): readonly number[] => {
  const dead: number[] = [];
  for (let doc = 0; doc < live.length; doc++) if (live[doc] !== 1) dead.push(doc);
  return dead;
};

/** Anything unexpected is no list: the index is made anew. */
function listOf(bytes: Uint8Array | undefined): { readonly about: About; readonly parts: readonly Part[] } | undefined {
  try {
    const value: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
    if (!isRecord(value) || value['version'] !== VERSION) return undefined;
    const { origin, seq, parts } = value;
    if (typeof origin !== 'string' || typeof seq !== 'number' || !Array.isArray(parts)) return undefined;
    return parts.every(isPart) ? { about: { origin, seq }, parts } : undefined;
  } catch {
    return undefined; // not JSON
  }
}

const isPart = (part: unknown): part is Part =>
  isRecord(part) && typeof part['name'] === 'string' && Array.isArray(part['dead']);
