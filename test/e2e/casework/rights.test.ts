import { COMMANDS, type Command, type Reach } from '@lamro/access';
import type { Casework } from '@lamro/casework';
import { ROLES, type Role } from '@lamro/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignMatter, type Matter, type Office, openMatter, openOffice } from './office.ts';

const PROFILE = 'thai-binh';
const OTHER_AGENCY = 'so-cong-thuong';
let office: Office;
/** Assigned: no command of an answering agency but accepting and returning is open here. */
let assigned: Matter;
let drafted: Matter;
beforeAll(async () => {
  office = await openOffice();
  drafted = await openMatter(office, PROFILE);
  assigned = await openMatter(office, PROFILE);
  await assignMatter(office, assigned);
});
afterAll(() => office.close());

/** These belong to no case: whoever may give them, may in a province of their own. Their rights are proved beside them. */
type OfSources =
  | 'listReportDuties'
  | 'addSource'
  | 'changeSource'
  | 'previewSource'
  | 'importOpml'
  | 'exportOpml'
  | 'reportItem';
type OfDelivery =
  | 'addWebhook'
  | 'rotateWebhook'
  | 'switchWebhook'
  | 'removeWebhook'
  | 'decideDelivery'
  | 'chooseNotices';
/** Learning and judging anew are proved beside the classifier that does it. */
type OfJudging = 'relearnWeights' | 'putWeightsInForce' | 'judgeManyAnew' | 'viewRuleSet';
type Name = Exclude<
  keyof Casework,
  | 'proposeOutcome'
  | 'sealDay'
  | 'sealPastDays'
  | 'draftDueBriefing'
  | 'draftDueReports'
  | OfSources
  | OfDelivery
  | OfJudging
>;

interface Trial {
  readonly right: Command;
  /** Gives the command where the state or an unknown id stops whoever has the right, so that nothing changes. */
  give(casework: Casework, actor: Parameters<Casework['accept']>[0], matter: Matter): Promise<unknown>;
  readonly on?: 'drafted';
  /** Whose matter it is, where it is not the answering agency's. */
  readonly of?: 'dossier';
}

const reason = 'lý do';
const NOBODY = '999999999';
const proof = {
  channel: 'information-to-press',
  recipient: 'TTXVN',
  sentAt: '2026-11-23T02:00:00Z',
  receipt: '1',
} as const;

