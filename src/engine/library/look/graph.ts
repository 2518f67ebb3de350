import type { GraphEdge, GraphNode, LibraryPageCalls } from '../../../messaging/library-calls.ts';
import { savedRecords } from '../../../storage/library/queries/papers.ts';
import type { Engine } from '../../context.ts';
import type { Hints, Neighbour } from '../../hints/hints.ts';

/** Which papers of the library are close to each other: around one of them, or among the first of a list. */

type Asked = LibraryPageCalls['library.graph']['in'];
type Graph = LibraryPageCalls['library.graph']['out'];

/** Neighbours looked at for each paper; more make a ball of wool, not a picture. */
const EACH = 6;
const TERMS = 4;

/** @param first keys of the list that is looked at; used where no paper stands in the middle */
export async function graphOf(
  engine: Engine,
  hints: Hints,
  { around, limit }: Pick<Asked, 'around' | 'limit'>,
  first: readonly string[],
): Promise<Graph> {
  const found = new Map<string, readonly Neighbour[]>();
  let wave: readonly string[] = around === undefined ? first.slice(0, limit) : [around];
  const keys = new Set(wave);
  // From the middle outwards, one ring after another, until there is room for no more.
  while (wave.length > 0) {
    const rings = await neighbours(engine, hints, wave);
    for (const [i, key] of wave.entries()) found.set(key, rings[i] ?? []);
    const next: string[] = [];
    for (const { key } of around === undefined ? [] : rings.flat()) {
      if (keys.size >= limit) break;
      if (keys.has(key)) continue;
      keys.add(key);
      next.push(key);
    }
    wave = next;
  }
  return drawn(engine, [...keys], found);
}

async function neighbours(
  { library }: Engine,
  hints: Hints,
  keys: readonly string[],
): Promise<readonly (readonly Neighbour[])[]> {
  const records = await library((db) => savedRecords(db, keys));
  return hints.near(
    keys.map((key, i) => ({ key, title: records[i]?.title ?? '', abstract: records[i]?.abstract })),
    EACH,
  );
}

function drawn({ saved }: Engine, keys: readonly string[], found: ReadonlyMap<string, readonly Neighbour[]>): Graph {
  const nodes: GraphNode[] = [];
  const place = new Map<string, number>();
  for (const key of keys) {
    const row = saved.rows.get(key);
    if (row === undefined) continue;
    place.set(key, nodes.length);
    nodes.push({ key, title: row.title, label: labelOf(row.title), status: row.status });
  }
  const edges = new Map<string, GraphEdge>();
  for (const [key, near] of found) {
    const from = place.get(key);
    for (const { key: other, score, shared } of near) {
      const to = place.get(other);
      if (from === undefined || to === undefined || from === to) continue;
      const [a, b] = [Math.min(from, to), Math.max(from, to)];
      const before = edges.get(`${a} ${b}`);
      if (before !== undefined && before.weight >= score) continue;
      edges.set(`${a} ${b}`, { a, b, weight: score, terms: shared.slice(0, TERMS) });
    }
  }
  return { nodes, edges: [...edges.values()].sort((x, y) => y.weight - x.weight) };
}

const LABEL = 24;

/** A few words that tell a paper from its neighbours: the name before a colon, else how the title begins. */
export function labelOf(title: string): string {
  const [name = ''] = title.split(/:\s/);
  if (name !== title && name.length <= LABEL) return name;
  const words = title.split(' ');
  let label = words[0] ?? '';
  for (const word of words.slice(1)) {
    if (label.length + word.length + 1 > LABEL) return `${label.slice(0, LABEL)} …`;
    label += ` ${word}`;
  }
  return label.length > LABEL ? `${label.slice(0, LABEL)} …` : label;
}
