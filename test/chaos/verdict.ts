import { verifyChain } from '@lamro/casework';
import type { Pool } from '@lamro/database';
import type { Acknowledged } from './caseload.ts';

/** What a verification needs of the world beside the ledger. */
export interface Truth {
  readonly profile: string;
  /** Addresses of the press that have appeared so far. */
  readonly published: readonly string[];
  readonly acknowledged: readonly Acknowledged[];
  /** How often each letter has reached the server until now. */
  readonly letters: () => ReadonlyMap<string, number>;
  readonly calls: ReadonlyMap<string, number>;
}

export interface Verdict {
  readonly counts: Readonly<Record<string, number>>;
  /** What must not be; empty when all holds. */
  readonly violations: readonly string[];
}

/** Outlet of the articles that the caseload writes itself; they are no press. */
const OWN_OUTLET = 'Báo Kiểm Thử';

/** Holds the ledger against what was published, commanded and received. */
export async function verify(pool: Pool, truth: Truth): Promise<Verdict> {
  const parts = [
    await articles(pool, truth),
    await chains(pool, truth),
    await reminders(pool, truth),
    await notices(pool, truth),
  ];
  return {
    counts: Object.assign({}, ...parts.map((part) => part.counts)),
    violations: parts.flatMap((part) => part.violations),
  };
}

async function articles(pool: Pool, { profile, published }: Truth): Promise<Verdict> {
  const { rows } = await pool.query<{
    url: string;
    state: string;
    versions: number;
    judged: number;
    judgements: number;
    flags: number;
  }>(
    `select a.canonical_url as url, a.state,
       (select count(*) from article_versions v where v.article_id = a.id)::int as versions,
       (select count(*) from article_versions v where v.article_id = a.id and v.judged_at is not null)::int as judged,
       (select count(*) from judgements j where j.article_id = a.id)::int as judgements,
       (select count(*) from flags f where f.article_id = a.id)::int as flags
     from articles a join outlets o on o.id = a.outlet_id where a.profile = $1 and o.name <> $2`,
    [profile, OWN_OUTLET],
  );
  const byUrl = Map.groupBy(rows, (row) => row.url);
  const lost = published.filter((url) => byUrl.get(url)?.[0]?.judged !== 1);
  const known = new Set(published);
  const doubled = rows.filter(
    (row) => (byUrl.get(row.url)?.length ?? 0) > 1 || row.versions > 1 || row.judgements > 1 || row.flags > 1,
  );
  const strange = rows.filter((row) => !known.has(row.url));
  return {
    counts: {
      published: published.length,
      articles: rows.length,
      lost: lost.length,
      doubled: doubled.length,
      'not of the press': strange.length,
    },
    violations: [
      ...lost.map((url) => `article lost: ${url} (${JSON.stringify(byUrl.get(url) ?? 'not in the ledger')})`),
      ...doubled.map((row) => `article doubled: ${JSON.stringify(row)}`),
      ...strange.map((row) => `article that was never published: ${row.url}`),
    ],
  };
}

async function chains(pool: Pool, { profile, acknowledged }: Truth): Promise<Verdict> {
  const report = await verifyChain(pool, profile);
  const { rows } = await pool.query<{ caseId: string; seq: number; state: string; command: string }>(
    'select case_id as "caseId", seq, to_state as state, command from case_events where profile = $1',
    [profile],
  );
  const written = new Set(rows.map(({ caseId, seq, state }) => `${caseId} ${seq} ${state}`));
  const missing = acknowledged.filter(({ caseId, seq, state }) => !written.has(`${caseId} ${seq} ${state}`));
  const commands = Map.groupBy(rows, ({ caseId, command }) => `${caseId} ${command}`);
  const twice = [...commands].filter(([, events]) => events.length > 1).map(([name]) => name);
  return {
    counts: {
      cases: report.cases,
      events: report.events,
      acknowledged: acknowledged.length,
      'commands lost': missing.length,
      'commands twice': twice.length,
      'chains broken': report.ok ? 0 : 1,
    },
    violations: [
      ...(report.ok ? [] : [`chain broken: ${JSON.stringify(report.firstBroken ?? report.brokenRoot)}`]),
      ...missing.map((command) => `acknowledged but not in the chain: ${JSON.stringify(command)}`),
      ...twice.map((name) => `command carried out twice: ${name}`),
    ],
  };
}

