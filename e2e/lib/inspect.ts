import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What the page may never show: a message's key, a broken value, an argument that was not filled in. */
const BROKEN_TEXT =
  /\b(?:undefined|NaN)\b|\[object \w+\]|\b(?:account|calls|cases|costs|coverage|errors|fields|figures|files|intake|matters|papers|people|plan|plans|referrals|safety|services|settings|shell|spaces|surveys|codes|kinds|packs)\.[a-zA-Z-]+(?:\.[a-zA-Z-]+)*\b|\{[a-z]+\}/;
/** Words that are not on the screen but are read out or shown on hovering. */
const SAID_IN = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder'];

interface Finding {
  id: string;
  impact?: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/**
 * Looks at what is on the screen as a critical reader would.
 * @returns each fault in a line: serious or critical findings of axe, broken words, a wrong language, sideways scrolling
 */
export async function inspect(
  page: Page,
  name: string,
  language: string,
  title = 'Notes',
): Promise<string[]> {
  const faults: string[] = [];
  // All of the page at once: what a bar at the bottom of the screen covers is not too small, it can be scrolled.
  const screen = page.viewportSize();
  const height = await page.evaluate(() => {
    const hidden = [...document.querySelectorAll('dialog[open], dialog[open] *')]
      .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY))
      .map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    // A dialog leaves a part of the screen free, whatever it holds.
    return Math.ceil(document.documentElement.scrollHeight + 1.25 * Math.max(0, ...hidden));
  });
  if (screen !== null && height > screen.height) await page.setViewportSize({ ...screen, height });
  // By the debugger's own door: the page's policy against foreign code stays as it is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ({ tags, saidIn }) => {
      const scope = window as unknown as {
        axe?: { run(what: Document, options: object): Promise<{ violations: Finding[] }> };
      };
      const { violations = [] } =
        (await scope.axe?.run(document, { runOnly: tags, resultTypes: ['violations'] })) ?? {};
      const root = document.documentElement;
      const said = [...document.querySelectorAll(saidIn.map((name) => `[${name}]`).join())].flatMap(
        (element) => saidIn.map((name) => element.getAttribute(name) ?? ''),
      );
      return {
        violations,
        text: [document.body.innerText, ...said].join('\n'),
        title: document.title,
        language: root.lang,
        wide: Math.max(
          ...[root, ...document.querySelectorAll('#main, dialog')].map(
            ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
          ),
        ),
      };
    },
    { tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], saidIn: SAID_IN },
  );
  if (screen !== null) await page.setViewportSize(screen);
  for (const { id, impact, nodes } of found.violations) {
    if (impact !== 'serious' && impact !== 'critical') continue;
    faults.push(`axe ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }
  for (const where of ['top', 'bottom'] as const) {
    const met = await inTheWay(page, where);
    if (met !== null) faults.push(`cannot be left from its ${where}: ${met}`);
  }
  const broken = BROKEN_TEXT.exec(found.text)?.[0];
  if (broken !== undefined) faults.push(`shows "${broken}"`);
  if (found.language !== language) faults.push(`is marked as ${found.language}`);
  if (found.title !== title) faults.push(`its title tells "${found.title}"`);
  if (found.wide > 0) faults.push(`is ${found.wide} px too wide`);
  return faults.map((fault) => `${language} ${name}: ${fault}`);
}

/** What a finger meets in place of "Leave" on the page, or in the dialog above it, scrolled to one of its ends; null: nothing. */
function inTheWay(page: Page, where: 'top' | 'bottom'): Promise<string | null> {
  return page.evaluate((end) => {
    const within = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
    // What a finger can scroll, and nothing else.
    const scrolls = (each: Element): boolean => /auto|scroll/.test(getComputedStyle(each).overflowY);
    const inner = [...document.querySelectorAll('dialog, dialog *, #main, #main *')].filter(scrolls);
    for (const each of [document.documentElement, ...inner])
      each.scrollTop = end === 'top' ? 0 : each.scrollHeight;
    const button = within.querySelector('.leave');
    if (button === null) return 'none is there';
    const { left, top, width, height } = button.getBoundingClientRect();
    const met = document.elementFromPoint(left + width / 2, top + height / 2);
    if (button.contains(met)) return null;
    return `${Math.round(left)}, ${Math.round(top)}: ${met?.outerHTML.slice(0, 120) ?? 'outside the window'}`;
  }, where);
}
