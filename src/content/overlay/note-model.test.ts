import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { hint, link, noteData, tag } from '../interface.testing.ts';
import { noteModel, shortName } from './note-model.ts';

const settings = DEFAULT_SETTINGS.notes;
const six = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => tag(name));

describe('chips', () => {
  test('four are drawn, and "+n" knows its number for each count that the width leaves', () => {
    const model = noteModel(noteData({ tags: six }), undefined, settings);
    expect(model.chips.map((t) => t.name)).toEqual(['A', 'B', 'C', 'D']);
    expect(model.more).toEqual([5, 4, 3, 2]);
  });
  test('a single tag needs no "+n"; two need one only where one of them is hidden', () => {
    expect(noteModel(noteData({ tags: six.slice(0, 1) }), undefined, settings).more).toBeUndefined();
    expect(noteModel(noteData({ tags: six.slice(0, 2) }), undefined, settings).more).toEqual([1, 0, 0, 0]);
  });
  test('compact notes draw two', () => {
    const model = noteModel(noteData({ tags: six }), undefined, { ...settings, density: 'compact' });
    expect(model.chips).toHaveLength(2);
    expect(model.more).toEqual([5, 4, 4, 4]);
  });
  test('a kind that is switched off is neither drawn nor counted', () => {
    const tags = [tag('A'), tag('cs.LG', 'field'), tag('B', 'method')];
    const model = noteModel(noteData({ tags }), undefined, { ...settings, kindsOff: ['field'] });
    expect(model.chips.map((t) => t.name)).toEqual(['A', 'B']);
    expect(model.more).toEqual([1, 0, 0, 0]);
  });
  test("the person's own tags come first, once", () => {
    const data = noteData({
      tags: [tag('a', 'own'), tag('RL')],
      saved: { status: 'to-read', ownTags: ['chapter-3', 'A'] },
    });
    expect(noteModel(data, undefined, settings).chips.map((t) => [t.name, t.kind])).toEqual([
      ['chapter-3', 'own'],
      ['A', 'own'],
      ['RL', 'task'],
    ]);
  });
});

describe('links', () => {
  const links = [
    link({ status: 'promised', url: 'https://github.com/later/x' }),
    link({ url: 'https://github.com/a/b' }),
    link({ kind: 'model', url: 'https://huggingface.co/m1' }),
    link({ kind: 'model', url: 'https://huggingface.co/m2' }),
    link({ kind: 'video' }),
    link({ kind: 'web' }),
  ];
  test('the best of a kind, code first, at most two', () => {
    expect(noteModel(noteData({ links }), undefined, settings).links).toEqual([
      { kind: 'code', status: 'released', count: 2, url: 'https://github.com/a/b' },
      { kind: 'model', status: 'released', count: 2, url: 'https://huggingface.co/m1' },
    ]);
  });
  test('a promise is shown only where nothing is released, and says so', () => {
    const [first] = noteModel(noteData({ links: links.slice(0, 1) }), undefined, settings).links;
    expect(first?.status).toBe('promised');
  });
  test('switched off, none is drawn', () => {
    expect(noteModel(noteData({ links }), undefined, { ...settings, links: false }).links).toEqual([]);
  });
});

describe('hint', () => {
  test('the closest one, unless hints are off', () => {
    const hints = [hint(), hint({ title: 'Another' })];
    expect(noteModel(noteData(), hints, settings).hint).toEqual({ kind: 'close', hint: hints[0] });
    expect(noteModel(noteData(), hints, { ...settings, hints: false }).hint).toBeUndefined();
  });
  test('a paper known by a similar title alone is called probable instead', () => {
    const data = noteData({ match: 'probably', title: 'RAVL: Reach' });
    expect(noteModel(data, [hint()], settings).hint).toEqual({ kind: 'probably', title: 'RAVL: Reach' });
  });
  test('the name before the colon stands for the paper; a long beginning does not', () => {
    expect(shortName('SePPO: Semi-Policy Preference Optimization')).toBe('SePPO');
    expect(shortName('A long beginning that is no name at all: yes')).toContain('yes');
    expect(shortName('No colon')).toBe('No colon');
  });
});
