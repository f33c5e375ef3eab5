export { foldForIndex, foldForQuery, isShort } from './fold-words.ts';
