/**
 * Leaves alone the words that only whoever mends the program reads: what an exception says, and the detail of a failure.
 * The code of a failure is changed like everything else.
 */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Who says something to that person, and as which argument. */
const SAYERS = {
  fail: 1,
  notAllowed: 0,
  refuse: 0,
  Fields: 1,
  asList: 1,
  asBytes: 1,
  asId: 1,
  readTexts: 1,
  readName: 1,
  Error: 0,
  ShapeError: 0,
  NotCanonical: 0,
  NotThatShape: 0,
};

function shouldIgnore({ node, parent }) {
  const text = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
  if (!text || (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression')) return undefined;
  const at = SAYERS[parent.callee.name];
  return at !== undefined && parent.arguments[at] === node ? 'words for whoever mends it' : undefined;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words', { shouldIgnore })];
