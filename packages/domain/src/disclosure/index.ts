/** What may be shown of counts, so that no small one can be reckoned from the rest, and what of records may leave the seal. */
export * from './counts.ts';
export * from './leaving.ts';
export * from './measured.ts';
export * from './table.ts';
