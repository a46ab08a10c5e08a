import type { Actor } from '@lamro/access';
import { inTransaction, type Pool } from '@lamro/database';
import { type Clock, systemClock } from '@lamro/domain';
import { loadCalendar, type Profile, type WorkCalendar } from '@lamro/profiles';
import { accept, returnCase } from './assignment/answer-assignment.ts';
import { acceptDossier, returnDossier } from './assignment/answer-dossier.ts';
import { assign } from './assignment/assign.ts';
import { assignDossier } from './assignment/assign-dossier.ts';
import { approveAssignment, rejectAssignment } from './assignment/decide-assignment.ts';
import { compileBriefing } from './briefing/compile-briefing.ts';
import { draftDueBriefing } from './briefing/draft-due.ts';
import { editBriefing } from './briefing/edit-briefing.ts';
import { issueBriefing } from './briefing/issue-briefing.ts';
import { newEdition } from './briefing/new-edition.ts';
import { openBriefing } from './briefing/open-briefing.ts';
import { addBriefingRecipient, removeBriefingRecipient } from './briefing/recipients.ts';
import { sealDay, sealPastDays } from './chain/seal-day.ts';
import { closeToPublic, openToPublic } from './clarification/open-to-public.ts';
import { publishClarification } from './clarification/publish-clarification.ts';
import { close, closeWithoutResponse, reopen } from './closing/close.ts';
import { extend } from './deadline/extend.ts';
import { decideDelivery } from './delivery/decide-delivery.ts';
import { chooseNotices } from './delivery/preference.ts';
import { addWebhook, removeWebhook, rotateWebhook, switchWebhook } from './delivery/webhook.ts';
import { addDossierItem, finishDossier } from './dossier/dossier.ts';
import { attachFile, certifyFile, openArchived, openAttachment } from './file/attach-file.ts';
import { reopenFlag } from './flag/reopen-flag.ts';
import { reviewFlag } from './flag/review-flag.ts';
import { judgeAnew, judgeManyAnew, type NameRuleSet, viewRuleSet } from './judging/judge-anew.ts';
import { openCase } from './opening/open-case.ts';
import { giveOpinion, requestOpinion } from './opinion/opinion.ts';
import {
  confirmOutcome,
  type ProposeOutcomeInput,
  proposeOutcome,
  recordOutcome,
  requestCheck,
} from './outcome/outcome.ts';
import type { BriefingHour } from './procedure/procedure.ts';
import { procedureOf } from './procedure/profile-procedure.ts';
import { noteOpening } from './reading/note-opening.ts';
import { viewCase } from './reading/view-case.ts';
import { refuseUnstorable } from './refusal/refuse-unstorable.ts';
import { release } from './release/release.ts';
import { compileReport } from './report/compile-report.ts';
import { draftDueReports } from './report/draft-due-reports.ts';
import { editReport } from './report/edit-report.ts';
import { issueReport } from './report/issue-report.ts';
import { openReport } from './report/open-report.ts';
import { listReportDuties, previewReport } from './report/preview-report.ts';
import { attachRepublication } from './republication/attach-republication.ts';
import { checkDraft } from './response/check-draft.ts';
import { approve, sendBack, submit } from './response/decide-response.ts';
import { comment, draft } from './response/draft.ts';
import type { BriefingPress, CompareDraft, Context, FileRoom, FindSecrecyMarks, PageReading } from './scope/context.ts';
import { refuseSecrets } from './secrecy/refuse-secrets.ts';
import { addSource } from './source/add-source.ts';
import { changeSource } from './source/change-source.ts';
import { exportOpml, importOpml } from './source/opml.ts';
import { previewSource } from './source/preview-source.ts';
import { reportItem } from './source/report-item.ts';
import type { SourceRoom } from './source/room.ts';
import { endSpokesperson, registerSpokesperson } from './speaker/spokesperson.ts';
import { translateArticle } from './translation/translate-article.ts';
import { type LearnWeights, putWeightsInForce, relearnWeights } from './weights/weights.ts';
import { withdrawRecord } from './withdrawal/withdraw-record.ts';
import { withdrawRelease } from './withdrawal/withdraw-release.ts';

