import { randomBytes } from 'node:crypto';
import { COMMANDS, type Command, type Reach } from '@lamro/access';
import { saveProfile } from '@lamro/database';
import { ROLES, type Role } from '@lamro/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, PROFILE } from '../../services/api/test/house.ts';
import { type Asked, addressOf, furnish, type Ids, readRoutes, smallestBody } from './routes.ts';

const OTHER_PROVINCE = 'cao-bang';
const OTHER_AGENCY = 'so-cong-thuong';
/** Words that stand in what the house holds, and in nothing of another province. */
const MARKS = ['Bài kiểm thử số', 'Báo Kiểm Thử', 'Khác số liệu', ...ROLES.map((role) => `${role}@thu-nghiem.example`)];

let house: House;
let asked: readonly Asked[] = [];
let ids: Ids = {};
/** Keys of people by where they are and what they may do, as "outside officer". */
const keys = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse();
  asked = await readRoutes(house);
  ids = await furnish(house);
  const { pool } = house.database;
  await saveProfile(pool, { id: OTHER_PROVINCE, name: OTHER_PROVINCE, content: {}, contentHash: '' });
  await house.call('analyst', `/cases/${ids['caseId']}/assign`, { body: {} });
  await house.call('leader', `/cases/${ids['caseId']}/approve-assignment`, { body: {} });
  const agencies = await pool.query<{ lead: string; builder: string }>(
    'select lead_agency as lead, dossier_agency as builder from cases where id = $1',
    [ids['caseId']],
  );
  const [agency] = agencies.rows;
  if (agency === undefined) throw new Error('the case has no agencies');
  for (const role of ROLES) {
    keys.set(`inside ${role}`, await keyOf(role, PROFILE, agency.lead));
    keys.set(`builder ${role}`, await keyOf(role, PROFILE, agency.builder));
    keys.set(`outside ${role}`, await keyOf(role, PROFILE, OTHER_AGENCY));
    // There is no officer without an agency.
    if (role !== 'officer') keys.set(`office ${role}`, await keyOf(role, PROFILE, null));
    keys.set(`stranger ${role}`, await keyOf(role, OTHER_PROVINCE, agency.lead));
  }
});
afterAll(() => house.close());

let people = 0;
async function keyOf(role: Role, profile: string, agency: string | null): Promise<string> {
  const id = await house.identity.createAccount({
    email: `nguoi-${++people}@co-quan.example`,
    name: `Người thứ ${people}`,
    role,
    agency,
    profile,
    password: randomBytes(12).toString('hex'),
  });
  return (await house.identity.createApiKey(id, 'kiểm thử', 1)).key;
}

function ask(one: Asked, key: string | undefined): Promise<Response> {
  const method = one.method.toUpperCase();
  const sent = method === 'GET' ? {} : { body: smallestBody(one) };
  return house.callWith(key ?? '', addressOf(one, ids), { method, ...sent });
}

/** A stream of events has no end, and says nothing before something happens. */
async function wordsOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type')?.startsWith('text/event-stream') !== true) return answer.text();
  await answer.body?.cancel();
  return '';
}

/** What a flood of refused commands must leave as it was. */
async function standing(): Promise<unknown> {
  const result = await house.database.pool.query(
    `select (select json_agg(c.version order by c.id) from cases c where profile = $1) as cases,
       (select json_agg(f.state order by f.id) from flags f where profile = $1) as flags,
       (select count(*)::int from official_records where profile = $1 and withdrawn_at is null) as records,
       (select count(*)::int from sources where profile = $1) as sources,
       (select json_agg(u.role order by u.id) from identity."user" u where profile = $1) as accounts,
       (select json_agg(b.state order by b.id) from briefings b where profile = $1) as briefings`,
    [PROFILE],
  );
  return result.rows[0];
}

