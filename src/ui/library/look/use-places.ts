import { useEffect, useState } from 'preact/hooks';
import type { Graph } from './graph.ts';
import { type Frame, type Point, settle } from './layout.ts';

/** Lets the page draw and hear between two slices of work. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/**
 * Places of a graph's nodes, worked out off-screen until nothing moves: only the end is drawn.
 * @returns undefined until they are known; the places of the graph before are never given for another one
 */
export function usePlaces(graph: Graph, { width, height }: Frame): readonly Point[] | undefined {
  const [known, setKnown] = useState<{
    readonly graph: Graph;
    readonly width: number;
    readonly points: readonly Point[];
  }>();
  useEffect(() => {
    const ending = new AbortController();
    const links = graph.edges.map(({ a, b, weight }) => ({ a, b, weight }));
    void settle(graph.nodes.length, links, { width, height }, breathe, ending.signal).then((points) => {
      if (points && !ending.signal.aborted) setKnown({ graph, width, points });
    });
    return () => ending.abort();
  }, [graph, width, height]);
  return known?.graph === graph && known.width === width ? known.points : undefined;
}
