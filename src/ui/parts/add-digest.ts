import { type CalendarDay, localDay } from '../../core/calendar-day.ts';
import { decodeText } from '../../core/digest/decode.ts';
import { LIMITS } from '../../core/digest/limits.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { CallError } from '../../messaging/calls.ts';
import { call, newRequest } from '../../messaging/client.ts';
import { number, t } from '../../platform/i18n.ts';
import { stagedFiles } from '../../platform/staged-files.ts';
import { errorWords, sizeWords } from './words.ts';

/** From text or a file to a job of the engine. Long text travels as a file of the extension's own store, not as a message. */

export type AddFailure = CallError | 'not-text' | 'unreadable';
export type Added = Result<{ readonly job: number }, AddFailure>;

/** Text longer than this (UTF-16 units) is staged. */
const STAGE_ABOVE = 1_000_000;
const MAX_NAME = 300;

/** @param captured the day from which dates without a year are counted */
export async function addText(name: string, text: string, captured: CalendarDay): Promise<Added> {
  if (text.trim() === '') return err('empty');
  if (text.length > LIMITS.text) return err('too-large');
  const request = newRequest();
  const about = { request, name: name.slice(0, MAX_NAME), captured };
  if (text.length <= STAGE_ABOVE) return call('digest.add', { ...about, text });
  const staged = await stage(text);
  return staged.ok ? call('digest.add', { ...about, staged: staged.value }) : staged;
}

/** @param captured chosen by the person; without it the file's own day of last change */
export async function addFile(file: File, captured: CalendarDay | undefined): Promise<Added> {
  if (file.size > LIMITS.text) return err('too-large');
  if (file.size === 0) return err('empty');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return err('unreadable'); // a folder, or a file that is gone
  }
  const text = decodeText(bytes);
  if (!text.ok) return text;
  return addText(file.name, text.value, captured ?? localDay(new Date(file.lastModified)));
}

/** Stages text for the engine, which reads and then removes it. @returns the file's name */
async function stage(text: string): Promise<Result<string, 'quota' | 'failed'>> {
  const name = crypto.randomUUID();
  try {
    await stagedFiles.write(name, text);
    return ok(name);
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    return full ? err('quota') : err('failed', error instanceof Error ? error.message : String(error));
  }
}

/** What went wrong and what to do. */
export function addErrorWords(error: AddFailure): string {
  if (error === 'not-text') return t('addErrorNotText');
  if (error === 'unreadable') return t('addErrorUnreadable');
  if (error === 'too-large') return t('addErrorTooLarge', sizeWords(LIMITS.text), number(LIMITS.entries));
  return errorWords(error);
}
