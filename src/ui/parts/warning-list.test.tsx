// @vitest-environment happy-dom
import './browser.testing.ts';
import { expect, test } from 'vitest';
import { WARNING_KINDS, warningOf } from '../../core/digest/warn.ts';
import { show } from './render.testing.ts';

const { WarningList } = await import('./warning-list.tsx');

test('every kind of warning has its sentence in _locales, with the text it is about', () => {
  const warnings = WARNING_KINDS.map((kind, i) => warningOf(i + 1, kind, 'Apr 33'));
  const said = [...show(<WarningList warnings={warnings} count={warnings.length} />).querySelectorAll('bdi')];
  expect(said.map((e) => e.textContent).filter((text) => !text || text.startsWith('warning_'))).toEqual([]);
  expect(new Set(said.map((e) => e.textContent)).size).toBe(WARNING_KINDS.length);
  expect(said.some((e) => e.textContent === '“Apr 33” could not be read as a date; it was kept as it is.')).toBe(true);
});

test('a warning that an older version wrote down is shown as it was', () => {
  const root = show(<WarningList warnings={[{ line: 4, message: 'This line was odd.' }]} count={3} />);
  expect(root.textContent).toContain('line 4');
  expect(root.textContent).toContain('This line was odd.');
  expect(root.textContent).toContain('and 2 more');
});
