import type { Language } from '@dayaq/domain';
import type { OfferName } from './offers.ts';

/** Something that happened to people there, so many days before the world's today. */
export interface DemoEvent {
  type: 'refusal' | 'exit' | 'closure' | 'passed-on' | 'complaint';
  daysAgo: number;
  why?: string;
  groups?: readonly string[];
  words?: string;
}

/** An invented provider. What it does not say is as its offers usually are. */
export interface DemoProvider {
  name: string;
  language: Language;
  offers: readonly OfferName[];
  area: string;
  trust: 'vetted' | 'known' | 'not-known' | 'doubtful' | 'harmful';
  names?: string;
  /** Its name in other languages. */
  nameIn?: Readonly<Partial<Record<Language, string>>>;
  state?: 'paused' | 'ended';
  /** Days ago that somebody last made sure; none: nobody ever did. */
  checked?: number;
  note?: string;
  reportsTo?: readonly string[];
  /** A closure: from so many days from today, for so many days. */
  shut?: { from: number; days: number; why: string };
  events?: readonly DemoEvent[];
}

export type ProviderList = readonly DemoProvider[];
