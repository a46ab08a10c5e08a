import type { Pool } from '@lamro/database';
import type {
  BlobStore,
  BriefingFormat,
  Clock,
  OfficialRecord,
  RenderBriefing,
  RenderPeriodReport,
} from '@lamro/domain';
import type { NameRuleSet } from '../judging/judge-anew.ts';
import type { BriefingHour, Procedure } from '../procedure/procedure.ts';
import type { SourceRoom } from '../source/room.ts';
import type { LearnWeights } from '../weights/weights.ts';

/** A mark of secrecy: its level and where it stands, never the words around it. */
export interface SecrecyMark {
  readonly level: string;
  readonly place: string;
  /** The mark alone, as it stood. */
  readonly quote: string;
}

export type FindSecrecyMarks = (text: string) => readonly SecrecyMark[];

/** What looking into a file found; `detail` is Vietnamese and names the remedy. */
export type FileInspection =
  | { readonly ok: true; readonly mediaType: string; readonly readable: boolean }
  | { readonly ok: false; readonly reason: string; readonly detail: string; readonly marks: readonly SecrecyMark[] };

/** Where attachments go, and who looks into them first. */
export interface FileRoom {
  inspect(bytes: Uint8Array, fileName: string): Promise<FileInspection>;
  readonly blobStore: BlobStore;
}

/** A published page as a reader sees it; `detail` is Vietnamese. */
export type PageReading =
  | { readonly ok: true; readonly title: string; readonly text: string }
  | { readonly ok: false; readonly detail: string };

/** A passage of a draft that an official record contradicts. */
export interface DraftContradiction {
  readonly quote: string;
  readonly why: string;
  readonly recordId: string;
}

/** Compares a draft with the official records in force, by the rules that the press is measured with. */
export type CompareDraft = (
  profile: string,
  draft: { readonly title: string; readonly body: string; readonly language: string },
  records: readonly OfficialRecord[],
) => readonly DraftContradiction[];

/** Who makes the files of briefings, and where their links lead. */
export interface BriefingPress {
  readonly render: RenderBriefing;
  /** Formats in which each briefing is issued. */
  readonly formats: readonly BriefingFormat[];
  /** Makes the files of period reports; without it none can be issued. */
  readonly renderReport?: RenderPeriodReport;
  /** Origin at which people reach the desk; absent prints no links to it. */
  readonly deskUrl?: string;
}

/** What every command works with. */
export interface Context {
  readonly pool: Pool;
  /** The procedure of a province. @throws for an id that is not loaded */
  readonly procedure: (profile: string) => Procedure;
  readonly clock: Clock;
  readonly findSecrecyMarks: FindSecrecyMarks;
  readonly files: FileRoom | null;
  readonly readPage: ((url: string) => Promise<PageReading>) | null;
  readonly compareDraft: CompareDraft | null;
  readonly briefings: BriefingPress | null;
  /** When weekly drafts are drawn up in this installation; null leaves it to each province's profile. */
  readonly briefingAt: BriefingHour | null;
  readonly sources: SourceRoom | null;
  readonly learnWeights: LearnWeights | null;
  readonly nameRuleSet: NameRuleSet | null;
}
