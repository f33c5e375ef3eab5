export { foldForIndex, foldForQuery } from './fold-words.ts';
export { codeMeant, looksLike } from './look-alikes.ts';
export { telephonesIn, telephonesTyped, type TypedTelephone } from './telephones.ts';
