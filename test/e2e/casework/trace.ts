import { listAssignments, listCaseDeadlines, listEvents } from '@lamro/database';
import type { Role } from '@lamro/domain';
import type { NoticeText } from '@lamro/wording';
import type { Office } from './office.ts';

/** What one command left behind in a case; what it did not touch is left out. */
export interface Trace {
  /** `command: from → to`, each event of the case in order. */
  readonly events: readonly string[];
  /** Evidence of the events; numbers of the ledger stand as `#`. */
  readonly evidence: readonly unknown[];
  /** Accounts by the kind of the notice. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  /** Words of those notices by their kind. */
  readonly words: Readonly<Record<string, NoticeText>>;
  /** `+` started, `✓` met, `✗` cancelled, `↦` moved; with the agency where a task has its own. */
  readonly clocks: readonly string[];
  /** `task agency: state`, for each that is new or changed. */
  readonly tasks: readonly string[];
}

/** Accounts of a province: one a role for the whole of it, a second analyst, and officers and leaders of agencies. Their ids are those of `office.actor`. */
export async function addAccounts(office: Office, profile: string, agencies: readonly string[]): Promise<void> {
  const people: (readonly [Role, string | null])[] = [
    ...(['analyst', 'coordinator', 'leader', 'administrator', 'auditor'] as const).map((role) => [role, null] as const),
    ['analyst', 'so-ngoai-vu'],
    ...agencies.flatMap((agency) => [['officer', agency] as const, ['leader', agency] as const]),
  ];
  for (const [role, agency] of people) {
    await office.database.pool.query(
      `insert into identity."user" ("id", "name", "email", "emailVerified", "role", "profile", "agency")
       values ($1, $1, $1 || '@example.vn', true, $2, $3, $4)`,
      [`${role}-${agency ?? 'tinh'}`, role, profile, agency],
    );
  }
}

/** Follows one case: each call runs a command a minute later than the last and returns what it left behind. */
export function traceCase(office: Office, caseId: string) {
  let before = emptyState();
  return async (command: () => Promise<unknown>): Promise<Trace> => {
    office.clock.now = new Date(office.clock.now.getTime() + 60_000);
    await command();
    const after = await readState(office, caseId);
    const trace = {
      events: after.events.slice(before.events.length),
      evidence: after.evidence.slice(before.evidence.length),
      told: toldSince(after.notices.slice(before.notices.length)),
      words: wordsSince(after.notices.slice(before.notices.length)),
      clocks: changes(before.clocks, after.clocks),
      tasks: changes(before.tasks, after.tasks),
    };
    before = after;
    return trace;
  };
}

interface State {
  readonly events: readonly string[];
  readonly evidence: readonly unknown[];
  readonly notices: readonly ({ readonly kind: string; readonly who: string } & NoticeText)[];
  readonly clocks: ReadonlyMap<string, string>;
  readonly tasks: ReadonlyMap<string, string>;
}

function emptyState(): State {
  return { events: [], evidence: [], notices: [], clocks: new Map(), tasks: new Map() };
}

async function readState(office: Office, caseId: string): Promise<State> {
  const { pool } = office.database;
  const events = await listEvents(pool, caseId);
  const tasks = await listAssignments(pool, caseId);
  const agencyOf = (id: string | null) => tasks.find((task) => task.id === id)?.agency;
  const clocks = (await listCaseDeadlines(pool, caseId)).map((clock) => {
    const owner = agencyOf(clock.assignmentId);
    const name = owner === undefined ? clock.rule : `${clock.rule} (${owner})`;
    const mark =
      clock.metAt !== null ? '✓' : clock.cancelledAt !== null ? '✗' : clock.extendedFrom !== null ? '↦' : '+';
    return [clock.id, `${mark} ${name}`] as const;
  });
  const notices = await pool.query<State['notices'][number]>(
    'select kind, recipient_id as who, title, body from notices where link = $1 order by id',
    [`/cases/${caseId}`],
  );
  return {
    events: events.map(({ command, fromState, toState }) => `${command}: ${fromState ?? ''} → ${toState}`),
    evidence: events.map(({ evidence }) => masked(evidence)),
    notices: notices.rows,
    clocks: new Map(clocks),
    tasks: new Map(tasks.map(({ id, task, agency, state }) => [id, `${task} ${agency}: ${state}`])),
  };
}

function toldSince(notices: State['notices']): Trace['told'] {
  const kinds = [...new Set(notices.map(({ kind }) => kind))];
  const whoOf = (kind: string) => notices.filter((notice) => notice.kind === kind).map(({ who }) => who);
  return Object.fromEntries(kinds.map((kind) => [kind, whoOf(kind).sort()]));
}

function wordsSince(notices: State['notices']): Trace['words'] {
  return Object.fromEntries(notices.map(({ kind, title, body }) => [kind, { title, body }]));
}

function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...after].filter(([id, text]) => before.get(id) !== text).map(([, text]) => text);
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value === 'string' && /^\d+$/.test(value)) return '#';
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, masked(field)]));
}
