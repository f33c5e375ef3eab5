export { Problem } from './problem.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
export { makeFoundingToken } from './founding-link.ts';