export interface CaseworkOptions {
  readonly pool: Pool;
  /** The province profile with this id. @throws for one that is not loaded */
  readonly profiles: (id: string) => Profile;
  /** Marks of secrecy in a text; every text of every command is looked through before anything is stored. */
  readonly findSecrecyMarks: FindSecrecyMarks;
  readonly clock?: Clock;
  /** Working days and holidays; the one that comes with the software where absent. */
  readonly calendar?: WorkCalendar;
  /** Where attachments go and who looks into them; without it files are refused. */
  readonly files?: FileRoom;
  /** Reads a published page; without it a release on the portal cannot be proved and is refused. */
  readonly readPage?: (url: string) => Promise<PageReading>;
  /** Compares drafts with official records; without it that part of the release check does not run. */
  readonly compareDraft?: CompareDraft;
  /** Makes the files of briefings; without it none can be issued. */
  readonly briefings?: BriefingPress;
  /** When weekly drafts are drawn up, whatever the province's profile says. */
  readonly briefingAt?: BriefingHour;
  /** Reads sources and addresses; without it none can be tried, listed or reported by address. */
  readonly sources?: SourceRoom;
  /** Learns the weights of the flag score from decisions; without it they cannot be learned anew. */
  readonly learnWeights?: LearnWeights;
  /** Names the rules that judge; without it older judgements cannot be told from those of now. */
  readonly nameRuleSet?: NameRuleSet;
}

export type Casework = ReturnType<typeof createCasework>;

type Given<Input, Result> = (context: Context, actor: Actor, input: Input) => Promise<Result>;

/**
 * Every command on flags and cases. Each is `(actor, input) → result`: it reads the input by a schema, checks the right
 * and the state, locks the row, and writes the rows and the event in one transaction.
 *
 * @throws each command throws CommandRefused when it is not carried out; then nothing was written
 * @example await casework.accept(actor, { caseId: '12', expectedVersion: 4 })
 */
export function createCasework(options: CaseworkOptions) {
  const context = contextOf(options);
  const given =
    <Input, Result>(name: string, command: Given<Input, Result>) =>
    async (actor: Actor, input: Input): Promise<Result> => {
      refuseUnstorable(input);
      await refuseSecrets(context, actor, name, input);
      return command(context, actor, input);
    };
  return {
    reviewFlag: given('reviewFlag', reviewFlag),
    reopenFlag: given('reopenFlag', reopenFlag),
    openCase: given('openCase', openCase),
    assign: given('assign', assign),
    approveAssignment: given('approveAssignment', approveAssignment),
    rejectAssignment: given('rejectAssignment', rejectAssignment),
    accept: given('accept', accept),
    returnCase: given('returnCase', returnCase),
    requestOpinion: given('requestOpinion', requestOpinion),
    giveOpinion: given('giveOpinion', giveOpinion),
    extend: given('extend', extend),
    acceptDossier: given('acceptDossier', acceptDossier),
    returnDossier: given('returnDossier', returnDossier),
    assignDossier: given('assignDossier', assignDossier),
    addDossierItem: given('addDossierItem', addDossierItem),
    finishDossier: given('finishDossier', finishDossier),
    attachFile: given('attachFile', attachFile),
    certifyFile: given('certifyFile', certifyFile),
    draft: given('draft', draft),
    comment: given('comment', comment),
    checkDraft: given('checkDraft', checkDraft),
    submit: given('submit', submit),
    sendBack: given('sendBack', sendBack),
    approve: given('approve', approve),
    release: given('release', release),
    withdrawRelease: given('withdrawRelease', withdrawRelease),
    publishClarification: given('publishClarification', publishClarification),
    openToPublic: given('openToPublic', openToPublic),
    closeToPublic: given('closeToPublic', closeToPublic),
    attachRepublication: given('attachRepublication', attachRepublication),
    requestCheck: given('requestCheck', requestCheck),
    confirmOutcome: given('confirmOutcome', confirmOutcome),
    recordOutcome: given('recordOutcome', recordOutcome),
    close: given('close', close),
    closeWithoutResponse: given('closeWithoutResponse', closeWithoutResponse),
    reopen: given('reopen', reopen),
    withdrawRecord: given('withdrawRecord', withdrawRecord),
    registerSpokesperson: given('registerSpokesperson', registerSpokesperson),
    endSpokesperson: given('endSpokesperson', endSpokesperson),
    compileBriefing: given('compileBriefing', compileBriefing),
    editBriefing: given('editBriefing', editBriefing),
    issueBriefing: given('issueBriefing', issueBriefing),
    newEdition: given('newEdition', newEdition),
    openBriefing: given('openBriefing', openBriefing),
    addBriefingRecipient: given('addBriefingRecipient', addBriefingRecipient),
    removeBriefingRecipient: given('removeBriefingRecipient', removeBriefingRecipient),
    compileReport: given('compileReport', compileReport),
    editReport: given('editReport', editReport),
    issueReport: given('issueReport', issueReport),
    openReport: given('openReport', openReport),
    previewReport: given('previewReport', previewReport),
    listReportDuties: given('listReportDuties', listReportDuties),
    addSource: given('addSource', addSource),
    changeSource: given('changeSource', changeSource),
    previewSource: given('previewSource', previewSource),
    importOpml: given('importOpml', importOpml),
    exportOpml: given('exportOpml', exportOpml),
    reportItem: given('reportItem', reportItem),
    translateArticle: given('translateArticle', translateArticle),
    addWebhook: given('addWebhook', addWebhook),
    rotateWebhook: given('rotateWebhook', rotateWebhook),
    switchWebhook: given('switchWebhook', switchWebhook),
    removeWebhook: given('removeWebhook', removeWebhook),
    decideDelivery: given('decideDelivery', decideDelivery),
    chooseNotices: given('chooseNotices', chooseNotices),
    judgeAnew: given('judgeAnew', judgeAnew),
    judgeManyAnew: given('judgeManyAnew', judgeManyAnew),
    viewRuleSet: given('viewRuleSet', viewRuleSet),
    relearnWeights: given('relearnWeights', relearnWeights),
    putWeightsInForce: given('putWeightsInForce', putWeightsInForce),
    noteOpening: given('noteOpening', noteOpening),
    viewCase: given('viewCase', viewCase),
    openAttachment: given('openAttachment', openAttachment),
    openArchived: given('openArchived', openArchived),
    ...trackingIn(context),
  };
}

