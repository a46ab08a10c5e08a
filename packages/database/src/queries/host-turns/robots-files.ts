import type { Queryable } from '../../connection/connection.ts';

export interface RobotsFile {
  readonly origin: string;
  readonly verdict: 'rules' | 'open' | 'closed';
  readonly text: string;
  readonly expiresAt: Date;
}

/** What an origin's robots.txt said, or null. */
export async function findRobotsFile(db: Queryable, origin: string): Promise<RobotsFile | null> {
  const { rows } = await db.query<RobotsFile>(
    'select origin, verdict, text, expires_at as "expiresAt" from robots_files where origin = $1',
    [origin],
  );
  return rows[0] ?? null;
}

/** Keeps what an origin's robots.txt said, in place of what it said before. */
export async function saveRobotsFile(db: Queryable, file: RobotsFile): Promise<void> {
  await db.query(
    `insert into robots_files (origin, verdict, text, expires_at) values ($1, $2, $3, $4)
     on conflict (origin) do update set verdict = excluded.verdict, text = excluded.text, expires_at = excluded.expires_at`,
    [file.origin, file.verdict, file.text.replaceAll('\u0000', ''), file.expiresAt],
  );
}
