/**
 * `spaces.settled_log` is the life of the log in which one who holds the keys said that it has every act of the team that
 * their device knows. A restore begins another life, so nobody has to take it back.
 */
export const settledLogs = 'alter table spaces add column settled_log bytea;';
