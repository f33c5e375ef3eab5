import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

/**
 * What a browser says by itself when there is no network, or when the server answers with a typed refusal (a used
 * invitation, a lock, too many tries): the page words it for its reader, so it is no fault of the page.
 */
const EXPECTED =
  /^Failed to load resource: (?:net::ERR_|the server responded with a status of 4(?:01|03|04|09|10|29))/;

/** Collects every error that a page or Worker reports and every request that leaves the server's origin. */
export function watch(context: BrowserContext, origin: string, problems: string[]): void {
  const note = (what: string): void => void problems.push(what);
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() !== 'error' || EXPECTED.test(message.text())) return;
    note(`console: ${message.text()} (${message.location().url})`);
  };
  const onPage = (page: Page): void => {
    page.on('crash', () => note('the page crashed'));
  };
  context.on('console', onConsole);
  context.on('weberror', (error) => note(`error: ${error.error().stack ?? error.error().message}`));
  context.on('page', onPage);
  for (const page of context.pages()) onPage(page);
  context.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && ['http:', 'https:', 'ws:', 'wss:'].includes(protocol))
      note(`request to ${request.url()}`);
  });
}
