/** Pages of other sites: no world of ours, nothing of ours runs. */
import { existsSync } from 'node:fs';
import { withBrowsers } from '../harness/browsers.ts';
import type { Row } from '../harness/row.ts';

const OTHERS = [
  'https://example.org/',
  'https://notarxiv.org/list/cs.LG/new',
  'https://arxiv.org/help',
  'https://huggingface.co/models',
  'https://huggingface.co/papersplease',
];

export async function rows(): Promise<readonly Row[] | string> {
  if (!existsSync('dist/manifest.json')) return 'needs dist/ (npm run build)';
  return withBrowsers(['dist'], async (browser) => {
    if (!browser) return 'no browser';
    let worlds = 0;
    for (const url of OTHERS) {
      const page = await browser.context.newPage();
      const session = await browser.context.newCDPSession(page);
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin.includes(browser.id)) worlds += 1;
      });
      await session.send('Runtime.enable');
      await page.goto(url);
      await page.waitForTimeout(300);
      await page.close();
    }
    return [
      {
        name: 'pages of other sites: worlds of ours',
        unit: '',
        budget: 0,
        measured: worlds,
        note: `${OTHERS.length} pages`,
      },
    ];
  });
}
