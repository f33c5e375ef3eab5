export { todayByServer as today } from '../vault/now-by-server.ts';
