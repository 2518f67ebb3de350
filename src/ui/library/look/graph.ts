import type { GraphEdge, GraphNode } from '../../../messaging/library-calls.ts';

/** What the graph of close papers tells, apart from how it is drawn. */

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface Neighbour {
  readonly index: number;
  readonly node: GraphNode;
  readonly weight: number;
  readonly terms: readonly string[];
}

/** The papers close to a node, closest first. */
export function neighbours({ nodes, edges }: Graph, index: number): readonly Neighbour[] {
  const found = edges.flatMap(({ a, b, weight, terms }): Neighbour[] => {
    const other = a === index ? b : b === index ? a : undefined;
    const node = other === undefined ? undefined : nodes[other];
    return other === undefined || node === undefined ? [] : [{ index: other, node, weight, terms }];
  });
  return found.sort((x, y) => y.weight - x.weight);
}

/** Indexes of nodes, those with most and closest papers first. */
export function byImportance({ nodes, edges }: Graph): readonly number[] {
  const sum = new Array<number>(nodes.length).fill(0);
  for (const { a, b, weight } of edges) {
    sum[a] = (sum[a] ?? 0) + weight;
    sum[b] = (sum[b] ?? 0) + weight;
  }
  return [...nodes.keys()].sort((x, y) => (sum[y] ?? 0) - (sum[x] ?? 0) || x - y);
}

const LONGEST = 28;
/** A name short enough to stand beside a node. */
export const shortLabel = (label: string): string =>
  label.length <= LONGEST ? label : `${label.slice(0, LONGEST - 1).trimEnd()}…`;
