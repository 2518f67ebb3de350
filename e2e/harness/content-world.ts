import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** Evaluates an expression where the extension's content script runs in a page, its isolated world; a promise is awaited. */
export type ContentWorld = <T>(expression: string) => Promise<T>;

/** The content script must have come to the page. */
export async function contentWorld(context: BrowserContext, extensionId: string, page: Page): Promise<ContentWorld> {
  const session: CDPSession = await context.newCDPSession(page);
  const found = new Promise<number>((done) =>
    session.on('Runtime.executionContextCreated', ({ context: { origin, id } }) => {
      if (origin.includes(extensionId)) done(id);
    }),
  );
  await session.send('Runtime.enable');
  const contextId = await found;
  return async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T; // the caller knows what its expression gives
  };
}
