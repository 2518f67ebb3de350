import { answerCalls, call, newRequest } from '../messaging/content-client.ts';
import { native } from '../platform/content.ts';
import { siteFor } from '../sites/index.ts';
import { forgetCard } from './overlay/card-kit.ts';
import { report } from './report.ts';
import { startSession } from './session.ts';

/**
 * The content script: one classic script, run at idle on the pages of a site and again in open tabs after an install, an update or
 * a switch. Not named main.ts: the bundler plugin confuses two entries of one name, and the worker's is main.ts. In one script world only one session lives; a script of another world is noticed by the notes that it left.
 */
interface Running {
  readonly alive: () => boolean;
  readonly on: () => void;
  readonly stop: () => void;
}
/** A symbol: `<p id="scholion">` makes a global of that name even in a script's own world. */
const KEY = Symbol.for('scholion');
const scope = globalThis as { [KEY]?: Running }; // the script's own world, which the page cannot see

const before = scope[KEY];
if (before?.alive() === true) {
  before.on();
} else {
  before?.stop();
  forgetCard();
  const site = siteFor(new URL(location.href));
  try {
    if (site !== undefined) {
      const session = startSession(site, {
        call,
        newRequest,
        alive: native.alive,
        privateWindow: native.privateWindow,
      });
      answerCalls(session.answer, session.signal);
      scope[KEY] = { alive: native.alive, on: session.on, stop: session.stop };
    }
  } catch (error) {
    report(error, 'start');
  }
}
