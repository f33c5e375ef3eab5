/** Writes down each change as soon as it was tried, one a line, so that a run that is stopped has said what it found. */
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

class Record {
  onMutantTested({ fileName, location, mutatorName, replacement, status, killedBy, coveredBy }) {
    const line = {
      file: relative(process.cwd(), fileName),
      from: location.start,
      to: location.end,
      mutator: mutatorName,
      replacement,
      status,
      killedBy,
      tests: coveredBy?.length,
    };
    appendFileSync(process.env.MUTANTS_RECORD, `${JSON.stringify(line)}\n`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'record', Record)];
