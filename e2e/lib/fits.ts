import type { CDPSession, Page } from 'playwright-core';

/** A screen on which every page is looked at. */
export interface Screen {
  name: string;
  width: number;
  height: number;
  /** Size of the device's text in per cent. */
  text?: number;
}

/** The narrowest phone, large text, a tablet, a laptop and a wide desk. */
export const SCREENS: readonly Screen[] = [
  { name: '320 px', width: 320, height: 740 },
  { name: '200 % text', width: 360, height: 740, text: 200 },
  { name: '768 px', width: 768, height: 1024 },
  { name: '1280 px', width: 1280, height: 800 },
  { name: '1920 px', width: 1920, height: 1080 },
];
const TABLET = 720;
/** The share of the height that what sticks may take. */
const STICKS_AT_MOST = 1 / 5;
const TEXT = 16;
const MONOSPACE = 13;

/** Looks at one page on one screen after another, and leaves it as it was. */
export class Fitting {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<Fitting> {
    return new Fitting(page, await page.context().newCDPSession(page));
  }

  /** @returns each fault in a line */
  async look(name: string, screens = SCREENS): Promise<string[]> {
    const before = this.#page.viewportSize();
    const faults: string[] = [];
    for (const screen of screens) {
      await this.#show(screen);
      for (const fault of await this.#measure(screen)) faults.push(`${name} at ${screen.name}: ${fault}`);
    }
    if (before !== null) await this.#show({ name: '', ...before });
    return faults;
  }

  async #show({ width, height, text = 100 }: Screen): Promise<void> {
    const fontSizes = { standard: (TEXT * text) / 100, fixed: (MONOSPACE * text) / 100 };
    await this.#session.send('Page.setFontSizes', { fontSizes });
    await this.#page.setViewportSize({ width, height });
    // Two frames: the sizes are drawn, and what watches them has answered.
    await this.#page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }

  #measure(screen: Screen): Promise<string[]> {
    const { width, height } = screen;
    return this.#page.evaluate(measure, {
      width,
      height,
      most: Math.floor(height * STICKS_AT_MOST),
      isPhone: width < TABLET,
    });
  }
}

interface Measured {
  width: number;
  height: number;
  /** Pixels that what sticks may take of the height. */
  most: number;
  isPhone: boolean;
}

