/** Figures as values of a DHIS2: a mapping file, what each number becomes by it, and the file that DHIS2 takes. */
export * from './mapping.ts';
export * from './value-set.ts';
