/** PostgreSQL's settings, given on its command line so that no edited file changes what is promised here. */
export const SETTINGS: Readonly<Record<string, string>> = {
  // What was acknowledged survives a power cut.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  // Its log says that it could not start, or that it crashed; never a statement, a value, a host or a user.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_connections: '',
  log_disconnections: 'off',
  log_hostname: 'off',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_line_prefix: '',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  logging_collector: 'off',
  track_activities: 'off',

  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  // Statements here are short: compiling them costs more than it saves.
  jit: 'off',
};
