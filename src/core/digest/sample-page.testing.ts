import { type Shown, shownPage } from './page-text.testing.ts';

/** Papers of our own invention in the shape of a copied Hugging Face page, for tests that must run everywhere. */

const TOPICS = [
  'offline planning',
  'speech translation',
  'protein folding',
  'code repair',
  'visual grounding',
  'table reading',
  'dialogue safety',
];
const VERBS = ['Learning', 'Measuring', 'Rethinking', 'Scaling', 'Explaining', 'Compressing'];

/** An invented abstract of some 250 to 900 characters in one line, ending in a full stop. */
export function inventedAbstract(i: number): string {
  const topic = TOPICS[i % TOPICS.length];
  const parts = [
    `Work on ${topic} has long relied on hand-made rules, which break as soon as inputs change in length or style (case ${i}).`,
    'We ask whether a small model that is trained on its own mistakes can do without them, and answer with a careful study.',
    `Across ${3 + (i % 5)} public test sets our method, Mistake-${i}, needs fewer samples and keeps its accuracy when the data drift.`,
    'Ablations show that the order of the mistakes matters more than their number, and that a single pass is enough in practice.',
    'We discuss where this fails, above all for rare inputs, and what a user of such a system should check before trusting it.',
  ];
  const text = parts.slice(0, 2 + (i % 4)).join(' ');
  return i % 4 === 0 ? `${text} Code is available at https://github.com/invented-lab/mistake-${i}.` : text;
}

export function inventedPaper(i: number): Shown {
  const month = String(1 + (i % 11)).padStart(2, '0');
  return {
    title: `${VERBS[i % VERBS.length]} ${TOPICS[(i * 3) % TOPICS.length]} from mistakes, part ${i}`,
    abstract: inventedAbstract(i),
    ...(i % 6 === 5 ? { organisation: { slug: `lab-${i}`, name: `Lab of Sample ${i}` } } : { authors: 1 + (i % 17) }),
    date: `${2022 + (i % 4)}-${month}-${String(1 + (i % 28)).padStart(2, '0')}`,
    comments: i % 3,
  };
}

export const VISITED = '2025-12-11';

export const inventedPapers = (count: number): readonly Shown[] =>
  Array.from({ length: count }, (_, i) => inventedPaper(i));
export const inventedPage = (count: number): string => shownPage(inventedPapers(count), VISITED);