export type Tracking = ReturnType<typeof createTracking>;

/** The part of casework that services work with; it takes no words of people and decides nothing. */
export function createTracking(
  options: Pick<CaseworkOptions, 'pool' | 'profiles' | 'clock' | 'calendar' | 'briefingAt'>,
) {
  return trackingIn(contextOf({ ...options, findSecrecyMarks: () => [] }));
}

function trackingIn(context: Context) {
  return {
    /** What a visit to an article found; null where the visit was made or called off already. */
    proposeOutcome: (input: ProposeOutcomeInput) => proposeOutcome(context, input),
    /** Draws up the week's briefing as a draft once its hour has come; null where there is nothing to do. */
    draftDueBriefing: (profile: string) => draftDueBriefing(context, profile),
    /** Draws up the period reports whose day comes near as drafts; none where there is nothing to do. */
    draftDueReports: (profile: string) => draftDueReports(context, profile),
    /** Writes the root over all case heads of a local day that is over; once. */
    sealDay: (profile: string, day: string) =>
      inTransaction(context.pool, (db) => sealDay(db, profile, day, context.clock.now())),
    /** Writes the roots of all local days that are over and have none; returns those days. */
    sealPastDays: (profile: string) => sealPastDays(context.pool, profile, context.clock.now()),
  };
}

function contextOf(options: CaseworkOptions): Context {
  const calendar = options.calendar ?? loadCalendar();
  return {
    pool: options.pool,
    procedure: (profile) => procedureOf(options.profiles(profile), calendar),
    clock: options.clock ?? systemClock,
    findSecrecyMarks: options.findSecrecyMarks,
    files: options.files ?? null,
    readPage: options.readPage ?? null,
    compareDraft: options.compareDraft ?? null,
    briefings: options.briefings ?? null,
    briefingAt: options.briefingAt ?? null,
    sources: options.sources ?? null,
    learnWeights: options.learnWeights ?? null,
    nameRuleSet: options.nameRuleSet ?? null,
  };
}
