import type { Translator } from '@dayaq/locale';
import { expect } from 'vitest';
import type { Device } from './device.ts';

/** The person at the public page, in the language of `t`. */
export class Visiting {
  readonly device: Device;
  readonly t: Translator['t'];
  constructor(device: Device, t: Translator['t']) {
    this.device = device;
    this.t = t;
  }

  press(name: string): Promise<void> {
    return this.device.page.getByRole('button', { name, exact: true }).click();
  }

  /** From the first page to the form, with a story in it. */
  async tell(story: string): Promise<void> {
    const { page } = this.device;
    await this.device.goto('/page/');
    await page.getByRole('link', { name: this.t('visitors.front.tell') }).click();
    await page.locator('#story').fill(story);
  }

  /** Goes on to the twelve words, and answers them. */
  async toWords(): Promise<string[]> {
    const { page } = this.device;
    await this.press(this.t('visitors.tell.next'));
    await page.getByRole('heading', { name: this.t('visitors.keep.title') }).waitFor();
    const words = await page.locator('#words li').allInnerTexts();
    expect(words).toHaveLength(12);
    return words;
  }

  /** Gives the word that is asked for, and sends. */
  async confirm(words: readonly string[]): Promise<void> {
    const { page } = this.device;
    const asked = await page.locator('#which').innerText();
    const number = Number(/\d+/.exec(asked)?.[0]);
    await page.locator('#confirm').fill(words[number - 1] ?? '');
    await this.press(this.t('visitors.send.send'));
  }

  /** From the first page, with twelve words, to whatever waits for whoever has them. */
  async comeBack(words: readonly string[]): Promise<void> {
    const { page } = this.device;
    await page.getByRole('link', { name: this.t('visitors.front.back') }).click();
    await page.locator('#code').fill(words.join(' '));
    await this.press(this.t('visitors.back.open'));
  }

  async isSent(): Promise<void> {
    await this.device.page.getByRole('heading', { name: this.t('visitors.send.sent') }).waitFor();
  }
}
