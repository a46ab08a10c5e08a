import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, lasting } from './fault.ts';
import type { Mood, Receiver } from './receivers.ts';
import type { World } from './world.ts';

const MOODS: readonly Mood[] = ['refusing', 'broken', 'slow', 'cutting'];
const RECEIVERS: readonly Receiver[] = ['mail', 'webhook'];
const MEET_WITHIN_MS = 180_000;

/** The mail server, then the webhook's receiver, in each mood: a sender meets it and is killed while it lasts. */
export const badReceivers: Fault = {
  name: 'mail and webhook faults under SIGKILL',
  share: lasting(90),
  play: async (world) => {
    const { receivers, crew } = world;
    let [moodsMet, kills] = [0, 0];
    try {
      for (const receiver of RECEIVERS)
        for (const mood of MOODS) {
          await crew.allAtWork();
          receivers.turn(receiver, mood);
          await meet(world, receiver, mood);
          moodsMet += 1;
          await sleep(Math.random() * 2_000);
          if (crew.kill('dispatcher') !== null) kills += 1;
          receivers.turn(receiver, 'well');
        }
    } finally {
      for (const receiver of RECEIVERS) receivers.turn(receiver, 'well');
    }
    return { 'moods met': moodsMet, kills, ...(await attempts(world)) };
  },
};

async function meet({ receivers }: World, receiver: Receiver, mood: Mood): Promise<void> {
  const before = receivers.met(receiver, mood);
  for (const until = performance.now() + MEET_WITHIN_MS; receivers.met(receiver, mood) === before; await sleep(50))
    if (performance.now() > until)
      throw new Error(`no sender came to the ${receiver} receiver while it was ${mood}; the dispatcher's log says why`);
}

async function attempts({ pool }: World): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ what: string; times: number }>(
    `select d.channel || ' ' || coalesce(a.status, 'under way') || coalesce(' ' || a.kind, '') as what, count(*)::int as times
     from delivery_attempts a join deliveries d on d.id = a.delivery_id group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ what, times }) => [`attempts: ${what}`, times]));
}
