import { expect, test } from 'vitest';
import { tagsOf } from './tagger.ts';

const names = (title: string, abstract = '') => tagsOf({ title, abstract }).map((tag) => tag.name);
const kinds = (title: string, abstract = '') =>
  Object.fromEntries(tagsOf({ title, abstract }).map((t) => [t.name, t.kind]));

test('topics come with the words that gave them and where they stand', () => {
  const tags = tagsOf({ title: 'Better batching for offline RL', abstract: 'We test on the\nD4RL benchmark.' });
  expect(tags).toContainEqual({ name: 'Offline RL', kind: 'task', reason: { text: 'offline RL', where: 'title' } });
  expect(tags).toContainEqual({ name: 'D4RL', kind: 'bench', reason: { text: 'D4RL', where: 'abstract' } });
});

test('other words for a topic give its one name, in any case, with hyphens and in the plural', () => {
  expect(names('Natural-Language-to-SQL with LLMs')).toContain('Text-to-SQL');
  expect(names('NL2SQL')).toEqual(['Text-to-SQL']);
  expect(names('On VARIATIONAL AUTOENCODERS')).toEqual(['VAE']);
  expect(names('Multi‑armed bandits, revisited')).toContain('Bandits');
});

test('acronyms count only as written', () => {
  expect(names('How to sac a quarterback')).toEqual([]);
  expect(names('An apt use of words in ppo')).toEqual([]);
});

test('the longest phrase wins over the shorter ones inside it', () => {
  expect(names('3D Gaussian Splatting in the wild')).toEqual(['3D Gaussian Splatting']);
  expect(names('Sample-efficient out-of-distribution detection')).toContain('OOD Detection');
});

test('one phrase may stand for several topics', () => {
  expect(names('Offline model-based reinforcement learning')).toEqual(
    expect.arrayContaining(['Offline RL', 'Model-based RL']),
  );
});

test('ambiguous names need company', () => {
  expect(names('Spiders of Borneo', 'The Spider eats a BIRD.')).toEqual([]);
  expect(names('Better SQL', 'We test on Spider and BIRD.')).toEqual(expect.arrayContaining(['Spider', 'BIRD']));
  expect(names('Uncle SAM')).toEqual([]);
  expect(names('Adapting SAM to medical segmentation')).toContain('SAM');
  expect(names('A ring of MATH departments')).toEqual([]);
  expect(names('Better reasoning', 'Results on MATH and GSM8K.')).toEqual(expect.arrayContaining(['MATH', 'GSM8K']));
});

test('words do not join over a full stop or a comma', () => {
  expect(names('Notes', 'We study transfer. Learning is hard, and so is offline. RL too.')).toEqual([]);
});

test('an abbreviation means what the paper says it means', () => {
  const sam =
    'We minimise with sharpness-aware minimization (SAM). SAM finds flat minima; no segmentation mask is used.';
  expect(names('Flat minima', sam)).toEqual(['Sharpness-aware Minimization']);
  const dpo = 'We use a dynamic packet order (DPO). DPO sorts packets.';
  expect(names('Packets', dpo)).not.toContain('DPO');
  expect(
    names('Fitting', 'Direct preference optimisation is fine. Supervised fune-tuning (SFT) is used; SFT helps.'),
  ).toContain('SFT');
});

test('a defined abbreviation stands for its topic from then on', () => {
  const tags = tagsOf({
    title: 'KRL grows',
    abstract: 'Goal-conditioned reinforcement learning (KRL) is old. KRL works.',
  });
  expect(tags.map((tag) => tag.name)).toContain('Goal-conditioned RL');
});

test('the name that a paper gives its own work is a tag', () => {
  expect(kinds('FooNAT: Learning to foo')['FooNAT']).toBe('method');
  expect(kinds('FooBench: Can models foo?')['FooBench']).toBe('bench');
  expect(kinds('Zebra-X: A dataset of zebras')['Zebra-X']).toBe('bench');
  expect(kinds('Zebra-X Technical Report: open models', '')['Zebra-X Technical Report']).toBeUndefined();
  expect(kinds('On foo', 'We introduce BazRL. In tests BazRL wins.')['BazRL']).toBe('method');
  expect(kinds('On foo', 'We propose a new kind of thing, dubbed Q2Foo, and Q2Foo wins.')['Q2Foo']).toBe('method');
  expect(kinds('On foo', 'We propose Guided Foo Optimization (GFO).')['GFO']).toBe('method');
});

test('headings and known names before a colon are not names of new work', () => {
  expect(names('Part I: Tricks')).toEqual([]);
  expect(names('Learning to see: a story')).toEqual([]);
  expect(kinds('CLIP: how it reads images')).toEqual({ CLIP: 'model' });
  expect(names('On foo', 'We present a survey of Long Common Names (LCN).')).toEqual([]);
  expect(names('On foo', 'We propose LLM-based foo. LLM-based foo is good.')).not.toContain('LLM-based');
});

test('a topic only mentioned as an example elsewhere is not a topic of the paper', () => {
  expect(names('Flat bread', 'It has applications such as autonomous driving and sentiment analysis.')).toEqual([]);
  expect(names('Flat bread', 'It beats baselines such as behavior cloning.')).toContain('Behavior Cloning');
  expect(names('Flat bread', 'We use models such as Qwen2.5 and Llama-3.')).toEqual(
    expect.arrayContaining(['Qwen', 'Llama']),
  );
});

test('general words said once are no topic, twice they are', () => {
  expect(names('Bread', 'It improves robustness.')).toEqual([]);
  expect(names('Bread', 'Robustness matters: we measure robustness.')).toEqual(['Robustness']);
});

test('arXiv categories give fields, the special before the general', () => {
  const tags = tagsOf({ title: 'x', categories: ['cs.LG', 'quant-ph', 'cs.AI', 'hep-th'] });
  expect(tags.map((tag) => tag.name)).toEqual(['Quantum Physics', 'High-energy Physics']);
  expect(tags[0]?.reason).toEqual({ text: 'quant-ph', where: 'category' });
  expect(tagsOf({ title: 'x', categories: ['zz.ZZ', '', 'cs'] })).toEqual([]);
});

test('venues in the remark are not topics', () => {
  expect(tagsOf({ title: 'x', remark: 'Workshop on Trustworthy AI and Autonomous Driving' })).toEqual([]);
});

test('tags come in the order of a note, at most twelve', () => {
  const abstract = `We compare PPO, GRPO, DPO, SFT, LoRA, RAG, MCTS, DQN on GSM8K, MBPP, HumanEval, D4RL, MuJoCo, AIME math problems
    with Qwen, Llama, Mistral, GPT-4, for machine translation, summarization and question answering.`;
  const order = ['task', 'method', 'bench', 'model', 'field'];
  const tags = tagsOf({ title: 'Everything', abstract });
  expect(tags).toHaveLength(12);
  const places = tags.map((tag) => order.indexOf(tag.kind));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