/** Runs in the page. */
function measure({ width, height, most, isPhone }: Measured): string[] {
  const faults: string[] = [];
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  const scope: Element = dialog ?? document.body;
  const name = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 40)}`;
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && getComputedStyle(element).clipPath === 'none';
  const scrollsSideways = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) || getComputedStyle(at).clipPath !== 'none')
        return true;
    return false;
  };

  // Nothing reaches over the edge, whether or not one could scroll there.
  const leaves = [...scope.querySelectorAll('*')].filter(
    (element) => element.childElementCount === 0 && !element.closest('svg') && isSeen(element),
  );
  const beyond = leaves.filter((element) => {
    const { left, right, width: wide } = element.getBoundingClientRect();
    return wide > 0 && (right > width + 1 || left < -1) && !scrollsSideways(element);
  });
  if (beyond[0] !== undefined) faults.push(`reaches over the edge: ${name(beyond[0])}`);
  const wide = document.documentElement.scrollWidth - width;
  if (wide > 0) faults.push(`is ${wide} px too wide`);

  // What sticks leaves the page its room, in the middle of it and at its ends.
  const scrolls = [document.documentElement, ...scope.querySelectorAll('main, .pane, .page-main, dialog *')];
  const scroller = scrolls.find(
    (each) =>
      each.scrollHeight > each.clientHeight + 1 &&
      (each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowY)),
  );
  if (scroller !== undefined)
    scroller.scrollTop = Math.max(height / 2, (scroller.scrollHeight - scroller.clientHeight) / 2);
  const sticks = [...scope.querySelectorAll('*')].filter((element) => {
    if (!/sticky|fixed/.test(getComputedStyle(element).position) || !isSeen(element)) return false;
    const { top, bottom, width: wideness, height: high } = element.getBoundingClientRect();
    return wideness > width / 2 && high < height / 2 && bottom > 0 && top < height;
  });
  const bands = sticks
    .map((element) => element.getBoundingClientRect())
    .map(({ top, bottom }) => [Math.max(0, top), Math.min(height, bottom)] as const)
    .sort((a, b) => a[0] - b[0]);
  let taken = 0;
  let until = 0;
  for (const [top, bottom] of bands) {
    taken += Math.max(0, bottom - Math.max(top, until));
    until = Math.max(until, bottom);
  }
  // A page that hardly scrolls hides nothing behind what sticks.
  const isLong = scroller !== undefined && scroller.scrollHeight - scroller.clientHeight > height / 4;
  if (isPhone && dialog === undefined && isLong && taken > most)
    faults.push(
      `${Math.round(taken)} px stick, of ${most}: ${sticks.map((each) => `${name(each)} ${Math.round(each.getBoundingClientRect().top)}–${Math.round(each.getBoundingClientRect().bottom)}`).join(' | ')}`,
    );

  // Whatever takes the focus can be seen: nothing lies over it.
  const wanted = 'a[href], button:not([disabled]), input, select, textarea, summary';
  const takers = [...scope.querySelectorAll<HTMLElement>(wanted)].filter(
    (element) =>
      isSeen(element) && element.closest('nav.nav') === null && element.getBoundingClientRect().height > 1,
  );
  const step = Math.max(1, Math.floor(takers.length / 10));
  const at = document.activeElement;
  for (const taker of takers.filter((_, index) => index % step === 0 || index === takers.length - 1)) {
    taker.focus();
    taker.scrollIntoView({ block: 'nearest' });
    const { left, top, width: wideness, height: high } = taker.getBoundingClientRect();
    const x = left + wideness / 2;
    const y = Math.max(top, 0) + Math.min(high, height - Math.max(top, 0)) / 2;
    const met = document.elementFromPoint(x, y);
    const label =
      taker.closest('label') ?? (taker.id === '' ? null : document.querySelector(`label[for="${taker.id}"]`));
    if (met === null) faults.push(`cannot be seen when it has the focus: ${name(taker)}`);
    else if (!taker.contains(met) && !met.contains(taker) && label?.contains(met) !== true)
      faults.push(`lies under ${name(met)} when it has the focus: ${name(taker)}`);
  }
  if (at instanceof HTMLElement) at.focus({ preventScroll: true });
  else (document.activeElement as HTMLElement | null)?.blur();

  // Names of places and tabs: whole words, two lines at most, none over another.
  for (const link of document.querySelectorAll('.nav-link, .tabs a')) {
    if (!isSeen(link)) continue;
    const edges = link.getBoundingClientRect();
    for (const text of [...link.childNodes].flatMap((node) =>
      node.nodeType === 3
        ? [node]
        : node instanceof Element &&
            node.tagName === 'SPAN' &&
            isSeen(node) &&
            node.getAttribute('class') === null
          ? [...node.childNodes]
          : [],
    )) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const lines = [...range.getClientRects()].filter((line) => line.width > 0);
      const words = (text.textContent ?? '').trim().split(/\s+/);
      if (lines.length > Math.min(2, words.length) && isPhone) faults.push(`breaks its words: ${name(link)}`);
      if (lines.some(({ left, right }) => left < edges.left - 1 || right > edges.right + 1))
        faults.push(`is wider than its place: ${name(link)}`);
    }
  }

  const leave = (dialog ?? document).querySelector('.leave');
  const place = leave?.getBoundingClientRect();
  if (leave == null || place === undefined) faults.push('cannot be left');
  else {
    const met = document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
    if (!leave.contains(met)) faults.push(`cannot be left: ${met === null ? 'Leave is outside' : name(met)}`);
  }
  return faults;
}
