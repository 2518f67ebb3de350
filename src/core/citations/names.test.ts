/** Names of people in parts: particles, suffixes, groups, and a written form that loses none of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../identity/runs.testing.ts';
import { nameInverted, nameLine, nameText, parseName } from './names.ts';

const PEOPLE: readonly [written: string, parts: object][] = [
  ['Ada Lovelace', { given: 'Ada', family: 'Lovelace' }],
  ['Lovelace, Ada', { given: 'Ada', family: 'Lovelace' }],
  ['Ludwig van Beethoven', { given: 'Ludwig', particle: 'van', family: 'Beethoven' }],
  ['van Beethoven, Ludwig', { given: 'Ludwig', particle: 'van', family: 'Beethoven' }],
  ['Jan van der Berg', { given: 'Jan', particle: 'van der', family: 'Berg' }],
  ['Charles de la Vallée Poussin', { given: 'Charles', particle: 'de la', family: 'Vallée Poussin' }],
  ['Luc Van Gool', { given: 'Luc', family: 'Van Gool' }],
  ['Laurent El Ghaoui', { given: 'Laurent', family: 'El Ghaoui' }],
  ['Thi Van Nguyen', { given: 'Thi Van', family: 'Nguyen' }],
  ['Quoc V. Le', { given: 'Quoc V.', family: 'Le' }],
  ['José Ortega y Gasset', { given: 'José', family: 'Ortega y Gasset' }],
  ['García Márquez, Gabriel', { given: 'Gabriel', family: 'García Márquez' }],
  ['Jean d’Alembert', { given: 'Jean', family: 'd’Alembert' }],
  ['Muhammad al-Khwarizmi', { given: 'Muhammad', family: 'al-Khwarizmi' }],
  ['Martin Luther King Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['Martin Luther King, Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['King, Jr., Martin Luther', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['King, Martin Luther, Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['King, Martin Luther Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['William H. Gates III', { given: 'William H.', family: 'Gates', suffix: 'III' }],
  ['Smith AB', { given: 'AB', family: 'Smith' }],
  ['Oriol Vinyals', { given: 'Oriol', family: 'Vinyals' }],
  ['van Gogh', { particle: 'van', family: 'Gogh' }],
  ['Guangwei Ai', { given: 'Guangwei', family: 'Ai' }],
  ['danah boyd', { given: 'danah', family: 'boyd' }],
];
const GROUPS = [
  'OpenAI',
  'Plato',
  'DeepSeek-AI',
  'Gemini Team',
  'Mistral AI',
  'The ATLAS Collaboration',
  'NLLB Team',
  'Acme, Inc.',
  '张三',
  '',
] as const;

describe('a name', () => {
  test.each(PEOPLE)('%s', (written, parts) => {
    expect(parseName(written)).toEqual(parts);
  });
  test.each(GROUPS)('"%s" stays one piece', (written) => {
    expect(parseName(written)).toEqual({ literal: written });
  });
  test('in braces is a group whatever its words look like', () => {
    expect(parseName('{Anna and Friends}')).toEqual({ literal: 'Anna and Friends' });
  });
});

describe('a name on one line', () => {
  test('is written as people write it, unless that would lose where the family name begins', () => {
    expect(nameLine(parseName('Lovelace, Ada'))).toBe('Ada Lovelace');
    expect(nameLine(parseName('King, Martin Luther, Jr.'))).toBe('Martin Luther King Jr.');
    expect(nameLine(parseName('García Márquez, Gabriel'))).toBe('García Márquez, Gabriel');
    expect(nameLine(parseName('{Anna Bell}'))).toBe('{Anna Bell}');
  });
  test('reads as people write it', () => {
    expect(nameText(parseName('García Márquez, Gabriel'))).toBe('Gabriel García Márquez');
  });

  const word = fc.constantFrom(
    'Ada',
    'van',
    'Van',
    'de',
    'y',
    'Jr.',
    'III',
    'Le',
    'Team',
    'AB',
    'Inc.',
    ',',
    '{',
    '}',
    'Ñu',
    'x',
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary' }),
  );
  test('is read back to the same parts, for any text', () => {
    fc.assert(
      fc.property(text, (written) => {
        const name = parseName(written);
        expect(parseName(nameLine(name))).toEqual(name);
        expect(parseName(nameInverted(name))).toEqual(name);
      }),
      { numRuns: runs(2000) },
    );
  });
});
