export * from './adapters.ts';
export * from './client.ts';
export { Engine, SqliteError } from './database/engine.ts';
export { fetchTransport } from './transport.ts';
export { type LocalVault, localVault } from './vault.ts';