/** By which right each command on a case is given; the command itself checks it. */
const RIGHTS: Readonly<Record<string, Command>> = {
  assignCase: 'case.assign',
  approveAssignment: 'case.approve-assignment',
  rejectAssignment: 'case.approve-assignment',
  acceptCase: 'case.accept',
  returnCase: 'case.return',
  requestOpinion: 'case.request-opinion',
  giveOpinion: 'case.give-opinion',
  attachRepublication: 'case.attach-republication',
  requestCheck: 'case.request-check',
  confirmOutcome: 'case.confirm-outcome',
  recordOutcome: 'case.confirm-outcome',
  addDossierItem: 'case.build-dossier',
  finishDossier: 'case.build-dossier',
  // Thái Bình wants a leader behind every assignment.
  assignDossier: 'case.approve-assignment',
  acceptDossier: 'case.accept',
  returnDossier: 'case.return',
  certifyFile: 'case.certify-file',
  draftResponse: 'case.draft',
  commentResponse: 'case.comment',
  submitResponse: 'case.submit',
  sendBackResponse: 'case.send-back',
  approveResponse: 'case.approve',
  releaseResponse: 'case.release',
  withdrawRelease: 'case.withdraw-release',
  publishClarification: 'case.publish-clarification',
  openToPublic: 'case.open-to-public',
  closeToPublic: 'case.open-to-public',
  extendDeadline: 'case.extend',
  closeCase: 'case.close',
  closeWithoutResponse: 'case.close-without-response',
  reopenCase: 'case.reopen',
};
/** Bodies where the smallest that the document allows is refused for its sense before anything else. */
const BODIES: Readonly<Record<string, unknown>> = {};
/** The dossier of this case is another agency's than the answer. */
const OF_BUILDER: readonly string[] = ['acceptDossier', 'returnDossier'];

const onCase = () => asked.filter(({ method, path }) => method === 'post' && path.startsWith('/cases/{caseId}/'));

describe('commands on a case, over the API', () => {
  it('are all named here, but for files, which have a test of their own', () => {
    const named = onCase().map(({ operation }) => operation.operationId);
    expect(named.filter((name) => RIGHTS[name] === undefined).sort()).toEqual(['attachFile']);
    expect(Object.keys(RIGHTS).filter((name) => !named.includes(name))).toEqual([]);
  });

  it('are open to those whom the table of rights names, from inside and outside, and to nobody else', async () => {
    const before = await standing();
    let asks = 0;
    for (const one of onCase()) {
      const name = one.operation.operationId;
      const right = RIGHTS[name];
      if (right === undefined) continue;
      const roles: Partial<Record<Role, Reach>> = COMMANDS[right].roles;
      for (const role of ROLES) {
        const reach = roles[role];
        const needsAgency = reach === 'agency' && (role === 'analyst' || role === 'officer');
        const expected = {
          inside: reach !== undefined,
          outside: reach === 'profile',
          office: reach !== undefined && !needsAgency,
        };
        for (const [from, mayGive] of Object.entries(expected)) {
          const where = OF_BUILDER.includes(name) && from === 'inside' ? 'builder' : from;
          const key = keys.get(`${where} ${role}`);
          if (key === undefined) continue;
          // Stale on purpose: whoever has the right is told that the case has moved on, and nothing changes.
          const { status } = await house.callWith(key, addressOf(one, ids), {
            body: BODIES[name] ?? smallestBody(one),
            headers: { 'if-match': '"1"' },
          });
          asks++;
          expect([status, `${name} as ${role} from ${from}`]).toEqual([
            mayGive ? 412 : 403,
            `${name} as ${role} from ${from}`,
          ]);
        }
      }
    }
    expect(asks).toBe(Object.keys(RIGHTS).length * (ROLES.length * 3 - 1));
    expect(await standing()).toEqual(before);
    expect(house.failures).toEqual([]);
  });
});

describe('everything, over the API', () => {
  it('is closed to people of another province, in any role', async () => {
    const before = await standing();
    let refused = 0;
    for (const one of asked) {
      const address = addressOf(one, ids);
      const names = Object.values(ids).some((id) => address.split(/[/?]/).includes(id));
      for (const role of ROLES) {
        const where = `${one.operation.operationId} as ${role} of another province`;
        const answer = await ask(one, keys.get(`stranger ${role}`));
        const told = await wordsOf(answer);
        for (const mark of MARKS) expect(told, where).not.toContain(mark);
        expect(answer.status, where).toBeLessThan(500);
        if (names && one.method === 'get' && !one.path.endsWith('{format}'))
          expect([403, 404], `${where}: ${answer.status}`).toContain(answer.status);
        if (answer.status >= 400) refused++;
      }
    }
    expect(refused).toBeGreaterThan(asked.length * 3);
    expect(await standing()).toEqual(before);
    expect(house.failures).toEqual([]);
  });
});
