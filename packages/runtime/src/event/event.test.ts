import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type EventFields, note, withEvent } from './event.ts';

describe('note', () => {
  it('reaches the event of its own work and no other that runs at the same time', async () => {
    const events: EventFields[] = [{ job: 1 }, { job: 2 }];
    await Promise.all(
      events.map((fields, index) =>
        withEvent(fields, async () => {
          await sleep(1);
          note({ host: `bao-${index + 1}.example` });
        }),
      ),
    );
    expect(events).toEqual([
      { job: 1, host: 'bao-1.example' },
      { job: 2, host: 'bao-2.example' },
    ]);
  });

  it('does nothing where no work is under way', () => {
    expect(() => note({ host: 'bao.example' })).not.toThrow();
  });
});
