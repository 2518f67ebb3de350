/** Papers that nobody wrote: any number of them, the same ones for the same seed. For long listings and random digests. */
import type { PageRecord } from './record.ts';

const FIRST = 'Mira Tobin Ilse Ravi Noor Kaito Lena Otis Pilar Sanna Emre Dario Yuna Femi Anouk Bram Zofia Idris'.split(
  ' ',
);
const LAST =
  'Aldermoor Bellwether Corrinsky Dunmarrow Elvesham Farrowdale Greymontes Hollinwick Istrand Jarnfelt Kestrelby Lindqvar Marrowgate Norvane Oakhurster Pellgrove'.split(
    ' ',
  );
const OPENERS = 'Quiet Tidal Lantern Copper Braided Sparse Nested Patient Folded Drifting Hollow Woven'.split(' ');
const THINGS = 'Estimators Critics Samplers Encoders Planners Decoders Verifiers Retrievers Adapters Rewards'.split(
  ' ',
);
const METHODS = [
  'Direct Preference Optimization',
  'Low-Rank Adaptation',
  'Chain-of-Thought Prompting',
  'Mixture of Experts',
  'Contrastive Learning',
  'Flow Matching',
  'Q-Learning',
  'Knowledge Distillation',
];
const TASKS = [
  'Offline Reinforcement Learning',
  'Text-to-SQL',
  'Machine Translation',
  'Question Answering',
  'Image Segmentation',
  'Code Generation',
  'Speech Recognition',
  'Graph Classification',
  'Retrieval-Augmented Generation',
  'Video Generation',
];
const CATEGORIES = ['cs.LG', 'cs.CL', 'cs.CV', 'cs.AI', 'cs.RO', 'stat.ML'];
const ORGS = ['Marrow Institute', 'Lindqvar Lab', 'University of Elvesham', 'Open Lantern'];

/** mulberry32, a small public-domain generator: 0 <= x < 1, the same sequence for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param count how many @param seed other seeds give other papers, with other ids @returns papers with distinct ids and titles */
export function inventedRecords(count: number, seed = 1): readonly PageRecord[] {
  const random = randomOf(seed * 7919);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T; // random() < 1, lists are not empty
  return Array.from({ length: count }, (_, i): PageRecord => {
    const task = pick(TASKS);
    const method = pick(METHODS);
    const word = `${pick(OPENERS)} ${pick(THINGS)}`;
    const number = seed * 20_011 + i; // more than 9,999 a month: the month moves on
    const id = `26${String(1 + (Math.floor(number / 90_000) % 12)).padStart(2, '0')}.${String((number % 90_000) + 1).padStart(5, '0')}`;
    const slug = `${word.toLowerCase().replace(' ', '-')}-${number}`;
    const hasCode = random() < 0.4;
    const code = `https://github.com/example-lab/${slug}`;
    const authors = Array.from({ length: 1 + Math.floor(random() * 6) }, () => `${pick(FIRST)} ${pick(LAST)}`);
    const where = random();
    return {
      id,
      title: `${word} ${number}: ${method} for ${task}`,
      authors,
      authorCount: authors.length,
      abstract:
        `${task} is often limited by how little of the data is seen twice. We study ${word.toLowerCase()}, a way to apply ${method} ` +
        `that needs no second model, and show where it helps and where it does not. On invented benchmark number ${number} it gains ` +
        `${(random() * 9 + 1).toFixed(1)} points at equal cost.${hasCode && where < 0.5 ? ` Code is available at ${code}.` : ''}`,
      categories: [pick(CATEGORIES), ...(random() < 0.5 ? [pick(CATEGORIES)] : [])].filter(
        (c, k, all) => all.indexOf(c) === k,
      ),
      ...(hasCode && where >= 0.5 ? { remark: `${Math.floor(random() * 30) + 8} pages. Code: ${code}` } : {}),
      date: `2026-11-${String(1 + Math.floor(random() * 20)).padStart(2, '0')}`,
      kind: where < 0.6 ? 'new' : where < 0.85 ? 'cross' : 'replaced',
      ...(random() < 0.3 ? { organisation: organisation(pick(ORGS)) } : {}),
      upvotes: Math.floor(random() * 120),
      comments: Math.floor(random() * 6),
      ...(hasCode ? { github: code, stars: Math.floor(random() * 900) } : {}),
    };
  });
}

const organisation = (name: string): { slug: string; name: string } => ({
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
});
