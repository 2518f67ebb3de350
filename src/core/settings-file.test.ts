import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSettings } from './read-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { readSettingsFile, settingsFile } from './settings-file.ts';

const SITES = new Set(['arxiv', 'huggingface']);
const read = (settings: unknown) =>
  readSettingsFile(JSON.stringify({ scholion: 'settings', format: 1, settings }), SITES);

test('B17: a site that is not known, a wrong choice and a negative density: the defaults for these alone, each named', () => {
  const file = {
    sitesOff: ['arxiv', 'notarxiv.example', 7],
    keepListings: 'yes',
    notes: { kindsOff: ['own', 'colour'], links: false, hints: 1, density: -3 },
    backup: { every: 'minute' },
    citations: { style: 'mla', keyPattern: 'x'.repeat(201) },
  };
  expect(read(file)).toEqual({
    ok: true,
    value: {
      settings: {
        ...DEFAULT_SETTINGS,
        sitesOff: ['arxiv'],
        notes: { ...DEFAULT_SETTINGS.notes, kindsOff: ['own'], links: false },
      },
      wrong: [
        'backup.every',
        'citations.style',
        'citations.keyPattern',
        'sitesOff',
        'keepListings',
        'notes.kindsOff',
        'notes.hints',
        'notes.density',
      ],
    },
  });
});

test('B17: whatever a file holds, the settings are whole, and reading them again changes nothing', () => {
  const field = fc.oneof(fc.jsonValue(), fc.constant(-1), fc.constant('compact'), fc.constant(['own']));
  const notes = fc.record({ kindsOff: field, links: field, hints: field, density: field }, { requiredKeys: [] });
  const given = fc.oneof(
    fc.jsonValue(),
    fc.record(
      { sitesOff: field, keepListings: field, notes: fc.oneof(notes, field), backup: field },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(given, (value) => {
      const { settings } = readSettings(value, SITES);
      expect(readSettings(settings, SITES)).toEqual({ settings, wrong: [] });
    }),
    { numRuns: 500 },
  );
});

test('settings come back from their file as they were', () => {
  const settings: Settings = {
    sitesOff: ['huggingface'],
    keepListings: false,
    notes: { kindsOff: ['field'], links: false, hints: true, density: 'compact' },
    backup: { every: 'week' },
    citations: { style: 'ieee', keyPattern: '[auth][year]' },
  };
  expect(readSettingsFile(settingsFile(settings), SITES)).toEqual({ ok: true, value: { settings, wrong: [] } });
});

test('another file is no file of settings, a later form is refused by name', () => {
  for (const text of [
    '',
    '{',
    '[]',
    '{"scholion":"library","format":1}',
    '{"scholion":"settings"}',
    ' '.repeat(300_000),
  ])
    expect(readSettingsFile(text, SITES)).toMatchObject({ ok: false, error: 'not-settings' });
  expect(readSettingsFile('{"scholion":"settings","format":2}', SITES)).toMatchObject({ ok: false, error: 'newer' });
});
