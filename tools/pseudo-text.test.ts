import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pseudoMessages } from './pseudo-locale.ts';
import { pseudo } from './pseudo-text.ts';

test('pseudo text is read as its English, longer by 40 % and in brackets', () => {
  expect(pseudo('Save all $1')).toBe('[Šáṽé áļļ $1 öñé]');
  expect(pseudo('Saved')).toBe('[Šáṽéðöñ]');
  expect(pseudo('$1')).toBe('[$1]');
  expect(pseudo('Save all $1', 'arabic')).toMatch(/^\[ساطي الل \$1 /);
});

test('placeholders are kept, whatever the text', () => {
  const text = fc.array(fc.constantFrom('$1', '$2', ' ', 'Papers', 'né', '…', 'q'), { maxLength: 12 });
  fc.assert(
    fc.property(text, fc.constantFrom('latin' as const, 'arabic' as const), (parts, script) => {
      const english = parts.join('');
      const made = pseudo(english, script);
      expect(made.match(/\$\d/g)).toEqual(english.match(/\$\d/g));
      expect(made.length).toBeGreaterThanOrEqual(Math.floor(english.replace(/\$\d/g, '').length * 1.3));
    }),
  );
});

test('what names the language for Intl stays a language', () => {
  const english = { locale: { message: 'en-GB' }, save: { message: 'Save' } };
  expect(pseudoMessages(english, 'ar')['locale']).toEqual({ message: 'ar' });
  expect(pseudoMessages(english, 'en-GB')['save']?.message).toBe('[Šáṽéöñ]');
});
