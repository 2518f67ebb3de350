import { useEffect, useState } from 'preact/hooks';
import type { CallError, Out } from '../../../messaging/calls.ts';
import { call } from '../../../messaging/client.ts';
import { addsOf, lacks, type RuleDraft, whenOf } from './rule-draft.ts';

export type Preview =
  | { readonly state: 'none' }
  | { readonly state: 'asking' }
  | { readonly state: 'known'; readonly value: Out<'library.previewRule'> }
  | { readonly state: 'error'; readonly error: CallError };

/** Between the last letter and the question, in ms. */
const PAUSE = 250;

/** What a rule would change, asked again as it is written. The last answer stays until the next one is there. */
export function usePreview(draft: RuleDraft): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'none' });
  const ready = lacks(draft) !== 'when';
  const asked = JSON.stringify({ when: whenOf(draft), adds: addsOf(draft) });
  useEffect(() => {
    if (!ready) return setPreview({ state: 'none' });
    let gone = false;
    setPreview((before) => (before.state === 'known' ? before : { state: 'asking' }));
    const timer = setTimeout(async () => {
      const reply = await call('library.previewRule', JSON.parse(asked)); // as it was written above
      if (gone) return;
      setPreview(reply.ok ? { state: 'known', value: reply.value } : { state: 'error', error: reply.error });
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked, ready]);
  return preview;
}
