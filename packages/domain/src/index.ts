export * from './kind.ts';
export * from './kinds/index.ts';
export * from './code-lists/index.ts';
export * from './packs/index.ts';
export type { Area, CountryPack } from './packs/pack.ts';
export * from './fuzzy-date.ts';
export * from './card.ts';
