import { listCaseDeadlines, listOutletChecks } from '@lamro/database';
import { insertFlaggedArticle } from '@lamro/testkit';
import { caseNotices, type NoticeText } from '@lamro/wording';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANSWER, type Matter, type Office, openMatter, openOffice, prove } from './office.ts';
import { addAccounts, type Trace, traceCase } from './trace.ts';

// A province where a leader approves assignments and the dossier is another agency's than the answer.
const PROFILE = 'lam-dong';
const LEAD = 'so-y-te';
const BUILDER = 'so-van-hoa-the-thao-va-du-lich';
const OTHER = 'so-cong-thuong';
const THIRD = 'so-tai-chinh';
const reason = 'Có lý do.';

const coordinator = 'coordinator-tinh';
const leader = 'leader-tinh';
/** Who works on the case, and who only hears of it. */
const analyst = 'analyst-tinh';
const second = 'analyst-so-ngoai-vu';
const lead = { officer: `officer-${LEAD}`, leader: `leader-${LEAD}` };
const builder = { officer: `officer-${BUILDER}`, leader: `leader-${BUILDER}` };

let office: Office;
let matter: Matter;
let follow: ReturnType<typeof traceCase>;
let number = '';
let title = '';
let responseId = '';

beforeAll(async () => {
  office = await openOffice();
  await addAccounts(office, PROFILE, [LEAD, BUILDER, OTHER, THIRD]);
  matter = await openMatter(office, PROFILE, { title: 'Bài về khám, chữa bệnh' });
  follow = traceCase(office, matter.caseId);
  const { row } = await office.casework.viewCase(matter.analyst, { caseId: matter.caseId });
  number = row.number;
  title = row.title;
});
afterAll(() => office.close());

/** One notice that a command sends: its words and who is told. */
type Notice = readonly [kind: string, words: NoticeText, who: readonly string[]];

interface Left extends Partial<Omit<Trace, 'told' | 'words'>> {
  readonly notices?: readonly Notice[];
}

/** Runs a command as the next step of the case and compares all that it left behind. */
async function step(command: () => Promise<unknown>, left: Left): Promise<void> {
  const { notices = [], ...rest } = left;
  expect(await follow(command)).toEqual({
    events: [],
    evidence: [],
    clocks: [],
    tasks: [],
    ...rest,
    told: Object.fromEntries(notices.map(([kind, , who]) => [kind, [...who].sort()])),
    words: Object.fromEntries(notices.map(([kind, words]) => [kind, words])),
  });
}

const officer = () => office.actor(PROFILE, 'officer', LEAD);
const ids = () => ({ caseId: matter.caseId });

const PROPOSED: Pick<Left, 'evidence' | 'tasks'> = {
  evidence: [{ agency: LEAD, dossierAgency: BUILDER, byRoute: true }],
  tasks: [`response ${LEAD}: proposed`, `dossier ${BUILDER}: proposed`],
};
const awaits = (): readonly Notice[] => [
  ['assignment-awaits-approval', caseNotices.awaitsAssignment(number, title), [coordinator, leader]],
];
const OPENED: Pick<Left, 'evidence' | 'tasks'> = {
  evidence: [{ agency: LEAD }],
  tasks: [`response ${LEAD}: open`, `dossier ${BUILDER}: open`],
};
const STARTED = [
  '+ accept-assignment',
  '+ draft-response',
  `+ accept-assignment (${BUILDER})`,
  `+ build-dossier (${BUILDER})`,
];
const assigned = (): readonly Notice[] => [
  [
    'case-assigned',
    caseNotices.assigned(number, title, 'Sở Y tế'),
    [analyst, second, coordinator, lead.officer, lead.leader, builder.officer, builder.leader],
  ],
];

