import * as v from 'valibot';
import type { CallError, CallName, In, Out, Party, Reply } from './calls.ts';
import { protocol, type Rule, type SenderClass } from './protocol.ts';
import { classifySender, type Sender } from './sender.ts';

/** An expected failure thrown inside a handler; becomes an error reply with its name. Anything else is a bug: `failed`. */
export class CallFailure extends Error {
  readonly error: CallError;
  constructor(error: CallError, detail: string) {
    super(detail);
    this.name = 'CallFailure';
    this.error = error;
  }
}

/** Who asks: a content script's tab is known, for badges and site state. */
export interface Asker {
  readonly from: SenderClass;
  readonly tab?: number;
}

type CallsTo<P extends Party> = { [N in CallName]: (typeof protocol)[N]['to'] extends P ? N : never }[CallName];

/** One handler per call addressed to a party; `satisfies Handlers<'background'>` proves that none is missing. */
export type Handlers<P extends Party> = {
  readonly [N in CallsTo<P>]: (body: In<N>, asker: Asker) => Promise<Out<N>> | Out<N>;
};

/**
 * Checks one message and answers it. Never throws, never rejects.
 * @param message anything that arrived
 * @returns undefined where the message is not for this party; then the listener must stay silent
 */
export function answer<P extends Party>(
  party: P,
  handlers: Handlers<P>,
  message: unknown,
  sender: Sender,
  own: { readonly id: string; readonly origin: string },
  report: (error: unknown, call: string) => void,
): Promise<Reply<unknown>> | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { scholion, to, call, body } = message as Partial<Record<'scholion' | 'to' | 'call' | 'body', unknown>>; // fields are checked one by one below
  if (scholion !== 1 || to !== party || typeof call !== 'string') return undefined;
  const rule: Rule | undefined = Object.hasOwn(protocol, call) ? protocol[call as CallName] : undefined; // own property: it is a CallName
  const from = classifySender(sender, own);
  const refuse = (error: CallError, detail: string) => Promise.resolve({ ok: false, error, detail } as const);
  if (rule === undefined || rule.to !== party || from === undefined || !rule.from.includes(from)) {
    return refuse('refused', `${from ?? 'a stranger'} may not call ${call.slice(0, 60)}`);
  }
  if (sizeOf(body) > rule.max) return refuse('bad-request', `${call}: larger than ${rule.max} characters`);
  const parsed = v.safeParse(rule.body, body);
  if (!parsed.success) return refuse('bad-request', `${call}: ${parsed.issues[0].message}`);
  const tab = tabIdOf(sender.tab);
  const asker: Asker = tab === undefined ? { from } : { from, tab };
  // The rule's schema is the run-time twin of In<N>; the table's `satisfies` ties each name to one schema.
  const handler = handlers[call as CallsTo<P>] as (body: unknown, asker: Asker) => unknown;
  // The handler begins in this very turn: the person's act that sent the message counts in no later one (the side panel needs it).
  return new Promise<unknown>((done) => {
    done(handler(parsed.output, asker));
  }).then(
    (value) => ({ ok: true, value }) as const,
    (error: unknown) => {
      if (error instanceof CallFailure) return { ok: false, error: error.error, detail: error.message } as const;
      report(error, call);
      return { ok: false, error: 'failed', detail: error instanceof Error ? error.message : String(error) } as const;
    },
  );
}

/** Characters of text in a body, counted without building its JSON; stops early on absurd depth. */
function sizeOf(value: unknown, depth = 0): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (depth > 12) return Number.POSITIVE_INFINITY;
  let sum = 2;
  for (const [key, item] of Object.entries(value)) sum += key.length + sizeOf(item, depth + 1);
  return sum;
}

function tabIdOf(tab: unknown): number | undefined {
  if (typeof tab !== 'object' || tab === null || !('id' in tab)) return undefined;
  return typeof tab.id === 'number' ? tab.id : undefined;
}
