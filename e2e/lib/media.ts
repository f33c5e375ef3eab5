import type { Page } from 'playwright-core';

interface Axe {
  run(
    what: Document,
    options: object,
  ): Promise<{ violations: { nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/**
 * Looks at a page as devices show it that are dark, choose the colours themselves, or keep still. `inspect` has looked at it
 * before, and has brought axe along.
 * @returns each fault in a line
 */
export async function inOtherMedia(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const fault of await page.evaluate(faintIn)) faults.push(`dark: ${fault}`);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' });
  for (const fault of await page.evaluate(unmarked)) faults.push(`forced colours: ${fault}`);
  for (const fault of await page.evaluate(moving)) faults.push(`reduced motion: ${fault}`);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' });
  return faults.map((fault) => `${name}, ${fault}`);
}

/** Words that are hard to tell from their ground. */
async function faintIn(): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe };
  const { violations } = await axe.run(document, {
    runOnly: { type: 'rule', values: ['color-contrast'] },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => `faint: ${html.slice(0, 120)}`));
}

/** What is chosen, or can be pressed, and looks like everything around it once its fill is gone. */
function unmarked(): string[] {
  const chosen = document.querySelectorAll(
    '[aria-current]:not([aria-current="false"]), [aria-pressed="true"], [aria-selected="true"], [data-chosen="true"]',
  );
  const pressed = document.querySelectorAll('.button, .chip, .segment');
  const line = ({
    outlineStyle,
    outlineWidth,
    borderTopStyle,
    borderTopWidth,
  }: CSSStyleDeclaration): boolean =>
    (outlineStyle !== 'none' && outlineWidth !== '0px') ||
    (borderTopStyle !== 'none' && borderTopWidth !== '0px');
  return [...chosen, ...pressed]
    .filter((element) => element.checkVisibility() && !line(getComputedStyle(element)))
    .map((element) => `nothing marks ${element.outerHTML.slice(0, 120)}`);
}

/** What still moves for longer than an eye can see. */
function moving(): string[] {
  return document
    .getAnimations()
    .filter(({ playState }) => playState === 'running')
    .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1)
    .map(
      ({ effect }) => `moves: ${(effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 120) ?? ''}`,
    );
}
