import { runtime, tabs } from '../platform/browser.ts';
import type { CallName, In, Out, Reply } from './calls.ts';
import { protocol } from './protocol.ts';
import { callWith } from './retry.ts';

/** A call from the background or an extension page, addressed by the protocol's table. Never rejects. */
export const call = <N extends CallName>(name: N, body: In<N>): Promise<Reply<Out<N>>> =>
  callWith((envelope) => runtime.sendMessage(envelope), protocol[name].to, name, body);

/** A call to the content script of a tab. `no-answer` where the tab has none. */
export const callTab = <N extends CallName>(tab: number, name: N, body: In<N>): Promise<Reply<Out<N>>> =>
  callWith((envelope) => tabs.sendMessage(tab, envelope, { frameId: 0 }), 'content', name, body);

/** Random id for an action that must have one effect, however often it is sent. */
export const newRequest = (): string => crypto.randomUUID();
