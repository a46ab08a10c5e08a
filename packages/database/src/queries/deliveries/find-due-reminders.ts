import type { Queryable } from '../../connection/connection.ts';

export interface DueReminder {
  readonly id: string;
  readonly profile: string;
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly rule: string;
  readonly dueAt: Date;
  readonly phase: 'before' | 'due' | 'after';
  /** Those who have to keep it: the agency of its task, else those that answer for the case. */
  readonly agencies: readonly string[];
}

/**
 * Locks running deadlines whose people are to be reminded: a day before (half way of a shorter one), at the end, and a day
 * after. A reminder older than its present moment was of a time that has been extended since.
 */
export async function findDueReminders(db: Queryable, at: Date, limit: number): Promise<readonly DueReminder[]> {
  const { rows } = await db.query<DueReminder>(
    `select d.id, d.profile, c.id as "caseId", c.number, c.title, d.rule, d.due_at as "dueAt",
       case when m.after_at <= $1 then 'after' when d.due_at <= $1 then 'due' else 'before' end as phase,
       array(select distinct agency from (
         select s.agency from assignments s where s.id = d.assignment_id
         union all select unnest(array[c.lead_agency, c.dossier_agency]) where d.assignment_id is null) kept
         where agency is not null) as agencies
     from deadlines d join cases c on c.id = d.case_id
     cross join lateral (select d.due_at + interval '1 day' as after_at,
       greatest(d.due_at - interval '1 day', d.starts_at + (d.due_at - d.starts_at) / 2) as before_at) m
     where d.met_at is null and d.cancelled_at is null and c.state <> 'closed'
       and case when m.after_at <= $1 then d.reminded_after_at is null or d.reminded_after_at < m.after_at
         when d.due_at <= $1 then d.reminded_due_at is null or d.reminded_due_at < d.due_at
         else m.before_at <= $1 and (d.reminded_before_at is null or d.reminded_before_at < m.before_at) end
     order by d.due_at, d.id limit $2 for update of d skip locked`,
    [at, limit],
  );
  return rows;
}