/** Deadlines of the caseload that are over: whoever keeps or watches them is told once. */
async function reminders(pool: Pool, { profile }: Truth): Promise<Verdict> {
  const { rows } = await pool.query<{ id: string; told: number; people: number }>(
    `select d.id, count(n.id)::int as told, count(distinct n.recipient_id)::int as people
     from deadlines d left join notices n on n.profile = d.profile and n.kind = 'deadline-due' and n.dedupe_key like 'deadline:' || d.id || ':due:%'
     where d.profile = $1 and d.rule = 'thu-pha' and d.reminded_due_at is not null group by d.id`,
    [profile],
  );
  const untold = rows.filter((row) => row.told === 0);
  const twice = rows.filter((row) => row.told > row.people);
  return {
    counts: { 'deadlines reminded of': rows.length },
    violations: [
      ...untold.map(({ id }) => `deadline ${id} counts as reminded of and nobody was told`),
      ...twice.map(({ id, told, people }) => `deadline ${id}: ${told} reminders to ${people} people`),
    ],
  };
}

async function notices(pool: Pool, { profile, letters: lettersNow, calls }: Truth): Promise<Verdict> {
  // Work goes on while this looks: what was there before must be known by now, what is known must be there afterwards.
  const before = lettersNow();
  const { rows } = await pool.query<{ id: string; channel: string; state: string }>(
    'select message_id as id, channel, state from deliveries where profile = $1',
    [profile],
  );
  const unplanned = await pool.query<{ times: number; notices: number }>(
    `select times, count(*)::int as notices from (
       select count(d.id)::int as times from notices n left join delivery_notices dn on dn.notice_id = n.id
       left join deliveries d on d.id = dn.delivery_id and d.channel = 'email'
       where n.profile = $1 and n.planned_at is not null group by n.id) planned where times <> 1 group by times`,
    [profile],
  );
  const letters = lettersNow();
  const mail = rows.filter((row) => row.channel === 'email');
  const hooks = rows.filter((row) => row.channel === 'webhook');
  const twice = [...letters].filter(([, times]) => times > 1);
  const falselyDelivered = mail.filter((row) => row.state === 'delivered' && letters.get(row.id) !== 1);
  // Taken by the receiver without our knowing: only `uncertain`, or still in the hand of a sender, may say so.
  const secretly = mail.filter((row) => (row.state === 'waiting' || row.state === 'failed') && before.has(row.id));
  const unheard = hooks.filter((row) => row.state === 'delivered' && !calls.has(row.id));
  const givenUp = rows.filter((row) => row.state === 'failed');
  const open = rows.filter((row) => row.state === 'waiting' || row.state === 'sending');
  return {
    counts: {
      letters: letters.size,
      'letters twice': twice.length,
      uncertain: mail.filter((row) => row.state === 'uncertain').length,
      'calls taken': calls.size,
      'calls repeated': [...calls.values()].filter((times) => times > 1).length,
      'notices open': open.length,
      'notices given up': givenUp.length,
    },
    violations: [
      ...unplanned.rows.map(({ times, notices: found }) => `${found} notices with ${times} letters instead of 1`),
      ...twice.map(([id, times]) => `letter ${id} taken ${times} times`),
      ...falselyDelivered.map(
        (row) => `letter ${row.id} counts as delivered and reached the server ${letters.get(row.id) ?? 0} times`,
      ),
      ...secretly.map((row) => `letter ${row.id} reached the server and is ${row.state}`),
      ...givenUp.map((row) => `${row.channel} ${row.id} was given up, although its receiver came back`),
      ...unheard.map((row) => `webhook call ${row.id} counts as delivered and was never answered`),
    ],
  };
}
