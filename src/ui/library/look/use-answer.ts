import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CallError, CallName, In, Out } from '../../../messaging/calls.ts';
import { call } from '../../../messaging/client.ts';

export type Answer<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'error'; readonly error: CallError };

/**
 * The answer of a call, asked again when its body changes; the last one stays until the next is there.
 * @param body must be plain data
 * @param since a number that changes when the answer may have
 */
export function useAnswer<N extends CallName>(
  name: N,
  body: In<N>,
  since = 0,
): { readonly answer: Answer<Out<N>>; readonly again: () => void } {
  const [answer, setAnswer] = useState<Answer<Out<N>>>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  const asked = JSON.stringify(body);
  useEffect(() => {
    let gone = false;
    void call(name, JSON.parse(asked) as In<N>).then((reply) => {
      // the same body, written and read
      if (gone) return;
      setAnswer(reply.ok ? { state: 'ready', value: reply.value } : { state: 'error', error: reply.error });
    });
    return () => {
      gone = true;
    };
  }, [name, asked, since, tries]);
  return { answer, again: useCallback(() => setTries((n) => n + 1), []) };
}
