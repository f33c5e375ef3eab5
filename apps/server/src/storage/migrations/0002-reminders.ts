/**
 * Waking people whose app is closed, without knowing what for.
 *
 * `push_subscriptions`: the devices that asked for it. `endpoint_hash` is the SHA-256 of the address.
 * `timers`: whom to wake (16 bytes each) at which quarter hour since 1970. When it has fired, nobody stands in it any
 * more; its id stays for two days, so that a device that knew nothing of it does not wake the same people again.
 * `pushes`: messages on their way. A device has at most one, since one says as much as two.
 */
export const reminders = `
create table push_subscriptions (
  account_id bytea not null,
  endpoint_hash bytea not null,
  endpoint text not null,
  p256dh bytea not null,
  auth bytea not null,
  added_day integer not null,
  primary key (account_id, endpoint_hash)
);

create table pushes (
  account_id bytea not null,
  endpoint_hash bytea not null,
  tries integer not null,
  next_minute integer not null,
  primary key (account_id, endpoint_hash)
);
create index pushes_due on pushes (next_minute);

create table timers (
  space_id bytea not null,
  timer_id bytea not null,
  due_quarter integer not null,
  account_ids bytea not null,
  primary key (space_id, timer_id)
);
create index timers_due on timers (due_quarter) where octet_length(account_ids) > 0;
`;