const TRIALS: Record<Name, Trial> = {
  reviewFlag: {
    right: 'flag.review',
    give: (c, a, m) => c.reviewFlag(a, { flagId: m.flagId, decision: 'confirmed', reason }),
  },
  translateArticle: {
    right: 'press.translate',
    give: (c, a) => c.translateArticle(a, { versionId: '987654321', title: 'Tiêu đề', body: 'Nội dung' }),
  },
  judgeAnew: { right: 'press.replay', give: (c, a) => c.judgeAnew(a, { articleId: NOBODY }) },
  reopenFlag: { right: 'flag.reopen', give: (c, a, m) => c.reopenFlag(a, { flagId: m.flagId, reason }) },
  openCase: { right: 'case.open', give: (c, a, m) => c.openCase(a, { flagIds: [m.flagId] }) },
  assign: { right: 'case.assign', give: (c, a, { caseId }) => c.assign(a, { caseId }) },
  approveAssignment: {
    right: 'case.approve-assignment',
    give: (c, a, { caseId }) => c.approveAssignment(a, { caseId }),
  },
  rejectAssignment: {
    right: 'case.approve-assignment',
    give: (c, a, { caseId }) => c.rejectAssignment(a, { caseId, reason }),
  },
  accept: { right: 'case.accept', on: 'drafted', give: (c, a, { caseId }) => c.accept(a, { caseId }) },
  returnCase: {
    right: 'case.return',
    on: 'drafted',
    give: (c, a, { caseId }) => c.returnCase(a, { caseId, reason, rightAgency: OTHER_AGENCY }),
  },
  requestOpinion: {
    right: 'case.request-opinion',
    on: 'drafted',
    give: (c, a, { caseId }) => c.requestOpinion(a, { caseId, agency: OTHER_AGENCY, question: 'hỏi' }),
  },
  giveOpinion: {
    right: 'case.give-opinion',
    give: (c, a, { caseId }) => c.giveOpinion(a, { caseId, assignmentId: NOBODY, opinion: 'đáp' }),
  },
  extend: {
    right: 'case.extend',
    give: (c, a, { caseId }) => c.extend(a, { caseId, deadlineId: NOBODY, amount: 1, reason }),
  },
  acceptDossier: {
    right: 'case.accept',
    on: 'drafted',
    of: 'dossier',
    give: (c, a, { caseId }) => c.acceptDossier(a, { caseId }),
  },
  returnDossier: {
    right: 'case.return',
    on: 'drafted',
    of: 'dossier',
    give: (c, a, { caseId }) => c.returnDossier(a, { caseId, reason, rightAgency: OTHER_AGENCY }),
  },
  assignDossier: {
    // Thái Bình wants a leader behind every assignment.
    right: 'case.approve-assignment',
    on: 'drafted',
    give: (c, a, { caseId }) => c.assignDossier(a, { caseId, agency: OTHER_AGENCY, reason }),
  },
  publishClarification: {
    right: 'case.publish-clarification',
    give: (c, a, { caseId }) => c.publishClarification(a, { caseId, releaseId: NOBODY }),
  },
  compileReport: {
    right: 'report.compile',
    give: (c, a) => c.compileReport(a, { duty: 'yearly:khong-co', year: 2026 }),
  },
  editReport: { right: 'report.compile', give: (c, a) => c.editReport(a, { reportId: NOBODY }) },
  issueReport: { right: 'report.issue', give: (c, a) => c.issueReport(a, { reportId: NOBODY }) },
  previewReport: { right: 'report.read', give: (c, a) => c.previewReport(a, { reportId: NOBODY, format: 'pdf' }) },
  openReport: { right: 'report.read', give: (c, a) => c.openReport(a, { reportId: NOBODY }) },
  addBriefingRecipient: {
    right: 'briefing.address',
    give: (c, a) => c.addBriefingRecipient(a, { name: 'x', address: 'không phải địa chỉ' }),
  },
  removeBriefingRecipient: {
    right: 'briefing.address',
    give: (c, a) => c.removeBriefingRecipient(a, { recipientId: NOBODY }),
  },
  openToPublic: {
    right: 'case.open-to-public',
    give: (c, a, { caseId }) => c.openToPublic(a, { caseId, releaseId: NOBODY, claim: 'x', noPrivatePersons: true }),
  },
  closeToPublic: { right: 'case.open-to-public', give: (c, a, { caseId }) => c.closeToPublic(a, { caseId, reason }) },
  addDossierItem: {
    right: 'case.build-dossier',
    on: 'drafted',
    give: (c, a, { caseId }) => c.addDossierItem(a, { caseId, section: 'impact', body: 'x' }),
  },
  finishDossier: {
    right: 'case.build-dossier',
    on: 'drafted',
    give: (c, a, { caseId }) => c.finishDossier(a, { caseId }),
  },
  attachFile: {
    right: 'case.attach-file',
    give: (c, a, { caseId }) => c.attachFile(a, { caseId, fileName: 'x.exe', bytes: new Uint8Array([1]) }),
  },
  certifyFile: {
    right: 'case.certify-file',
    give: (c, a, { caseId }) => c.certifyFile(a, { caseId, attachmentId: NOBODY, reason }),
  },
  draft: { right: 'case.draft', give: (c, a, { caseId }) => c.draft(a, { caseId, title: 'x', body: 'x' }) },
  comment: {
    right: 'case.comment',
    give: (c, a, { caseId }) => c.comment(a, { caseId, responseId: NOBODY, body: 'x' }),
  },
  checkDraft: {
    right: 'case.read-drafts',
    give: (c, a, { caseId }) => c.checkDraft(a, { caseId, responseId: NOBODY }),
  },
  submit: { right: 'case.submit', give: (c, a, { caseId }) => c.submit(a, { caseId }) },
  sendBack: { right: 'case.send-back', give: (c, a, { caseId }) => c.sendBack(a, { caseId, reason }) },
  approve: { right: 'case.approve', give: (c, a, { caseId }) => c.approve(a, { caseId }) },
  release: { right: 'case.release', give: (c, a, { caseId }) => c.release(a, { caseId, responseId: NOBODY, proof }) },
  withdrawRelease: {
    right: 'case.withdraw-release',
    give: (c, a, { caseId }) => c.withdrawRelease(a, { caseId, releaseId: NOBODY, reason }),
  },
  attachRepublication: {
    right: 'case.attach-republication',
    give: (c, a, { caseId }) => c.attachRepublication(a, { caseId, articleId: NOBODY, quote: 'x' }),
  },
  requestCheck: {
    right: 'case.request-check',
    give: (c, a, { caseId }) => c.requestCheck(a, { caseId, articleId: NOBODY }),
  },
  confirmOutcome: {
    right: 'case.confirm-outcome',
    give: (c, a, { caseId }) => c.confirmOutcome(a, { caseId, checkId: NOBODY, outcome: 'removed' }),
  },
  recordOutcome: {
    right: 'case.confirm-outcome',
    give: (c, a, { caseId }) => c.recordOutcome(a, { caseId, articleId: NOBODY, outcome: 'removed', note: 'x' }),
  },
  close: { right: 'case.close', give: (c, a, { caseId }) => c.close(a, { caseId }) },
  closeWithoutResponse: {
    right: 'case.close-without-response',
    give: (c, a, { caseId }) =>
      c.closeWithoutResponse(a, { caseId, reach: 'x', amplification: 'x', reason, expectedVersion: 1 }),
  },
  reopen: { right: 'case.reopen', give: (c, a, { caseId }) => c.reopen(a, { caseId, reason }) },
  withdrawRecord: { right: 'record.withdraw', give: (c, a) => c.withdrawRecord(a, { recordId: NOBODY, reason }) },
  registerSpokesperson: {
    right: 'spokesperson.register',
    give: (c, a) =>
      c.registerSpokesperson(a, {
        agency: 'so-khong-co',
        name: 'x',
        post: 'x',
        ground: 'head',
        validFrom: '2026-01-01',
      }),
  },
  endSpokesperson: { right: 'spokesperson.register', give: (c, a) => c.endSpokesperson(a, { spokespersonId: NOBODY }) },
  noteOpening: { right: 'case.read', give: (c, a, { caseId }) => c.noteOpening(a, { caseId }) },
  viewCase: { right: 'case.read', give: (c, a, { caseId }) => c.viewCase(a, { caseId }) },
  openAttachment: { right: 'case.read-drafts', give: (c, a) => c.openAttachment(a, { attachmentId: NOBODY }) },
  openArchived: { right: 'press.open-archived', give: (c, a) => c.openArchived(a, { versionId: NOBODY }) },
  compileBriefing: { right: 'briefing.edit', give: (c, a) => c.compileBriefing(a, { week: '2099-W01' }) },
  editBriefing: { right: 'briefing.edit', give: (c, a) => c.editBriefing(a, { briefingId: NOBODY }) },
  issueBriefing: { right: 'briefing.issue', give: (c, a) => c.issueBriefing(a, { briefingId: NOBODY }) },
  newEdition: {
    right: 'briefing.edit',
    give: (c, a) => c.newEdition(a, { briefingId: NOBODY, correction: 'x' }),
  },
  openBriefing: { right: 'briefing.read', give: (c, a) => c.openBriefing(a, { briefingId: NOBODY }) },
};

