/** Drives a page by its keyboard alone, and notices where the focus is lost. */
import type { Page } from '@playwright/test';
import { until } from './worker.ts';

/** Runs in the page: what has the focus, through open shadow roots, as "role name @host"; empty where nothing has. */
function focusNow(): string {
  let at = document.activeElement;
  const host = at?.shadowRoot ? ` @${at.tagName.toLowerCase()}` : '';
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body || at === document.documentElement) return '';
  const labelled = at.getAttribute('aria-labelledby');
  const label = 'labels' in at ? (at.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : undefined; // only fields have them
  const name =
    at.getAttribute('aria-label') ??
    (labelled && document.getElementById(labelled)?.textContent) ??
    label?.textContent ??
    at.textContent;
  const kind = at.getAttribute('role') ?? at.tagName.toLowerCase();
  return `${kind} ${(name ?? '').replace(/\s+/g, ' ').trim().slice(0, 80)}${host}`;
}

export class ByKeyboard {
  readonly page: Page;
  /** Once something had it, the focus must never be nowhere. */
  #had = false;

  constructor(page: Page) {
    this.page = page;
  }

  /** What has the focus, as "role name". */
  focus(): Promise<string> {
    return this.page.evaluate(focusNow);
  }

  /** Presses keys one after another. @throws where the focus is nowhere afterwards */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.#kept(key);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.#kept(text);
  }

  /** Waits until the focus is there. */
  async has(wanted: string | RegExp, what = ''): Promise<void> {
    let now = '';
    const there = async (): Promise<boolean> => {
      now = await this.focus();
      return typeof wanted === 'string' ? now === wanted : wanted.test(now);
    };
    await until(there, `the focus on ${wanted} ${what}`, 10_000).catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : error} It is on: ${now || 'nothing'}`);
    });
  }

  /** Goes on with Tab, or back with Shift+Tab, to the first thing of that name. @throws with all it came by */
  async tabTo(wanted: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 60): Promise<void> {
    const passed: string[] = [];
    for (let i = 0; i < most; i += 1) {
      await this.page.keyboard.press(key);
      const now = await this.focus();
      if (wanted.test(now)) {
        this.#had = true;
        return;
      }
      passed.push(now);
    }
    throw new Error(`${key} does not come to ${wanted}, but to: ${passed.join(' | ')}`);
  }

  /** Where something closes the focus goes back with the next frame; longer it is lost. */
  async #kept(after: string): Promise<void> {
    if (await this.focus()) {
      this.#had = true;
      return;
    }
    if (!this.#had) return;
    await until(async () => (await this.focus()) !== '', `the focus after ${after}`, 1_500).catch(() => {
      throw new Error(`The focus is lost after ${JSON.stringify(after)}.`);
    });
  }
}
