/** What may be shown of counts, so that no small one can be reckoned from the rest. */
export * from './counts.ts';
export * from './table.ts';
