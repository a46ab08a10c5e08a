import type { Queryable } from '../../connection/connection.ts';
import type { CommandKey } from './begin-command.ts';

/** Keeps what a command answered. */
export async function finishCommand(
  db: Queryable,
  answer: CommandKey & { status: number; headers: Readonly<Record<string, string>>; body: string | null; at: Date },
): Promise<void> {
  await db.query(
    `update idempotent_commands set finished_at = $3, status = $4, headers = $5, body = $6 where actor_id = $1 and key = $2`,
    [answer.actorId, answer.key, answer.at, answer.status, JSON.stringify(answer.headers), answer.body],
  );
}
