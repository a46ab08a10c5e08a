import type { Queryable } from '../../connection/connection.ts';

export interface UntoldAlarm {
  readonly id: string;
  readonly profile: string;
  readonly outlet: string;
  readonly url: string;
  readonly alarm: string;
  readonly alarmSince: Date | null;
}

/** Takes the alarms of enabled sources that nobody was told of; one that ended may be told of again. */
export async function findUntoldAlarms(db: Queryable, limit: number): Promise<readonly UntoldAlarm[]> {
  await db.query('update sources set told_alarm = null where alarm is null and told_alarm is not null');
  const { rows } = await db.query<UntoldAlarm>(
    `with taken as (
       update sources set told_alarm = alarm where id in (
         select id from sources where enabled and alarm is not null and told_alarm is distinct from alarm
         order by id limit $1 for update skip locked)
       returning id, profile, outlet_id, url, alarm, alarm_since)
     select t.id, t.profile, o.name as outlet, t.url, t.alarm, t.alarm_since as "alarmSince"
     from taken t join outlets o on o.id = t.outlet_id order by t.id`,
    [limit],
  );
  return rows;
}
