export type { ReturnCaseInput } from './assignment/answer-assignment.ts';
export type { ReturnDossierInput } from './assignment/answer-dossier.ts';
export type { AssignInput } from './assignment/assign.ts';
export type { AssignDossierInput } from './assignment/assign-dossier.ts';
export type { CompileBriefingInput } from './briefing/compile-briefing.ts';
export type { EditBriefingInput } from './briefing/edit-briefing.ts';
export type { IssueBriefingInput, IssuedBriefing } from './briefing/issue-briefing.ts';
export type { NewEditionInput } from './briefing/new-edition.ts';
export type { OpenedBriefing } from './briefing/open-briefing.ts';
export { type Period, periodSchema, weekLabel, weekPeriod } from './briefing/period.ts';
export { readBriefing } from './briefing/read-briefing.ts';
export type { AddBriefingRecipientInput, RemoveBriefingRecipientInput } from './briefing/recipients.ts';
export type { BriefingResult } from './briefing/scope.ts';
export { type Casework, type CaseworkOptions, createCasework, createTracking, type Tracking } from './casework.ts';
export { endOfDay, localDay } from './chain/day.ts';
export { merkleRoot } from './chain/merkle.ts';
export { currentRoot, sealDay } from './chain/seal-day.ts';
export { type BrokenLink, type ChainReport, verifyChain } from './chain/verify-chain.ts';
export type { CloseToPublicInput, OpenToPublicInput } from './clarification/open-to-public.ts';
export { isPublic, type PublishClarificationInput } from './clarification/publish-clarification.ts';
export type { CloseWithoutResponseInput } from './closing/close.ts';
export type { ExtendInput } from './deadline/extend.ts';
export type { DecideDeliveryInput } from './delivery/decide-delivery.ts';
export type { NoticePreferenceInput } from './delivery/preference.ts';
export type { AddWebhookInput, SwitchWebhookInput, WebhookInput, WebhookSecret } from './delivery/webhook.ts';
export {
  type AddDossierItemInput,
  type ChecklistSection,
  DOSSIER_SECTIONS,
  readChecklist,
  SECTION_NAMES,
} from './dossier/dossier.ts';
export type { AttachFileInput } from './file/attach-file.ts';
export type { FlagResult, ReviewFlagInput } from './flag/review-flag.ts';
export type {
  JudgeAnewInput,
  JudgeAnewResult,
  JudgeManyAnewInput,
  JudgeManyAnewResult,
  NameRuleSet,
  RuleSetView,
} from './judging/judge-anew.ts';
export type { OpenCaseInput } from './opening/open-case.ts';
export type { ProposeOutcomeInput } from './outcome/outcome.ts';
export { CHECK_DELAYS } from './outcome/schedule.ts';
export type { BriefingHour } from './procedure/procedure.ts';
export { type CaseAgencies, mayReadDrafts } from './reading/may-read-drafts.ts';
export type { CaseView } from './reading/view-case.ts';
export { type ChangeSummary, CommandRefused, type RefusalCode, type RefusalDetail } from './refusal/refusal.ts';
export { stateName } from './refusal/state-names.ts';
export { PROOF_WANTED, type Proof, type ProofInput } from './release/proof.ts';
export type { ReleaseInput, ReleaseResult } from './release/release.ts';
export type { CompileReportInput } from './report/compile-report.ts';
export type { EditReportInput } from './report/edit-report.ts';
export type { IssuedReport, IssueReportInput } from './report/issue-report.ts';
export type { OpenedReport, OpenReportInput } from './report/open-report.ts';
export type { ReportResult } from './report/scope.ts';
export type { DraftFinding } from './response/check-draft.ts';
export type { CommentResult, DraftInput, DraftResult } from './response/draft.ts';
export { type ForeignName, foreignNames } from './response/foreign-names.ts';
export type {
  BriefingPress,
  CompareDraft,
  DraftContradiction,
  FileInspection,
  FileRoom,
  FindSecrecyMarks,
  PageReading,
  SecrecyMark,
} from './scope/context.ts';
export type { CaseResult } from './scope/scope.ts';
export type { AddSourceInput } from './source/add-source.ts';
export type { ChangeSourceInput, ChangeSourceResult } from './source/change-source.ts';
export type { ImportOpmlInput, ImportOpmlResult } from './source/opml.ts';
export type { PreviewSourceInput } from './source/preview-source.ts';
export type { ReportItemInput, ReportItemResult } from './source/report-item.ts';
export type { SourceRoom, SourceTrial, Subscription } from './source/room.ts';
export type { RegisterSpokespersonInput } from './speaker/spokesperson.ts';
export type { TranslateArticleInput } from './translation/translate-article.ts';
export type { ChooseWeightsInput, LearnedResult, LearnWeights, Lesson } from './weights/weights.ts';
export type { Consequences } from './withdrawal/consequences.ts';
