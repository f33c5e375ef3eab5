/**
 * A timer belongs to the member who set it: nobody else moves it, takes it back or makes it fire. `position` is the end of
 * the space's log when it was set, so that whoever takes themselves out of it is known to have read as far. Timers from
 * before this belong to nobody (an empty `setter_id`) and fire as they stand.
 *
 * `woken`: that an account was woken for a timer at a quarter hour, for two days: a hash over the timer's number and the
 * account. The number goes when the timer has fired, and whom a mark is about with it.
 */
export const timersOfMembers = `
delete from timers where octet_length(account_ids) = 0;
alter table timers
  add column setter_id bytea not null default '',
  add column position bigint not null default 0,
  drop constraint timers_pkey,
  add primary key (space_id, setter_id, timer_id);
alter table timers
  alter column setter_id drop default,
  alter column position drop default;
drop index timers_due;
create index timers_due on timers (due_quarter);
create index timers_named on timers (space_id, timer_id);

create table woken (
  space_id bytea not null,
  mark bytea not null,
  due_quarter integer not null,
  primary key (space_id, mark)
);`;
