import { assignmentCommands } from './assignment-commands.ts';
import { besideCommands } from './beside-commands.ts';
import type { CaseCommand } from './command.ts';
import { dossierCommands } from './dossier-commands.ts';
import { confirmOutcomeCommand, outcomeCommands } from './outcome-commands.ts';
import { releaseCommand } from './release-commands.ts';
import { responseCommands } from './response-commands.ts';

/** Everything that can be done on a case's page, in the order of the procedure. */
export const LISTED_COMMANDS: readonly CaseCommand[] = [
  ...assignmentCommands,
  ...responseCommands,
  releaseCommand,
  ...dossierCommands,
  ...besideCommands,
  ...outcomeCommands,
];

/** The command that a form's address names, or undefined. */
export function commandNamed(id: string): CaseCommand | undefined {
  return [...LISTED_COMMANDS, confirmOutcomeCommand].find((command) => command.id === id);
}
