/** Pages that tests of notes open, and what they wait for. */
import type { Page } from '@playwright/test';
import { type Extension, expect } from './extension.ts';

export const LIST = 'https://arxiv.org/list/cs.LG/new';
export const DAILY = 'https://huggingface.co/papers';

/** Canonical id of the paper at a place of our pages. */
export const idOf = (ext: Extension, i: number): string => `arxiv:${ext.web.papers[i]?.id}`;

/** Does any note of the page have tags by now? */
export const tagged = (page: Page) =>
  expect.poll(async () => (await page.locator('scholion-note .chip').count()) > 0, { message: 'a note with tags' });
