export * from './assess.ts';
export * from './instrument.ts';
export * from './instruments.ts';
export * from './conclusive.ts';
