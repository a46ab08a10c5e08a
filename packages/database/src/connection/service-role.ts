/** What services work as: all they need, but never a change to an event, an audit line or a root (migration 0013). */
export const SERVICE_ROLE = 'lamro_service';

/**
 * The same server and account, working as the role of the services from the first statement on. The account must own the
 * database or have been granted the role.
 *
 * @example openPool(asServiceRole(cluster.url('lamro')), use)
 */
export function asServiceRole(connectionString: string): string {
  return asRole(connectionString, SERVICE_ROLE);
}

/** The same server and account, working as one role from the first statement on. */
export function asRole(connectionString: string, role: string): string {
  return withStartOption(connectionString, `-c role=${role}`);
}

/** Adds an option for the start of each session, beside those that the address has. */
export function withStartOption(connectionString: string, option: string): string {
  const url = new URL(connectionString);
  const present = url.searchParams.get('options');
  url.searchParams.set('options', present === null ? option : `${present} ${option}`);
  return url.href;
}
