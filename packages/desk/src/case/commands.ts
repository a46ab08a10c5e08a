import type { SignedView } from '../desk/view.ts';
import { assignmentCommands } from './assignment-commands.ts';
import { besideCommands } from './beside-commands.ts';
import { clarificationCommand, closeToPublicCommand, openToPublicCommand } from './clarification-command.ts';
import type { CaseCommand } from './command.ts';
import { dossierAssignment } from './dossier-assignment.ts';
import { dossierCommands } from './dossier-commands.ts';
import { confirmOutcomeCommand, outcomeCommands } from './outcome-commands.ts';
import { releaseCommand } from './release-commands.ts';
import { responseCommands } from './response-commands.ts';

const COMMANDS: readonly CaseCommand[] = [
  ...assignmentCommands,
  ...responseCommands,
  releaseCommand,
  clarificationCommand,
  openToPublicCommand,
  closeToPublicCommand,
  ...dossierCommands,
  ...besideCommands,
  ...outcomeCommands,
];

/** Everything that can be done on a case's page in this province, in the order of the procedure. */
export function listedCommands({ assignmentApproval }: SignedView['profile']): readonly CaseCommand[] {
  return [...COMMANDS, dossierAssignment(assignmentApproval.wanted)];
}

/** The command that a form's address names, or undefined. */
export function commandNamed(view: SignedView, id: string): CaseCommand | undefined {
  return [...listedCommands(view.profile), confirmOutcomeCommand].find((command) => command.id === id);
}