/** These look for their object first, because only it says whose it is: to anybody without it, it is not there. */
const BY_OBJECT: readonly Name[] = ['withdrawRecord', 'openAttachment'];
const names = Object.keys(TRIALS).filter((name): name is Name => name in TRIALS);

async function codeOf(name: Name, role: Role, profile: string, agency: string | null): Promise<string> {
  const trial = TRIALS[name];
  const matter = trial.on === 'drafted' ? drafted : assigned;
  const actor = { id: `${role}-thu`, name: role, profile, role, agency };
  try {
    await trial.give(office.casework, actor, matter);
    return 'done';
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
    throw error;
  }
}

function reachOf(name: Name, role: Role): Reach | undefined {
  const roles: Partial<Record<Role, Reach>> = COMMANDS[TRIALS[name].right].roles;
  return roles[role];
}

describe('every command of casework by every role', () => {
  it.each(names.filter((name) => !BY_OBJECT.includes(name)))('%s', async (name) => {
    const trial = TRIALS[name];
    const matter = trial.on === 'drafted' ? drafted : assigned;
    const own = trial.of === 'dossier' ? await matter.dossier() : await matter.lead();
    for (const role of ROLES) {
      const reach = reachOf(name, role);
      const inside = await codeOf(name, role, PROFILE, own);
      expect(inside === 'forbidden', `${role} of the agency concerned: ${inside}`).toBe(reach === undefined);
      const outside = await codeOf(name, role, PROFILE, OTHER_AGENCY);
      expect(outside === 'forbidden', `${role} of another agency: ${outside}`).toBe(reach !== 'profile');
      const office = await codeOf(name, role, PROFILE, null);
      // Those who answer for an agency need to be of one; leaders of the provincial office stand over all of them.
      const needsAgency = reach === 'agency' && (role === 'analyst' || role === 'officer');
      expect(office === 'forbidden', `${role} of the provincial office: ${office}`).toBe(
        reach === undefined || needsAgency,
      );
      const stranger = await codeOf(name, role, 'cao-bang', null);
      expect(['not-found', 'forbidden', 'invalid-input'], `${role} of another province: ${stranger}`).toContain(
        stranger,
      );
    }
  });

  it('changed nothing', async () => {
    expect(await drafted.state()).toBe('drafted');
    expect(await assigned.state()).toBe('assigned');
    const written = await office.database.pool.query(
      "select 1 from case_events where actor_id like '%-thu' union all select 1 from audit_entries where actor_id like '%-thu' and action not in ('secrecy-refused', 'open-case')",
    );
    expect(written.rowCount).toBe(0);
  });
});

describe('rights that hang on an object', () => {
  it('lets only those withdraw a record who may', async () => {
    for (const role of ROLES) {
      const actor = office.actor(PROFILE, role, OTHER_AGENCY);
      const code = await office.casework.withdrawRecord(actor, { recordId: assigned.recordId, reason }).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
      const reach = reachOf('withdrawRecord', role);
      // The first who may does it; the next finds it done.
      expect(code === 'forbidden', `${role}: ${code}`).toBe(reach !== 'profile');
    }
    const stranger = office.actor('cao-bang', 'administrator');
    await expect(
      office.casework.withdrawRecord(stranger, { recordId: drafted.recordId, reason }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
