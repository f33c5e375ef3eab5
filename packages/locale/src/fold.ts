export { foldForIndex, foldForQuery } from './fold-words.ts';
