import { expect, test } from 'vitest';
import { callWith } from './retry.ts';

const body = { request: 'a-request-id-of-enough-length', undo: 'another-request-id-of-length' };

test('F02: a killed worker answers undefined; the same request goes out again and one reply comes back', async () => {
  const sent: unknown[] = [];
  const reply = await callWith(
    async (envelope) => {
      sent.push(envelope.body);
      return sent.length < 3 ? undefined : { ok: true, value: { undone: 1 } };
    },
    'background',
    'library.undo',
    body,
  );
  expect(reply).toEqual({ ok: true, value: { undone: 1 } });
  expect(sent).toEqual([body, body, body]);
});

test('F02: a worker that never answers is told as such, and the call does not reject', async () => {
  expect(await callWith(async () => undefined, 'background', 'library.undo', body)).toEqual({
    ok: false,
    error: 'no-answer',
  });
  expect(
    await callWith(
      () => Promise.reject(new Error('Could not establish connection.')),
      'background',
      'library.undo',
      body,
    ),
  ).toEqual({ ok: false, error: 'no-answer' });
});

test('an extension updated under the page is told at once, without more tries', async () => {
  let n = 0;
  const reply = await callWith(
    () => {
      n += 1;
      throw new Error('Extension context invalidated.');
    },
    'background',
    'library.undo',
    body,
  );
  expect(reply).toMatchObject({ ok: false, error: 'reload-page' });
  expect(n).toBe(1);
});

test('a message over 64 MiB is told as too large', async () => {
  const reply = await callWith(
    () => Promise.reject(new Error('Message exceeded maximum allowed size of 64MiB.')),
    'background',
    'library.undo',
    body,
  );
  expect(reply).toMatchObject({ ok: false, error: 'too-large' });
});
