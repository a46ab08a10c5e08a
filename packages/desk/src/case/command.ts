import type { Actor, Command } from '@lamro/access';
import type { Casework } from '@lamro/casework';
import { type CaseState, type CaseTransition, nextCaseState } from '@lamro/domain';
import type { Words } from '@lamro/wording';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import type { Html } from '../page/parts.ts';
import type { CaseContent } from './content.ts';

/** Values of a form, as typed; names as the fields have them. */
export type Typed = Readonly<Record<string, string>>;

/** What every command on a case is given. */
export interface CaseTarget {
  readonly caseId: string;
  readonly expectedVersion: number;
}

/** One thing that can be done with a case on its page. */
export interface CaseCommand {
  readonly id: keyof Words['terms']['commands'];
  readonly right: Command;
  /** Whose matter it is: the answering agency's, the dossier builder's alone, that of both, or everybody's with a part in the case. */
  readonly concern: 'lead' | 'builder' | 'dossier' | 'concerned';
  /** Whether the case is in a state (and has what it takes) for it. */
  readonly fits: (content: CaseContent) => boolean;
  /** Controls of its form, filled with what was typed before. */
  readonly fields: (view: SignedView, content: CaseContent, typed: Typed) => Html | readonly Html[];
  /** @throws CommandRefused, InvalidForm */
  readonly run: (
    casework: Casework,
    actor: Actor,
    target: CaseTarget,
    typed: Typed,
    file: File | null,
  ) => Promise<unknown>;
  /** Whether its form carries a file. */
  readonly file?: boolean;
  /** Ends or withdraws something: asks once more before it is done. */
  readonly grave?: boolean;
}

/** Whether the state machine lets a transition start from the case's state. */
export function from(transition: CaseTransition): (content: CaseContent) => boolean {
  return ({ state }) => nextCaseState(state, transition) !== null;
}

const ANSWERING: readonly CaseState[] = ['assigned', 'accepted', 'responding', 'sent-back', 'submitted'];
const AFTER_RELEASE: readonly CaseState[] = ['released', 'monitoring', 'retracted'];

export function afterRelease({ state }: CaseContent): boolean {
  return AFTER_RELEASE.includes(state);
}

export function whileAnswering({ state }: CaseContent): boolean {
  return ANSWERING.includes(state);
}

export function notClosed({ state }: CaseContent): boolean {
  return state !== 'closed';
}

/** Whether this person may do it with this case now. The command checks all of it again by itself. */
export function offers(view: SignedView, content: CaseContent, command: CaseCommand): boolean {
  if (!command.fits(content)) return false;
  return allowed(view.actor, command.right, agenciesOf(content, command.concern));
}

function agenciesOf({ row, concerned }: CaseContent, concern: CaseCommand['concern']): readonly string[] {
  if (concern === 'concerned') return concerned;
  const named = {
    lead: [row.leadAgency],
    builder: [row.dossierAgency],
    dossier: [row.leadAgency, row.dossierAgency],
  }[concern];
  return named.filter((agency) => agency !== null);
}
