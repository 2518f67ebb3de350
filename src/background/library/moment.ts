import { localDay } from '../../core/calendar-day.ts';
import type { Moment } from '../../storage/library/commands/once.ts';

/** Now, for a command: wall clock and the person's calendar day. */
export const moment = (): Moment => ({ now: Date.now(), day: localDay(new Date()) });
