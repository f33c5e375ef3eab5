export {
  exportHsds,
  hsdsCsv,
  type HeldBack,
  type HsdsExport,
  hsdsJson,
} from './export.ts';
export { type HsdsImport, importHsdsCsv, importHsdsJson, type ImportOptions } from './import.ts';
export { HSDS_LIMITS } from './read.ts';
export { isRefusal, type Note, type Refusal, type Remark } from './report.ts';
