import { type Identity, may } from '@lamro/access';
import type { Queues } from '@lamro/queue';
import type { MiddlewareHandler } from 'hono';

/** Where the pages of the queues stand. */
export const BOARD_PATH = '/administration/queues';

/**
 * Shows the queues to administrators: jobs carry ids of every province of the installation. It takes a session and no key: these are pages for people.
 *
 * @example app.use(`${BOARD_PATH}/*`, queueBoard(identity, queues))
 */
export function queueBoard(identity: Pick<Identity, 'actorOf'>, queues: Pick<Queues, 'board'>): MiddlewareHandler {
  const board = queues.board(BOARD_PATH);
  return async (c) => {
    const headers = new Headers(c.req.raw.headers);
    headers.delete('authorization');
    const actor = await identity.actorOf(headers);
    if (actor === null) return c.redirect(`/sign-in?back=${encodeURIComponent(BOARD_PATH)}`, 303);
    const decision = may(actor, 'queue.change', { profile: actor.profile });
    if (!decision.allowed) return c.text(`${decision.why}\n`, 403);
    return board.fetch(c.req.raw);
  };
}
