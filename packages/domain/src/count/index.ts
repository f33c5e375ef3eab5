/** Counting that says what it counts, on the device, of narrow facts that the kinds declare; and the gate through which it leaves. */
export { AGREED, type Narrow, narrowOf, type NarrowRow } from './narrow.ts';
export { COUNTED, type CountedField, NOT_KNOWN, NOT_SAID, SEVERAL } from './declared.ts';
export { count, type Count, type Range } from './count.ts';
export { Facts } from './facts.ts';
export { SaidBefore } from './before.ts';
export { give, Given, readGiven, type Refusal, writeGiven } from './give.ts';
export type { GivenTable } from './given-table.ts';
export * from './question.ts';
export { type About, actsAbout, type Bearing, bearingCases, saysNothing } from './bearing.ts';
export * from './patterns.ts';
export { foldedWords } from './folded-words.ts';
export { type Rise, rise, risesIn, risesOf, SAID_BELOW } from './rise.ts';
export { monthAfter, notWhole, type NotWhole } from './whole.ts';
