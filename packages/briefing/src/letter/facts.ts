import { type IssuingOffice, outletOutcomeSchema } from '@lamro/domain';
import { formatTime, termOf, letterWords as words, wordsIn } from '@lamro/wording';
import { numberLine, placeDateLine } from '../compose/head.ts';
import { LETTER_SYMBOLS } from './compose.ts';
import type { LetterKind, LetterValues } from './field.ts';

const { terms } = wordsIn('vi');

/** What is known of a case; names are those that officials read. */
export interface CaseFacts {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly leadAgency: string | null;
  readonly dossierAgency: string | null;
  readonly articles: readonly { outlet: string; title: string; quote: string; at: Date }[];
  /** As cited: "khoản 2 Điều 7 Quy chế …". */
  readonly clauses: readonly string[];
  readonly deadlines: readonly { name: string; dueAt: Date }[];
  /** What was released; null before. */
  readonly answer: { readonly title: string; readonly body: string } | null;
  readonly outcomes: readonly { outlet: string; outcome: string; at: Date }[];
}

/** Puts what is known of a case into the places of its documents. */
export function letterValues(kind: LetterKind, office: IssuingOffice, facts: CaseFacts, now: Date): LetterValues {
  const orNothing = (lines: readonly string[], nothing: string) => (lines.length === 0 ? [nothing] : lines);
  const outlets = [...new Set(facts.articles.map((article) => article.outlet))];
  return {
    SO_VU_VIEC: [facts.number],
    TEN_VU_VIEC: [facts.title],
    TINH_TRANG: [termOf(terms.caseStates, facts.state).toLocaleLowerCase('vi')],
    CO_QUAN_TRA_LOI: [facts.leadAgency ?? words.nothing.agency],
    CO_QUAN_LAP_HO_SO: [facts.dossierAgency ?? facts.leadAgency ?? words.nothing.agency],
    CO_QUAN_BAO_CHI: [outlets.length === 0 ? words.nothing.outlet : outlets.join(', ')],
    NOI_DUNG_BAO_NEU: facts.articles.map(({ outlet, title, quote, at }) =>
      words.quote(outlet, formatTime(at, 'vi'), title, quote),
    ),
    DIEU_KHOAN: orNothing(
      facts.clauses.map((clause) => `${clause};`),
      words.nothing.clauses,
    ),
    THOI_HAN: orNothing(
      facts.deadlines.map(({ name, dueAt }) => words.deadline(name, formatTime(dueAt, 'vi'))),
      words.nothing.deadlines,
    ),
    TIEU_DE_LAM_RO: [facts.answer?.title ?? words.nothing.answer],
    NOI_DUNG_LAM_RO: facts.answer === null ? [words.nothing.answer] : facts.answer.body.split(/\n+/),
    PHAN_UNG_CUA_BAO: orNothing(
      facts.outcomes.map(({ outlet, outcome, at }) =>
        words.outcome(
          outlet,
          termOf(terms.outcomes, outletOutcomeSchema.parse(outcome)).toLocaleLowerCase('vi'),
          formatTime(at, 'vi'),
        ),
      ),
      words.nothing.outcomes,
    ),
    SO_KY_HIEU: [numberLine(null, LETTER_SYMBOLS[kind], office)],
    DIA_DANH_NGAY_THANG: [placeDateLine(office.place, null, now)],
  };
}