it('is proposed, not approved, approved, handed back and assigned again', async () => {
  const { casework } = office;
  await step(async () => undefined, {
    events: ['open:  → drafted'],
    evidence: [{ flags: ['#'] }],
    notices: [['case-opened', caseNotices.opened(number, title), [second, coordinator, leader]]],
    clocks: ['+ notify-on-detection'],
  });
  await step(() => casework.assign(matter.analyst, ids()), {
    events: ['request-assignment: drafted → awaiting-assignment'],
    notices: awaits(),
    ...PROPOSED,
  });
  await step(() => casework.rejectAssignment(matter.leader, { ...ids(), reason }), {
    events: ['reject-assignment: awaiting-assignment → drafted'],
    evidence: [{}],
    notices: [['assignment-rejected', caseNotices.assignmentRejected(number, title), [analyst, second, coordinator]]],
    tasks: [`response ${LEAD}: cancelled`, `dossier ${BUILDER}: cancelled`],
  });
  await step(() => casework.assign(matter.analyst, ids()), {
    events: ['request-assignment: drafted → awaiting-assignment'],
    notices: awaits(),
    ...PROPOSED,
  });
  await step(() => casework.approveAssignment(matter.leader, ids()), {
    events: ['approve-assignment: awaiting-assignment → assigned'],
    notices: assigned(),
    clocks: ['✓ notify-on-detection', ...STARTED],
    ...OPENED,
  });
  await step(() => casework.returnCase(officer(), { ...ids(), reason, rightAgency: OTHER }), {
    events: ['return: assigned → returned'],
    evidence: [{ agency: LEAD, rightAgency: OTHER }],
    notices: [['case-returned', caseNotices.returned(number, 'Sở Công Thương'), [analyst, second, coordinator]]],
    clocks: STARTED.map((clock) => clock.replace('+', '✗')),
    tasks: [`response ${LEAD}: returned`, `dossier ${BUILDER}: cancelled`],
  });
  await step(() => casework.assign(matter.analyst, { ...ids(), instruction: 'Làm ngay.' }), {
    events: ['request-assignment: returned → awaiting-assignment'],
    notices: awaits(),
    ...PROPOSED,
  });
  await step(() => casework.approveAssignment(matter.leader, { ...ids(), note: 'Đồng ý.' }), {
    events: ['approve-assignment: awaiting-assignment → assigned'],
    notices: assigned(),
    clocks: STARTED,
    ...OPENED,
  });
});

it('is accepted by both agencies, and its dossier handed on and back', async () => {
  const { casework } = office;
  const tasks = (text: string) => [`dossier ${text}`];
  await step(() => casework.accept(officer(), ids()), {
    events: ['accept: assigned → accepted'],
    evidence: [{ assignment: '#' }],
    clocks: ['✓ accept-assignment'],
    tasks: [`response ${LEAD}: accepted`],
  });
  await step(() => casework.acceptDossier(office.actor(PROFILE, 'officer', BUILDER), ids()), {
    events: ['accept-dossier: accepted → accepted'],
    evidence: [{ assignment: '#' }],
    clocks: [`✓ accept-assignment (${BUILDER})`],
    tasks: tasks(`${BUILDER}: accepted`),
  });
  const back = { ...ids(), reason, rightAgency: THIRD };
  await step(() => casework.returnDossier(office.actor(PROFILE, 'officer', BUILDER), back), {
    events: ['return-dossier: accepted → accepted'],
    evidence: [{ assignment: '#', agency: BUILDER, rightAgency: THIRD }],
    notices: [
      [
        'dossier-returned',
        caseNotices.dossierReturned(number, 'Sở Tài chính'),
        [analyst, second, coordinator, leader, lead.officer, lead.leader],
      ],
    ],
    clocks: [`✗ build-dossier (${BUILDER})`],
    tasks: tasks(`${BUILDER}: returned`),
  });
  await step(() => casework.assignDossier(matter.leader, { ...ids(), reason, agency: THIRD }), {
    events: ['assign-dossier: accepted → accepted'],
    evidence: [{ assignment: '#', agency: THIRD }],
    notices: [
      ['dossier-assigned', caseNotices.dossierAssigned(number, title), [`officer-${THIRD}`, `leader-${THIRD}`]],
    ],
    clocks: [`+ accept-assignment (${THIRD})`, `+ build-dossier (${THIRD})`],
    tasks: tasks(`${THIRD}: open`),
  });
  await step(() => casework.assignDossier(matter.leader, { ...ids(), reason, agency: BUILDER }), {
    events: ['assign-dossier: accepted → accepted'],
    evidence: [{ assignment: '#', agency: BUILDER }],
    notices: [['dossier-assigned', caseNotices.dossierAssigned(number, title), [builder.officer, builder.leader]]],
    clocks: [
      `✗ accept-assignment (${THIRD})`,
      `✗ build-dossier (${THIRD})`,
      `+ accept-assignment (${BUILDER})`,
      `+ build-dossier (${BUILDER})`,
    ],
    tasks: [`dossier ${THIRD}: cancelled`, `dossier ${BUILDER}: open`],
  });
});

it('asks for an opinion and finishes its dossier', async () => {
  const { casework } = office;
  let assignmentId = '';
  const ask = async () => {
    const question = { ...ids(), agency: OTHER, question: 'Số liệu này có đúng không?' };
    assignmentId = (await casework.requestOpinion(officer(), question)).assignmentId;
  };
  await step(ask, {
    events: ['request-opinion: accepted → accepted'],
    evidence: [{ assignment: '#', agency: OTHER }],
    notices: [
      [
        'opinion-requested',
        caseNotices.opinionRequested(number, title, 'Sở Công Thương'),
        [leader, `officer-${OTHER}`, `leader-${OTHER}`],
      ],
    ],
    clocks: [`+ give-opinion (${OTHER})`],
    tasks: [`opinion ${OTHER}: open`],
  });
  const answer = { ...ids(), assignmentId, opinion: 'Số liệu không đúng.' };
  await step(() => casework.giveOpinion(office.actor(PROFILE, 'officer', OTHER), answer), {
    events: ['give-opinion: accepted → accepted'],
    evidence: [{ assignment: '#', agency: OTHER, text: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    notices: [
      [
        'opinion-given',
        caseNotices.opinionGiven(number, title, 'Sở Công Thương'),
        [analyst, second, leader, lead.officer, lead.leader],
      ],
    ],
    clocks: [`✓ give-opinion (${OTHER})`],
    tasks: [`opinion ${OTHER}: done`],
  });
  const byBuilder = office.actor(PROFILE, 'officer', BUILDER);
  for (const section of ['impact', 'message', 'legal-ground'] as const) {
    await step(() => casework.addDossierItem(byBuilder, { ...ids(), section, body: 'Nội dung đã xác minh.' }), {
      events: ['add-dossier-item: accepted → accepted'],
      evidence: [{ item: '#', section, replaces: null }],
    });
  }
  await step(() => casework.finishDossier(byBuilder, ids()), {
    events: ['finish-dossier: accepted → accepted'],
    evidence: [{ assignment: '#' }],
    notices: [
      [
        'dossier-finished',
        caseNotices.dossierFinished(number, title),
        [analyst, second, leader, lead.officer, lead.leader],
      ],
    ],
    clocks: [`✓ accept-assignment (${BUILDER})`, `✓ build-dossier (${BUILDER})`],
    tasks: [`dossier ${BUILDER}: done`],
  });
});

it('gets more time, is drafted, sent back, and approved', async () => {
  const { casework } = office;
  const clocks = await listCaseDeadlines(office.database.pool, matter.caseId);
  const running = clocks.find(({ rule, metAt, cancelledAt }) => rule === 'draft-response' && !metAt && !cancelledAt);
  const more = { ...ids(), deadlineId: running?.id ?? '', amount: 2, reason };
  await step(() => casework.extend(matter.coordinator, more), {
    events: ['extend: accepted → accepted'],
    // Four days on: two working days and the weekend between.
    evidence: [
      { deadline: '#', rule: 'draft-response', from: '2026-11-27T10:00:00.000Z', to: '2026-12-01T10:00:00.000Z' },
    ],
    notices: [
      ['deadline-extended', caseNotices.extended(number, title), [analyst, second, lead.officer, builder.officer]],
    ],
    clocks: ['↦ draft-response'],
  });
  const write = async () => {
    responseId = (await casework.draft(officer(), { ...ids(), ...ANSWER })).responseId;
  };
  const submitted: Left = {
    events: ['submit: responding → submitted'],
    evidence: [{ responses: ['#'], acknowledged: 0 }],
    notices: [['response-submitted', caseNotices.submitted(number, title), [leader, lead.leader]]],
    clocks: ['✓ draft-response', '+ approve-response'],
  };
  await step(write, { events: ['draft: accepted → responding'], evidence: [{ response: '#' }] });
  await step(() => casework.comment(matter.leader, { ...ids(), responseId, body: 'Nêu thêm kỳ số liệu.' }), {
    events: ['comment: responding → responding'],
    evidence: [{ response: '#', comment: '#' }],
    notices: [['response-commented', caseNotices.commented(number, ANSWER.title), [analyst, second, lead.officer]]],
  });
  await step(() => casework.submit(officer(), ids()), submitted);
  await step(() => casework.sendBack(matter.leader, { ...ids(), reason }), {
    events: ['send-back: submitted → sent-back'],
    evidence: [{ responses: ['#'] }],
    notices: [['response-sent-back', caseNotices.sentBack(number, title), [analyst, second, lead.officer]]],
    clocks: ['✓ approve-response', '+ draft-response'],
  });
  await step(write, { events: ['draft: sent-back → responding'], evidence: [{ response: '#' }] });
  await step(() => casework.submit(officer(), { ...ids(), note: 'Trình lại.' }), submitted);
  await step(() => casework.approve(matter.leader, { ...ids(), note: 'Đồng ý.' }), {
    events: ['approve: submitted → approved'],
    evidence: [{ responses: ['#'] }],
    notices: [['response-approved', caseNotices.approved(number, title), [analyst, second, coordinator, lead.officer]]],
    clocks: ['✓ approve-response'],
  });
});

const everybody = [analyst, second, coordinator, leader, lead.leader, builder.officer, builder.leader];

it('is released, with another paper that repeats the claim', async () => {
  const { casework, database } = office;
  const { articleId } = matter;
  const proof = await prove(office, matter, 'press-release');
  await follow(async () => undefined);
  await step(() => casework.release(officer(), { ...ids(), responseId, proof }), {
    events: ['release: approved → released'],
    evidence: [{ release: '#', response: '#', channel: 'press-release' }],
    notices: [['case-released', caseNotices.released(number, ANSWER.title), everybody]],
    clocks: ['+ check-outlet'],
  });
  const again = await insertFlaggedArticle(database.pool, { profile: PROFILE, storyId: matter.storyId });
  const repeated = { ...ids(), articleId: again.articleId, quote: 'Theo bài viết, chỉ tiêu đã giảm' };
  await step(() => casework.attachRepublication(officer(), repeated), {
    events: ['attach-republication: released → released'],
    evidence: [{ article: '#', outcome: 'repeated' }],
  });
  await step(() => casework.requestCheck(officer(), { ...ids(), articleId }), {
    events: ['request-check: released → released'],
    evidence: [{ check: '#', article: '#' }],
  });
});

it('is watched, and closed', async () => {
  const { casework, database } = office;
  const { articleId } = matter;
  const [check, next] = (await listOutletChecks(database.pool, matter.caseId)).filter(
    (visit) => visit.articleId === articleId,
  );
  const checkId = check?.id ?? '';
  const edited = { checkId, outcome: 'silently-edited', difference: { changed: true } } as const;
  await step(() => casework.proposeOutcome(edited), {
    events: ['monitor: released → monitoring', 'propose-outcome: monitoring → monitoring'],
    evidence: [{}, { check: '#', outcome: 'silently-edited' }],
    notices: [
      ['outcome-proposed', caseNotices.outcomeProposed(number, title), [analyst, second, coordinator, lead.officer]],
    ],
  });
  // What most visits find calls nobody.
  await step(() => casework.proposeOutcome({ checkId: next?.id ?? '', outcome: 'unchanged' }), {
    events: ['propose-outcome: monitoring → monitoring'],
    evidence: [{ check: '#', outcome: 'unchanged' }],
  });
  await step(() => casework.confirmOutcome(officer(), { ...ids(), checkId, outcome: 'silently-edited' }), {
    events: ['confirm-outcome: monitoring → monitoring'],
    evidence: [{ check: '#', article: '#', outcome: 'silently-edited', proposed: 'silently-edited' }],
    notices: [['outcome-confirmed', caseNotices.outcomeConfirmed(number, title, 'Sửa không thông báo'), everybody]],
  });
  const told = { ...ids(), articleId, outcome: 'corrected', note: 'Báo đã đăng cải chính.' } as const;
  await step(() => casework.recordOutcome(officer(), told), {
    events: ['confirm-outcome: monitoring → monitoring'],
    evidence: [{ check: '#', article: '#', outcome: 'corrected', proposed: null }],
    notices: [['outcome-confirmed', caseNotices.outcomeConfirmed(number, title, 'Đã cải chính'), everybody]],
  });
  await step(() => casework.close(matter.analyst, { ...ids(), reason: 'Báo đã cải chính.' }), {
    events: ['close: monitoring → closed'],
    evidence: [{}],
    clocks: ['✓ check-outlet'],
    tasks: [`response ${LEAD}: done`],
  });
});

it('is taken up again, and ends without an answer', async () => {
  const { casework } = office;
  await step(() => casework.reopen(matter.analyst, { ...ids(), reason }), {
    events: ['reopen: closed → reopened'],
    evidence: [{}],
    notices: [
      ['case-reopened', caseNotices.reopened(number, title), [second, coordinator, leader, lead.officer, lead.leader]],
    ],
  });
  const why = { ...ids(), reach: 'Nhỏ.', amplification: 'Lan rộng.', reason };
  await step(() => casework.closeWithoutResponse(matter.leader, why), {
    events: ['close-without-response: reopened → closed'],
    evidence: [{ approver: leader }],
    notices: [
      [
        'case-closed-without-response',
        caseNotices.closedWithoutResponse(number, title),
        [analyst, second, coordinator, lead.officer],
      ],
    ],
  });
});
